package org.qibroker.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qibroker.platform.events.LoggedEvent;

/** Who should know of an event, and what about it. Pure. */
final class NoticeRules {
    /** What is told of bookings: whatever the other side has to know or to act on. */
    private static final Set<String> BOOKING = Set.of(
            "booking-requested",
            "booking-accepted",
            "booking-declined",
            "booking-expired",
            "booking-cancelled",
            "booking-reschedule-proposed",
            "booking-rescheduled",
            "booking-reschedule-refused",
            "booking-received",
            "booking-paused",
            "booking-drafted",
            "booking-change-requested",
            "booking-reported",
            "booking-reissued",
            "booking-report-withdrawn",
            "booking-termination-proposed",
            "booking-terminated",
            "booking-disputed",
            "booking-resolved",
            "booking-flagged",
            "booking-flags-lifted");

    /** What is told a provider of itself, where somebody else did it. */
    private static final Set<String> PROVIDER = Set.of(
            "accreditation-confirmed",
            "accreditation-rejected",
            "accreditation-suspended",
            "accreditation-reinstated",
            "accreditation-withdrawn",
            "site-confirmed",
            "site-rejected");

    private NoticeRules() {}

    /** The organisations that should know: those concerned, without whoever did it. */
    static Set<UUID> audience(LoggedEvent event) {
        boolean told = BOOKING.contains(event.type()) || PROVIDER.contains(event.type());
        return !told
                ? Set.of()
                : event.parties().stream()
                        .filter(party -> !party.equals(event.organisation()))
                        .collect(Collectors.toSet());
    }

    /** What it is about, in the words of the event. */
    static String about(LoggedEvent event) {
        JsonNode data = event.data();
        return event.kind().equals("booking")
                ? data.path("number").asText()
                : (data.path("scheme").asText() + " "
                                + data.path("certificateNumber").asText()
                                + data.path("name").asText())
                        .strip();
    }

    /** What was said beside, empty if nothing was. */
    static String detail(LoggedEvent event) {
        return event.data().path("reason").asText("");
    }
}
