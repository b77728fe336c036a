package org.qibroker.notify.preference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people are told of, in as many parts as they can choose between. */
public enum Topic {
    /** Requests, the answers to them, and what becomes of them. */
    REQUESTS(
            Channel.MAIL,
            "booking-requested",
            "booking-accepted",
            "booking-awarded",
            "booking-declined",
            "booking-expired",
            "booking-cancelled"),
    /** Requests for quotes, offers, and who was chosen. */
    QUOTES(
            Channel.MAIL,
            "quote-requested",
            "quote-request-extended",
            "quote-request-expired",
            "quote-request-withdrawn",
            "quote-given",
            "quote-revised",
            "quote-declined",
            "quote-taken-back",
            "quote-expired",
            "quote-awarded",
            "quote-not-awarded",
            "quote-message-sent"),
    /** Another time, or an early end. */
    CHANGES(
            Channel.MAIL,
            "booking-reschedule-proposed",
            "booking-rescheduled",
            "booking-reassigned",
            "booking-reschedule-refused",
            "booking-termination-proposed",
            "booking-terminated"),
    /** How the work goes. */
    WORK(Channel.NOTICE, "booking-received", "booking-paused", "booking-message-sent"),
    /** Where samples are. */
    SAMPLES(Channel.MAIL, "sample-dispatched", "sample-received", "sample-returned", "sample-disposed", "sample-lost"),
    /** Drafts and reports. */
    REPORTS(
            Channel.MAIL,
            "booking-drafted",
            "booking-change-requested",
            "booking-reported",
            "booking-reissued",
            "booking-report-withdrawn"),
    /** Invoices and payments. */
    PAPERS(Channel.NOTICE, "billing-invoiced", "billing-paid", "billing-reset", "billing-addressed"),
    /** Ratings and the replies to them. */
    RATINGS(Channel.NOTICE, "rating-given", "rating-replied"),
    /** Complaints, and how they end. */
    COMPLAINTS(
            Channel.MAIL,
            "complaint-made",
            "complaint-acknowledged",
            "complaint-overdue",
            "complaint-answered",
            "complaint-settled",
            "complaint-escalated",
            "complaint-decided",
            "complaint-withdrawn",
            "complaint-message-sent"),
    /** Objections, and how they end. */
    DISPUTES(Channel.MAIL, "booking-disputed", "booking-resolved"),
    /** What is due soon, and what is late. */
    REMINDERS(
            Channel.MAIL,
            "booking-soon-response",
            "booking-soon-proposal",
            "booking-soon-sample",
            "booking-soon-draft-answer",
            "booking-soon-report",
            "booking-soon-acceptance",
            "quote-answer-soon",
            "booking-late-sample",
            "booking-late-draft-answer",
            "booking-late-report"),
    /** Accreditations and sites, and bookings that rely on them. */
    QUALIFICATIONS(
            Channel.MAIL,
            "booking-flagged",
            "booking-flags-lifted",
            "accreditation-confirmed",
            "accreditation-rejected",
            "accreditation-suspended",
            "accreditation-reinstated",
            "accreditation-withdrawn",
            "organisation-verified",
            "organisation-refused",
            "site-confirmed",
            "site-rejected"),
    /** What was waited for. */
    WATCHES(Channel.MAIL, "watch-met"),
    /** Gaps: who is asked to close one and answers, who meets one, and how it ends. */
    GAPS(
            Channel.NOTICE,
            "gap-provider-invited",
            "gap-invitation-answered",
            "gap-proposed",
            "gap-closed",
            "gap-reopened"),
    /** Reports of uptake. */
    UPTAKE(Channel.MAIL, "uptake-report-ready"),
    /** Invitations for the calendar; they come by mail or not at all. */
    INVITATIONS(Channel.MAIL);

    private static final Map<String, Topic> OF_TYPE = Arrays.stream(values())
            .flatMap(topic -> topic.types.stream().map(type -> Map.entry(type, topic)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Channel usual;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> types;

    Topic(Channel usual, String... types) {
        this.usual = usual;
        this.types = List.of(types);
    }

    /** The topic of an event; none if nobody is told of it. */
    public static Optional<Topic> of(String eventType) {
        return Optional.ofNullable(OF_TYPE.get(eventType));
    }

    /** How users are told who have not chosen. */
    public Channel usual() {
        return usual;
    }

    /** The events that belong to it. */
    public List<String> types() {
        return types;
    }

    /** What can be chosen for it. */
    public List<Channel> channels() {
        return types.isEmpty() ? List.of(Channel.MAIL, Channel.NONE) : List.of(Channel.values());
    }

    /** The topic of a name; none if there is no such. */
    public static Optional<Topic> named(String name) {
        return Arrays.stream(values())
                .filter(topic -> topic.name().equals(name))
                .findFirst();
    }
}
