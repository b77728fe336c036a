package org.qibroker.custody;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.custody.Sample.Shipment;

/** The table {@code custody_sample}. */
final class CustodyRepository {
    private CustodyRepository() {}

    static Future<Void> insert(SqlConnection tx, List<Sample> samples) {
        List<Tuple> rows = samples.stream().map(CustodyRepository::values).toList();
        return tx.preparedQuery(
                        """
                        INSERT INTO custody_sample (id, booking_id, position, code, name, state, condition, carrier,
                            tracking_number, changed_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""")
                .executeBatch(rows)
                .mapEmpty();
    }

    static Future<Void> update(SqlConnection tx, List<Sample> samples) {
        List<Tuple> rows = samples.stream()
                .map(sample -> moving(Tuple.of(sample.id()), sample))
                .toList();
        return tx.preparedQuery(
                        """
                        UPDATE custody_sample SET state = $2, condition = $3, carrier = $4, tracking_number = $5,
                            changed_at = $6
                        WHERE id = $1""")
                .executeBatch(rows)
                .mapEmpty();
    }

    private static Tuple values(Sample sample) {
        Tuple fixed = Tuple.tuple()
                .addUUID(sample.id())
                .addUUID(sample.bookingId())
                .addInteger(sample.position())
                .addString(sample.code().value())
                .addString(sample.name());
        return moving(fixed, sample);
    }

    private static Tuple moving(Tuple values, Sample sample) {
        Shipment sent = sample.shipment();
        Condition found = sample.condition();
        return values.addString(sample.state().name())
                .addString(found == null ? null : found.name())
                .addString(sent == null ? null : sent.carrier())
                .addString(sent == null ? null : sent.trackingNumber())
                .addOffsetDateTime(utc(sample.changedAt()));
    }

    static Future<Optional<Sample>> byCode(SqlClient client, SampleCode code) {
        return client.preparedQuery("SELECT * FROM custody_sample WHERE code = $1")
                .execute(Tuple.of(code.value()))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** All pieces of a booking, in their order. */
    static Future<List<Sample>> ofBooking(SqlClient client, UUID booking) {
        return client.preparedQuery("SELECT * FROM custody_sample WHERE booking_id = $1 ORDER BY position")
                .execute(Tuple.of(booking))
                .map(CustodyRepository::all);
    }

    /** All pieces of a booking, kept from others until the transaction ends. */
    static Future<List<Sample>> lock(SqlConnection tx, UUID booking) {
        return tx.preparedQuery("SELECT * FROM custody_sample WHERE booking_id = $1 ORDER BY position FOR UPDATE")
                .execute(Tuple.of(booking))
                .map(CustodyRepository::all);
    }

    private static List<Sample> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CustodyRepository::of)
                .toList();
    }

    static Sample of(Row row) {
        String condition = row.getString("condition");
        return new Sample(
                row.getUUID("id"),
                row.getUUID("booking_id"),
                row.getInteger("position"),
                new SampleCode(row.getString("code")),
                row.getString("name"),
                SampleState.valueOf(row.getString("state")),
                condition == null ? null : Condition.valueOf(condition),
                shipment(row),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    private static @Nullable Shipment shipment(Row row) {
        String carrier = row.getString("carrier");
        return carrier == null ? null : new Shipment(carrier, row.getString("tracking_number"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
