package org.qibroker.catalog.lines;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeMoment;

/** SQL of scope lines. */
final class CapabilityRepository {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private CapabilityRepository() {}

    /** What is believed now about the lines of a provider that hold on or after a day. */
    static Future<List<RecordedLine>> believedFrom(SqlClient client, UUID provider, LocalDate day) {
        return client.preparedQuery(
                        """
                        SELECT * FROM capability
                        WHERE provider_id = $1 AND recorded_until IS NULL AND (valid_to IS NULL OR valid_to >= $2)
                        ORDER BY id, valid_from""")
                .execute(Tuple.of(provider, day))
                .map(CapabilityRepository::lines);
    }

    /** The next lines of a provider as they were at a moment. */
    static Future<List<RecordedLine>> part(
            SqlClient client, UUID provider, ScopeMoment moment, @Nullable UUID after, int limit) {
        Instant knownAt = moment.knownAt();
        String believed = knownAt == null
                ? "recorded_until IS NULL AND $5::timestamptz IS NULL"
                : "recorded_at <= $5 AND (recorded_until IS NULL OR recorded_until > $5)";
        return client.preparedQuery(
                        """
                        SELECT * FROM capability
                        WHERE provider_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
                          AND id > $3 AND %s
                        ORDER BY id LIMIT $4"""
                                .formatted(believed))
                .execute(Tuple.of(
                        provider,
                        moment.validOn(),
                        after == null ? BEFORE_ALL : after,
                        limit,
                        knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC)))
                .map(CapabilityRepository::lines);
    }

    /** What is believed now about some lines. */
    static Future<List<RecordedLine>> believedOf(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery("SELECT * FROM capability WHERE id = ANY ($1) AND recorded_until IS NULL")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(CapabilityRepository::lines);
    }

    /** What the line was on a day, as it was believed at a moment. */
    static Future<Optional<RecordedLine>> find(SqlClient client, UUID id, LocalDate day, Instant knownAt) {
        return client.preparedQuery(
                        """
                        SELECT * FROM capability
                        WHERE id = $1 AND daterange(valid_from, valid_to, '[]') @> $2::date
                          AND tstzrange(recorded_at, recorded_until) @> $3::timestamptz""")
                .execute(Tuple.of(id, day, knownAt.atOffset(ZoneOffset.UTC)))
                .map(rows -> lines(rows).stream().findFirst());
    }

    /** What was believed last about the line's last days. */
    static Future<Optional<RecordedLine>> latest(SqlClient client, UUID id) {
        return client.preparedQuery(
                        """
                        SELECT * FROM capability WHERE id = $1
                        ORDER BY recorded_until DESC NULLS FIRST, valid_from DESC LIMIT 1""")
                .execute(Tuple.of(id))
                .map(rows -> lines(rows).stream().findFirst());
    }

    /** Every statement ever made about a line, the latest first. */
    static Future<List<RecordedLine>> history(SqlClient client, UUID id) {
        return client.preparedQuery(
                        """
                        SELECT * FROM capability WHERE id = $1
                        ORDER BY recorded_at DESC, valid_from DESC""")
                .execute(Tuple.of(id))
                .map(CapabilityRepository::lines);
    }

    /** States new lines in one statement. */
    static Future<Void> insert(SqlConnection tx, LineBatch batch) {
        return tx.preparedQuery(
                        """
                        INSERT INTO capability (
                            provider_id, import_id, recorded_at, id, site_id, family, service_kind, subject, subject_en,
                            parameter, scenarios, quantity, methods, range_text, conditions, uncertainty_text,
                            coverage_factor, limitation, marks, on_site, price_kind, price_fen, price_per,
                            turnaround_days, resource_id, valid_from, valid_to)
                        SELECT $1, $2, $3, l.id, l.site_id, l.family, l.service_kind, l.subject, l.subject_en,
                               l.parameter, ARRAY(SELECT jsonb_array_elements_text(l.scenarios)), l.quantity,
                               ARRAY(SELECT jsonb_array_elements_text(l.methods)), l.range_text,
                               ARRAY(SELECT jsonb_array_elements_text(l.conditions)), l.uncertainty_text,
                               l.coverage_factor, l.limitation, ARRAY(SELECT jsonb_array_elements_text(l.marks)),
                               l.on_site, l.price_kind, l.price_fen, l.price_per, l.turnaround_days, l.resource_id,
                               l.valid_from, l.valid_to
                        FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
                                    $10::text[], $11::jsonb[], $12::text[], $13::jsonb[], $14::text[], $15::jsonb[],
                                    $16::text[], $17::float8[], $18::text[], $19::jsonb[], $20::bool[], $21::text[],
                                    $22::int8[], $23::text[], $24::int4[], $25::uuid[], $26::date[], $27::date[])
                             WITH ORDINALITY
                             AS l (id, site_id, family, service_kind, subject, subject_en, parameter, scenarios,
                                   quantity, methods, range_text, conditions, uncertainty_text, coverage_factor,
                                   limitation, marks, on_site, price_kind, price_fen, price_per, turnaround_days,
                                   resource_id, valid_from, valid_to, place)
                        ORDER BY l.place""")
                .execute(batch.tuple())
                .mapEmpty();
    }

    /**
     * Stops believing what was believed of lines from a day on; what was believed for the days before is stated anew.
     */
    static Future<Void> cut(SqlConnection tx, ScopeOffer offer, List<LineChange> lines, Instant now) {
        Tuple tuple = Tuple.of(
                offer.providerId(),
                offer.importId(),
                now.atOffset(ZoneOffset.UTC),
                lines.stream().map(LineChange::id).toArray(UUID[]::new),
                lines.stream().map(line -> line.days().from()).toArray(LocalDate[]::new));
        return tx.preparedQuery(
                        """
                        WITH said AS (SELECT * FROM unnest($4::uuid[], $5::date[]) AS s (id, day)),
                        gone AS (
                            UPDATE capability c SET recorded_until = $3 FROM said
                            WHERE c.provider_id = $1 AND c.id = said.id AND c.recorded_until IS NULL
                              AND (c.valid_to IS NULL OR c.valid_to >= said.day)
                            RETURNING c.*, said.day)
                        INSERT INTO capability (provider_id, import_id, recorded_at, id, valid_from, valid_to, %1$s)
                        SELECT provider_id, $2, $3, id, valid_from, day - 1, %1$s
                        FROM gone WHERE valid_from < day"""
                                .formatted(LineColumns.ALL))
                .execute(tuple)
                .mapEmpty();
    }

    private static List<RecordedLine> lines(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RecordedLine::of)
                .toList();
    }
}
