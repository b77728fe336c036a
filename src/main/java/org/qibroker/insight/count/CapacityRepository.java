package org.qibroker.insight.count;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.http.Json;
import org.qibroker.resource.Resource;

/** Facts of capacity, and what resources were last said to be. */
final class CapacityRepository {
    private CapacityRepository() {}

    /**
     * What a resource was last said to be.
     *
     * @param until the last month for which that is counted
     */
    record Stated(Resource resource, LocalDate until) {}

    static Future<Optional<Stated>> stated(SqlConnection tx, UUID resource) {
        return tx.preparedQuery("SELECT stated, until FROM insight_resource WHERE id = $1")
                .execute(Tuple.of(resource))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .flatMap(CapacityRepository::stated));
    }

    private static Optional<Stated> stated(Row row) {
        return CapacityRules.resource(Json.ofStored(row.getValue("stated")))
                .map(resource -> new Stated(resource, row.getLocalDate("until")));
    }

    static Future<Void> state(SqlConnection tx, LoggedEvent event, LocalDate until) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_resource (id, stated, until) VALUES ($1, $2::text::jsonb, $3)
                        ON CONFLICT ON CONSTRAINT insight_resource_pk
                            DO UPDATE SET stated = EXCLUDED.stated, until = EXCLUDED.until""")
                .execute(Tuple.of(event.stream(), Json.write(event.data()), until))
                .mapEmpty();
    }

    /** The hours of months: those of the first are more, or less, than were offered before; those of others are all. */
    static Future<Void> offer(
            SqlConnection tx, LoggedEvent event, UUID provider, UUID[] subjects, Map<LocalDate, Long> minutes) {
        LocalDate[] months = minutes.keySet().toArray(LocalDate[]::new);
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_fact AS f (measure, subject, position, at, month, enterprise_id, provider_id,
                                                       family, bucket, n)
                        SELECT 'OFFERED', u.subject, $1, $2, u.month, $3, $3, '', 0, u.n
                        FROM unnest($4::uuid[], $5::date[], $6::bigint[]) AS u (subject, month, n)
                        ON CONFLICT ON CONSTRAINT insight_fact_once DO UPDATE SET position = $1, at = $2,
                            n = EXCLUDED.n + CASE WHEN EXCLUDED.month = $7 THEN f.n ELSE 0 END""")
                .execute(Tuple.of(event.position(), at(event.at()), provider)
                        .addArrayOfUUID(subjects)
                        .addArrayOfLocalDate(months)
                        .addArrayOfLong(minutes.values().toArray(Long[]::new))
                        .addLocalDate(months[0]))
                .mapEmpty();
    }

    /** The minutes that a booking takes; none takes it out. */
    static Future<Void> use(SqlConnection tx, LoggedEvent event, Said said, long minutes) {
        Instant start = said.part("place").part("slot").moment("start");
        return start == null || minutes == 0
                ? tx.preparedQuery("DELETE FROM insight_fact WHERE measure = 'USED' AND subject = $1")
                        .execute(Tuple.of(event.stream()))
                        .mapEmpty()
                : use(tx, event, said, new Used(Fact.month(start), minutes));
    }

    private record Used(LocalDate month, long minutes) {}

    private static Future<Void> use(SqlConnection tx, LoggedEvent event, Said said, Used used) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_fact (measure, subject, position, at, month, enterprise_id, provider_id,
                                                  booking_id, family, bucket, n)
                        VALUES ('USED', $1, $2, $3, $4, $5, $5, $1, $6, 0, $7)
                        ON CONFLICT ON CONSTRAINT insight_fact_once
                            DO UPDATE SET position = $2, at = $3, month = $4, n = $7""")
                .execute(Tuple.of(event.stream(), event.position(), at(event.at()), used.month())
                        .addUUID(said.id("providerId"))
                        .addString(said.text("family"))
                        .addLong(used.minutes()))
                .mapEmpty();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
