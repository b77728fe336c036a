package org.qibroker.notify.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.qibroker.platform.events.LoggedEvent;

/**
 * Which events of a booking invite, and which call an invitation off (RFC 5546, 3.2). Both sides are invited when a
 * booking is agreed, again with a higher sequence when it is moved; whoever was invited is told when it does not take
 * place. Pure.
 */
public final class Invitations {
    private static final Set<String> MOVES = Set.of("booking-rescheduled", "booking-reassigned");
    private static final Set<String> AGREED = Set.of("ACCEPTED", "IN_PROGRESS", "ON_HOLD", "DRAFTED");

    private Invitations() {}

    /** What an invitation does. */
    public enum Method {
        /** Invites, or says that the time has moved. */
        REQUEST,
        /** Calls it off. */
        CANCEL
    }

    /** What an event does to calendars; none if nothing. */
    public static Optional<Method> method(LoggedEvent event) {
        JsonNode data = event.data();
        if (!event.kind().equals("booking") || !data.path("place").isObject()) {
            return Optional.empty();
        }
        String from = data.path("from").asText();
        String to = data.path("to").asText();
        boolean agreed = to.equals("ACCEPTED") && !from.equals("ACCEPTED");
        if (agreed || MOVES.contains(event.type())) {
            return Optional.of(Method.REQUEST);
        }
        return to.equals("CANCELLED") && AGREED.contains(from) ? Optional.of(Method.CANCEL) : Optional.empty();
    }
}
