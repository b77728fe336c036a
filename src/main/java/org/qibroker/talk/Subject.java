package org.qibroker.talk;

/** What is talked about. */
public enum Subject {
    /** A booking. */
    BOOKING("Booking", "bookings"),
    /** A request for a quote. */
    QUOTE_REQUEST("Quote", "quote-requests"),
    /** A complaint. */
    COMPLAINT("Complaint", "complaints");

    private final String noun;
    private final String path;

    Subject(String noun, String path) {
        this.noun = noun;
        this.path = path;
    }

    /** How the operations of the contract call it. */
    String noun() {
        return noun;
    }

    /** Under which path its pages and operations are. */
    public String path() {
        return path;
    }
}
