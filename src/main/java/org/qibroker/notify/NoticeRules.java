package org.qibroker.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qibroker.notify.preference.Topic;
import org.qibroker.platform.events.LoggedEvent;

/** Who should know of an event, and what about it. Pure. */
public final class NoticeRules {
    /** Kinds of aggregates whose events somebody is told of. */
    public static final Set<String> KINDS = Set.of(
            "booking",
            "billing",
            "complaint",
            "gap",
            "organisation",
            "provider",
            "quote",
            "rating",
            "sample",
            "uptake",
            "watch");

    private static final String REMINDER = "booking-soon-";
    private static final String ANSWER_SOON = "quote-answer-soon";

    private NoticeRules() {}

    /** The organisations that should know: those concerned by what is told at all, without whoever did it. */
    public static Set<UUID> audience(LoggedEvent event) {
        return Topic.of(event.type()).isEmpty()
                ? Set.of()
                : event.parties().stream()
                        .filter(party -> !party.equals(event.organisation()))
                        .filter(party -> !reminds(event) || acts(event, party))
                        .collect(Collectors.toSet());
    }

    private static boolean reminds(LoggedEvent event) {
        return event.type().startsWith(REMINDER) || event.type().equals(ANSWER_SOON);
    }

    /** Whether a party is the one that has to do what is due. */
    private static boolean acts(LoggedEvent event, UUID party) {
        JsonNode data = event.data();
        boolean provider = party.toString().equals(data.path("providerId").asText());
        return switch (event.type()) {
            case REMINDER + "response", REMINDER + "report", ANSWER_SOON -> provider;
            case REMINDER + "proposal" ->
                provider != data.path("proposal").path("by").asText().equals("PROVIDER");
            default -> !provider;
        };
    }

    /** Whether those who steer the region should know, too: what is late, what nobody answered, what becomes of gaps. */
    static boolean regional(LoggedEvent event) {
        return event.type().startsWith("booking-late-")
                || Set.of("booking-expired", "gap-proposed", "gap-reopened").contains(event.type());
    }

    /** What it is about, in the words of the event. */
    public static String about(LoggedEvent event) {
        JsonNode data = event.data();
        return switch (event.kind()) {
            case "booking", "billing", "complaint", "rating", "sample" ->
                data.path("number").asText();
            case "organisation" -> data.path("nameZh").asText();
            case "watch", "gap" -> data.path("subject").asText();
            case "uptake" -> data.path("period").asText();
            case "quote" -> data.path("title").asText();
            default ->
                (data.path("scheme").asText() + " "
                                + data.path("certificateNumber").asText()
                                + data.path("name").asText())
                        .strip();
        };
    }

    /** The aggregate whose page tells more: the event's own, or the demand of an item that is waited for. */
    public static UUID subject(LoggedEvent event) {
        return event.kind().equals("watch")
                ? UUID.fromString(event.data().path("demandId").asText())
                : event.stream();
    }

    /** What was said beside, or who can do what is waited for; empty if nothing was said. */
    public static String detail(LoggedEvent event) {
        JsonNode data = event.data();
        String said = data.path("reason").asText(data.path("note").asText(""));
        boolean met = event.kind().equals("watch") || event.type().equals("gap-proposed");
        return met ? data.path("providerName").asText() : said;
    }
}
