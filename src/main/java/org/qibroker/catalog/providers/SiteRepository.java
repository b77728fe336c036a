package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Site;

/** SQL of sites. */
final class SiteRepository {
    private SiteRepository() {}

    /** The sites of a provider, the main one first. */
    static Future<List<Site>> ofProvider(SqlClient client, UUID provider) {
        return client.preparedQuery("SELECT * FROM site WHERE provider_id = $1 ORDER BY main DESC, id")
                .execute(Tuple.of(provider))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SiteRepository::of)
                        .toList());
    }

    /** The sites of some providers, or of all where {@code $1} is null, the main one of each first. */
    static Future<List<Site>> ofProviders(SqlClient client, Tuple providers) {
        return client.preparedQuery(
                        """
                        SELECT * FROM site WHERE $1::uuid[] IS NULL OR provider_id = ANY ($1)
                        ORDER BY provider_id, main DESC, id""")
                .execute(providers)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SiteRepository::of)
                        .toList());
    }

    static Future<Optional<Site>> find(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT * FROM site WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SiteRepository::of)
                        .findFirst());
    }

    static Site of(Row row) {
        return new Site(
                row.getUUID("id"),
                row.getUUID("provider_id"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("district"),
                row.getString("address_zh"),
                row.getBoolean("main"),
                row.getString("zone"),
                row.getLocalDate("ended_on"),
                Confirmation.of(row),
                row.getLong("version"));
    }

    static Future<Void> insert(SqlConnection tx, Site site, Instant now) {
        return tx.preparedQuery(
                        """
                        INSERT INTO site (id, provider_id, name_zh, name_en, district, address_zh, main, zone, version,
                                          ended_on, confirmation, decided_at, decided_by, decision_reason, created_at,
                                          updated_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)""")
                .execute(tuple(site).addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Writes the site at its next version; false if the version is another one than the site's. */
    static Future<Boolean> update(SqlConnection tx, Site site, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE site SET name_zh = $3, name_en = $4, district = $5, address_zh = $6, main = $7, zone = $8,
                                        version = version + 1, ended_on = $10, confirmation = $11, decided_at = $12,
                                        decided_by = $13, decision_reason = $14, updated_at = $15
                        WHERE id = $1 AND provider_id = $2 AND version = $9""")
                .execute(tuple(site).addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .map(result -> result.rowCount() == 1);
    }

    /** Leaves the provider without a main site, for another one to become it. */
    static Future<Void> clearMain(SqlConnection tx, UUID provider, UUID exceptSite) {
        return tx.preparedQuery(
                        """
                        UPDATE site SET main = false, version = version + 1
                        WHERE provider_id = $1 AND main AND id <> $2""")
                .execute(Tuple.of(provider, exceptSite))
                .mapEmpty();
    }

    private static Tuple tuple(Site site) {
        Tuple values = Tuple.tuple()
                .addUUID(site.id())
                .addUUID(site.providerId())
                .addString(site.nameZh())
                .addString(site.nameEn())
                .addString(site.district())
                .addString(site.addressZh())
                .addBoolean(site.main())
                .addString(site.zone())
                .addLong(site.version())
                .addLocalDate(site.endedOn());
        return site.confirmation().addTo(values);
    }
}
