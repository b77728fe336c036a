package org.qibroker.matching.rank;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;

/** Counts what providers promised and kept, from the events of bookings, and what is said of them, from ratings. */
public final class RecordKeeper implements Projection {
    @Override
    public String name() {
        return "provider-record";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("booking", "rating");
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        return event.kind().equals("rating")
                ? rated(tx, event)
                : follow(tx, event).compose(done -> count(tx, event));
    }

    private static Future<Void> rated(SqlConnection tx, LoggedEvent event) {
        JsonNode data = event.data();
        Optional<UUID> provider = id(data.path("providerId"));
        long thirds = data.path("service").asLong()
                + data.path("punctuality").asLong()
                + data.path("clarity").asLong();
        return event.type().equals("rating-given") && provider.isPresent()
                ? RecordRepository.rated(tx, provider.get(), thirds)
                : Future.succeededFuture();
    }

    private static Future<Void> follow(SqlConnection tx, LoggedEvent event) {
        Optional<UUID> provider = id(event.data().path("providerId"));
        return provider.isEmpty()
                ? Future.succeededFuture()
                : RecordRepository.follow(
                        tx, event.stream(), provider.get(), time(event.data().path("turnaroundDue")));
    }

    private static Future<Void> count(SqlConnection tx, LoggedEvent event) {
        return switch (event.type()) {
            case "booking-reported" -> RecordRepository.reported(tx, event.stream(), event.at());
            case "booking-reissued" -> RecordRepository.reissued(tx, event.stream());
            default -> Future.succeededFuture();
        };
    }

    private static Optional<UUID> id(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(UUID.fromString(node.asText())) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant time(JsonNode node) {
        try {
            return node.isTextual() ? Instant.parse(node.asText()) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
