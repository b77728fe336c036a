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

    /** What is told the other side of samples. */
    private static final Set<String> SAMPLE =
            Set.of("sample-dispatched", "sample-received", "sample-returned", "sample-disposed", "sample-lost");

    /** What is told an enterprise of an item that it waits for. */
    private static final String WATCH_MET = "watch-met";

    private NoticeRules() {}

    /** The organisations that should know: those concerned, without whoever did it. */
    static Set<UUID> audience(LoggedEvent event) {
        boolean told = BOOKING.contains(event.type())
                || PROVIDER.contains(event.type())
                || SAMPLE.contains(event.type())
                || event.type().equals(WATCH_MET);
        return !told
                ? Set.of()
                : event.parties().stream()
                        .filter(party -> !party.equals(event.organisation()))
                        .collect(Collectors.toSet());
    }

    /** What it is about, in the words of the event. */
    static String about(LoggedEvent event) {
        JsonNode data = event.data();
        return switch (event.kind()) {
            case "booking", "sample" -> data.path("number").asText();
            case "watch" -> data.path("subject").asText();
            default ->
                (data.path("scheme").asText() + " "
                                + data.path("certificateNumber").asText()
                                + data.path("name").asText())
                        .strip();
        };
    }

    /** The aggregate whose page tells more: the event's own, or the demand of an item that is waited for. */
    static UUID subject(LoggedEvent event) {
        return event.kind().equals("watch")
                ? UUID.fromString(event.data().path("demandId").asText())
                : event.stream();
    }

    /** What was said beside, or who can do what is waited for; empty if nothing was said. */
    static String detail(LoggedEvent event) {
        JsonNode data = event.data();
        return data.path("reason")
                .asText(data.path("providerName").asText(data.path("note").asText("")));
    }
}
