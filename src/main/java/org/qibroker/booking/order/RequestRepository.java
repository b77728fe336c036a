package org.qibroker.booking.order;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.machine.NextStep;
import org.qibroker.booking.order.AtOnce.Ask;
import org.qibroker.platform.database.NamedSql;
import org.qibroker.platform.events.EventLog.Sealed;
import org.qibroker.platform.http.Idempotency.Kept;
import org.qibroker.platform.http.IdempotencyKey;
import org.qibroker.platform.http.Json;
import org.qibroker.resource.Slot;
import org.qibroker.shared.Money;

/** Writes a request in one statement, over the tables that it touches. */
final class RequestRepository {
    private static final NamedSql REQUEST = NamedSql.load("request-booking.sql");

    private RequestRepository() {}

    /**
     * What came of it.
     *
     * @param mine whether nobody else was using the key
     * @param before the answer kept for the key, absent if it is new
     * @param full whether no unit was free
     */
    record Outcome(boolean mine, boolean made, @Nullable Kept before, boolean full) {}

    static Future<Outcome> write(SqlClient client, Ask ask) {
        Map<String, Object> values = new HashMap<>();
        key(values, ask);
        place(values, ask);
        booking(values, ask.booking());
        event(values, ask.event());
        values.put("most_requests", ask.mostRequests());
        return REQUEST.execute(client, values)
                .map(rows -> outcome(rows.iterator().next()));
    }

    private static void key(Map<String, Object> values, Ask ask) {
        IdempotencyKey key = ask.key();
        values.put("owner", key.owner());
        values.put("operation", key.operation());
        values.put("key", key.value());
        values.put("body_hash", key.bodyHash());
        values.put("status", ask.reply().status());
        values.put("headers", Json.write(ask.reply().headers()));
        values.put("body", ask.reply().body());
    }

    private static void place(Map<String, Object> values, Ask ask) {
        Booking.Place place = Objects.requireNonNull(ask.booking().place());
        Slot taken = ask.resource().taken(place.slot());
        values.put("resource", place.resourceId());
        values.put("resource_version", ask.resource().version());
        values.put("resource_name", place.resource());
        values.put("taken_from", utc(taken.start()));
        values.put("taken_to", utc(taken.end()));
        values.put("slot_start", utc(place.slot().start()));
        values.put("slot_end", utc(place.slot().end()));
        values.put("slot_zone", place.zone().getId());
        values.put("allocation", place.allocationId());
    }

    private static void booking(Map<String, Object> values, Booking booking) {
        Money price = booking.order().terms().price();
        values.put("booking", booking.id());
        values.put("number", booking.number());
        values.put("enterprise", booking.parties().enterpriseId());
        values.put("provider", booking.parties().providerId());
        values.put("parties", Json.write(booking.parties()));
        values.put("demand", booking.order().demandId());
        values.put("ordered", Json.write(booking.order()));
        values.put("price", price == null ? null : price.amount());
        values.put(
                "response_due",
                utc(Objects.requireNonNull(booking.progress().due().response())));
        values.put("acts_next", NextStep.actsNext(booking));
        values.put("now", utc(booking.createdAt()));
    }

    private static void event(Map<String, Object> values, Sealed sealed) {
        values.put("kind", sealed.event().kind());
        values.put("type", sealed.event().type());
        values.put("actor", sealed.event().actor());
        values.put("actor_name", sealed.event().actorName());
        values.put("organisation", sealed.event().organisation());
        values.put("involved", sealed.event().parties().toArray(UUID[]::new));
        values.put("data", sealed.event().data().toString());
        values.put("at", utc(sealed.event().at()));
        values.put("hash", sealed.hash());
    }

    private static Outcome outcome(Row row) {
        Kept before = row.getBuffer("before_hash") == null
                ? null
                : new Kept(
                        row.getBuffer("before_hash"),
                        row.getInteger("before_status"),
                        row.getValue("before_headers"),
                        row.getBuffer("before_body"));
        return new Outcome(row.getBoolean("mine"), row.getBoolean("made"), before, row.getBoolean("full_up"));
    }

    /** Draws so many numbers, which are never given again. */
    static Future<List<Long>> numbers(SqlClient client, int count) {
        return client.preparedQuery("SELECT nextval('booking_number') AS number FROM generate_series(1, $1)")
                .execute(Tuple.of(count))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("number"))
                        .toList());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
