package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.catalog.prices.PriceLists;
import org.qibroker.shared.BodyKind;

/** SQL of provider profiles. */
final class ProviderRepository {
    private ProviderRepository() {}

    /** Ids of providers after one, in order. */
    static Future<List<UUID>> idsAfter(SqlClient client, @Nullable UUID after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT id FROM provider WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2""")
                .execute(Tuple.of(after, limit))
                .map(ProviderRepository::uuids);
    }

    /** The provider with its sites and accreditations. */
    static Future<Optional<Provider>> find(SqlClient client, UUID id) {
        return Future.all(
                        client.preparedQuery("SELECT * FROM provider WHERE id = $1")
                                .execute(Tuple.of(id)),
                        SiteRepository.ofProvider(client, id),
                        AccreditationRepository.ofProvider(client, id),
                        PriceLists.ofProvider(client, id))
                .map(found -> first(found.<RowSet<Row>>resultAt(0))
                        .map(row -> provider(row, found.resultAt(1), found.resultAt(2), found.resultAt(3))));
    }

    /**
     * Providers with their sites and accreditations.
     *
     * @param ids which; {@code null} for all
     */
    static Future<List<Provider>> findAll(SqlClient client, @Nullable List<UUID> ids) {
        Tuple which = Tuple.tuple().addArrayOfUUID(ids == null ? null : ids.toArray(UUID[]::new));
        return Future.all(
                        client.preparedQuery("SELECT * FROM provider WHERE $1::uuid[] IS NULL OR id = ANY ($1)")
                                .execute(which),
                        SiteRepository.ofProviders(client, which),
                        AccreditationRepository.ofProviders(client, which),
                        PriceLists.ofProviders(client, ids))
                .map(found -> all(found.resultAt(0), found.resultAt(1), found.resultAt(2), found.resultAt(3)));
    }

    private static List<Provider> all(
            RowSet<Row> rows, List<Site> sites, List<Accreditation> accreditations, Map<UUID, PriceList> prices) {
        Map<UUID, List<Site>> sitesOf = sites.stream().collect(Collectors.groupingBy(Site::providerId));
        Map<UUID, List<Accreditation>> accreditationsOf =
                accreditations.stream().collect(Collectors.groupingBy(Accreditation::providerId));
        List<Provider> providers = new ArrayList<>();
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            providers.add(provider(
                    row,
                    sitesOf.getOrDefault(id, List.of()),
                    accreditationsOf.getOrDefault(id, List.of()),
                    prices.getOrDefault(id, PriceList.NONE)));
        }
        return providers;
    }

    private static Provider provider(Row row, List<Site> sites, List<Accreditation> accreditations, PriceList prices) {
        return new Provider(
                row.getUUID("id"),
                row.getString("name_zh"),
                row.getString("name_en"),
                sites,
                accreditations,
                row.getString("intro_zh"),
                row.getString("intro_en"),
                Arrays.stream(row.getArrayOfStrings("kinds"))
                        .map(BodyKind::valueOf)
                        .collect(Collectors.toSet()),
                row.getLong("version"),
                prices);
    }

    /** Makes the provider known, or its names current, and keeps others from changing it until the end of the work. */
    static Future<Void> open(SqlConnection tx, UUID id, ProviderProfiles.Name name, Instant now) {
        return tx.preparedQuery(
                        """
                        INSERT INTO provider (id, name_zh, name_en, created_at, updated_at)
                        VALUES ($1, $2, $3, $4, $4)
                        ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en""")
                .execute(Tuple.of(id, name.zh(), name.en(), now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Changes the presentation; false if the version is another one. */
    static Future<Boolean> introduce(
            SqlConnection tx, UUID id, ProviderCommands.Introduce command, long version, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE provider SET intro_zh = $2, intro_en = $3, updated_at = $4, kinds = $6, version = version + 1
                        WHERE id = $1 AND version = $5""")
                .execute(Tuple.of(id, command.introZh(), command.introEn(), now.atOffset(ZoneOffset.UTC), version)
                        .addArrayOfString(names(command.kindsOrNone())))
                .map(result -> result.rowCount() == 1);
    }

    /** Lets a provider have changed; false if the version is another one. */
    static Future<Boolean> touch(SqlConnection tx, UUID id, long version, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE provider SET updated_at = $2, version = version + 1 WHERE id = $1 AND version = $3""")
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC), version))
                .map(result -> result.rowCount() == 1);
    }

    private static String[] names(Set<BodyKind> kinds) {
        return kinds.stream().map(BodyKind::name).sorted().toArray(String[]::new);
    }

    private static List<UUID> uuids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
