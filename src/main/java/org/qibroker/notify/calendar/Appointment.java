package org.qibroker.notify.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.events.LoggedEvent;

/**
 * The time of a booking, as a calendar holds it.
 *
 * @param sequence rises with whatever happens to the booking, so with each move of it
 * @param changedAt when that happened
 */
public record Appointment(
        UUID bookingId,
        Parties parties,
        String number,
        String title,
        Place place,
        Status status,
        long sequence,
        Instant changedAt) {
    private static final Set<String> OVER = Set.of("DECLINED", "EXPIRED", "CANCELLED");

    /** Who meets. */
    public record Parties(UUID enterpriseId, String enterprise, UUID providerId, String provider) {}

    /** When and where; times are those of the zone. */
    public record Place(UUID resourceId, String resource, String site, Instant start, Instant end, ZoneId zone) {}

    /** How sure it is (RFC 5545, 3.8.1.11). */
    public enum Status {
        /** Asked for. */
        TENTATIVE,
        /** Agreed. */
        CONFIRMED,
        /** It does not take place. */
        CANCELLED;

        static Status of(String state) {
            return OVER.contains(state) ? CANCELLED : state.equals("REQUESTED") ? TENTATIVE : CONFIRMED;
        }
    }

    /** The appointment after an event of a booking; none if nothing is reserved, or the event does not say what. */
    public static Optional<Appointment> of(LoggedEvent event) {
        JsonNode data = event.data();
        JsonNode place = data.path("place");
        if (!place.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new Appointment(
                event.stream(),
                new Parties(
                        UUID.fromString(data.path("enterpriseId").asText()),
                        data.path("enterpriseName").asText(),
                        UUID.fromString(data.path("providerId").asText()),
                        data.path("providerName").asText()),
                data.path("number").asText(),
                data.path("title").asText(),
                new Place(
                        UUID.fromString(place.path("resourceId").asText()),
                        place.path("resource").asText(),
                        data.path("site").asText(),
                        Instant.parse(place.path("slot").path("start").asText()),
                        Instant.parse(place.path("slot").path("end").asText()),
                        ZoneId.of(place.path("zone").asText())),
                Status.of(data.path("to").asText()),
                event.sequence(),
                event.at()));
    }
}
