package org.qibroker.insight.count;

import java.util.List;

/** What is counted, each at most once of one subject; figures are made of these. */
public enum Measure {
    /** An enterprise came: once a day. Subject: that day of that enterprise. */
    VISIT("visit-made"),
    /** A demand was submitted. */
    DEMAND("demand-submitted"),
    /** An item of a submitted demand was matched. */
    ITEM("match-made"),
    /** An item has a covered or conditional candidate. */
    MATCHED("match-made"),
    /** An item has a candidate, no booking serves it, and its demand is not over. */
    UNBOOKED(
            "match-made",
            "booking-requested",
            "booking-awarded",
            "booking-declined",
            "booking-expired",
            "booking-cancelled",
            "booking-terminated",
            "demand-cancelled",
            "demand-closed"),
    /** A provider was shown for an item. */
    SHOWN("match-made"),
    /** A provider was shown first for an item. */
    SHOWN_FIRST("match-made"),
    /** An item has no candidate; its bucket is a {@link GapKind}. */
    UNMET("match-made", "gap-corrected"),
    /** A booking was asked for or came of a quote. */
    REQUESTED("booking-requested", "booking-awarded"),
    /** A provider answered a request or a request for a quote; its bucket is the {@link AnswerTimes step} of hours. */
    ANSWERED("booking-accepted", "booking-declined", "quote-given", "quote-declined"),
    /** A booking was agreed. */
    BOOKED("booking-accepted", "booking-awarded"),
    /** The first report of a booking was issued. */
    REPORTED("booking-reported"),
    /** It was issued, and the day it was due is known. */
    DUE("booking-reported"),
    /** It was issued by then. */
    ON_TIME("booking-reported"),
    /** A booking was completed for the first time. */
    COMPLETED("booking-completed", "booking-resolved"),
    /** A report was disputed for the first time. */
    DISPUTED("booking-disputed"),
    /** A booking was rated. */
    RATED("rating-given"),
    /** The three marks of a rating together: each 1 to 5. */
    RATING_THIRDS("rating-given"),
    /** Minutes that a resource offers in a month. */
    OFFERED("resource-created", "resource-changed"),
    /** Minutes that a booking takes of a resource, in the month in which they begin. */
    USED(
            "booking-accepted",
            "booking-awarded",
            "booking-rescheduled",
            "booking-reassigned",
            "booking-cancelled",
            "booking-terminated",
            "booking-resolved");

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> events;

    Measure(String... events) {
        this.events = List.of(events);
    }

    /** The types of the events that tell of it. */
    public List<String> events() {
        return events;
    }

    /** Whether the enterprise asked for something by it; that makes it active. */
    boolean asks() {
        return this == ITEM || this == REQUESTED;
    }
}
