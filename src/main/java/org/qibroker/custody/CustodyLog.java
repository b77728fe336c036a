package org.qibroker.custody;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.events.EventLog;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Caller;

/** The chain of custody, one stream a booking. */
final class CustodyLog {
    private static final String KIND = "sample";
    private static final Map<SampleState, String> TYPES = Map.of(
            SampleState.PREPARED, "sample-labelled",
            SampleState.DISPATCHED, "sample-dispatched",
            SampleState.RECEIVED, "sample-received",
            SampleState.IN_LAB, "sample-taken-in",
            SampleState.RETURNED, "sample-returned",
            SampleState.DISPOSED, "sample-disposed",
            SampleState.LOST, "sample-lost");

    private final EventLog events;

    CustodyLog(EventLog events) {
        this.events = events;
    }

    /**
     * What an event says.
     *
     * @param number of the booking
     */
    record Data(
            String number,
            UUID enterpriseId,
            UUID providerId,
            SampleState state,
            List<SampleCode> codes,
            @Nullable Condition condition,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String note,
            @Nullable UUID photoId) {}

    Future<Void> append(SqlConnection tx, Booking booking, List<Sample> passed, Told told, Caller caller) {
        CustodyStep step = told.step();
        UUID enterprise = booking.parties().enterpriseId();
        UUID provider = booking.parties().providerId();
        Data data = new Data(
                booking.number(),
                enterprise,
                provider,
                step.state(),
                passed.stream().map(Sample::code).toList(),
                step.condition(),
                step.carrier(),
                step.trackingNumber(),
                step.note(),
                told.photo());
        String type = TYPES.getOrDefault(step.state(), KIND);
        return events.append(tx, new Change(KIND, booking.id(), type, caller, Set.of(enterprise, provider), data))
                .mapEmpty();
    }

    /** What was said, and the photo kept with it. */
    record Told(CustodyStep step, @Nullable UUID photo) {}

    Future<List<CustodyEvent>> of(SqlClient client, UUID booking) {
        return events.ofStream(client, KIND, booking)
                .map(all -> all.stream().map(CustodyLog::event).toList());
    }

    private static CustodyEvent event(LoggedEvent event) {
        JsonNode data = event.data();
        return new CustodyEvent(
                SampleState.valueOf(data.path("state").asText()),
                event.at(),
                event.actorName(),
                StreamSupport.stream(data.path("codes").spliterator(), false)
                        .map(code -> new SampleCode(code.asText()))
                        .toList(),
                data.hasNonNull("condition")
                        ? Condition.valueOf(data.path("condition").asText())
                        : null,
                text(data, "carrier"),
                text(data, "trackingNumber"),
                text(data, "note"),
                data.hasNonNull("photoId") ? Json.mapper().convertValue(data.path("photoId"), UUID.class) : null);
    }

    private static @Nullable String text(JsonNode data, String field) {
        return data.hasNonNull(field) ? data.path(field).asText() : null;
    }
}
