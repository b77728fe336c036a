package org.qibroker.catalog.prices;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Price;

/** SQL of the prices that providers ask for lines that do not say it themselves. */
final class PriceRepository {
    private PriceRepository() {}

    /** The rules of a provider, the default first. */
    static Future<PriceList> ofProvider(SqlClient client, UUID provider) {
        return client.preparedQuery("SELECT * FROM price_rule WHERE provider_id = $1 ORDER BY subject NULLS FIRST")
                .execute(Tuple.of(provider))
                .map(rows -> new PriceList(StreamSupport.stream(rows.spliterator(), false)
                        .map(PriceRepository::rule)
                        .toList()));
    }

    /** The rules of some providers, of all if none is named; providers without rules are left out. */
    static Future<Map<UUID, PriceList>> ofProviders(SqlClient client, @Nullable List<UUID> ids) {
        return client.preparedQuery(
                        """
                        SELECT * FROM price_rule WHERE $1::uuid[] IS NULL OR provider_id = ANY ($1)
                        ORDER BY subject NULLS FIRST""")
                .execute(Tuple.tuple().addArrayOfUUID(ids == null ? null : ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, List<PriceRule>> rules = new HashMap<>();
                    rows.forEach(row -> rules.computeIfAbsent(row.getUUID("provider_id"), id -> new ArrayList<>())
                            .add(rule(row)));
                    return rules.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, entry -> new PriceList(entry.getValue())));
                });
    }

    private static PriceRule rule(Row row) {
        String kind = row.getString("price_kind");
        return new PriceRule(
                row.getString("subject"),
                kind == null
                        ? null
                        : new Price(Price.Kind.valueOf(kind), row.getLong("price_fen"), row.getString("price_per")),
                row.getInteger("turnaround_days"));
    }

    /** Puts other rules in place of those of a provider. */
    static Future<Void> replace(SqlConnection tx, UUID provider, List<PriceRule> rules) {
        return tx.preparedQuery("DELETE FROM price_rule WHERE provider_id = $1")
                .execute(Tuple.of(provider))
                .compose(gone -> insert(tx, provider, rules));
    }

    private static Future<Void> insert(SqlConnection tx, UUID provider, List<PriceRule> rules) {
        if (rules.isEmpty()) {
            return Future.succeededFuture();
        }
        return tx.preparedQuery(
                        """
                        INSERT INTO price_rule (provider_id, subject_key, subject, price_kind, price_fen, price_per,
                                                turnaround_days)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)""")
                .executeBatch(rules.stream().map(rule -> tuple(provider, rule)).toList())
                .mapEmpty();
    }

    private static Tuple tuple(UUID provider, PriceRule rule) {
        Price price = rule.price();
        return Tuple.of(
                provider,
                rule.key(),
                rule.subject(),
                price == null ? null : price.kind().name(),
                price == null ? null : price.fen(),
                price == null ? null : price.per(),
                rule.turnaroundDays());
    }
}
