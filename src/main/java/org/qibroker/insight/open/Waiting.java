package org.qibroker.insight.open;

import java.util.Locale;
import java.util.stream.Stream;

/** What waits for coordinators, whenever it began. */
public enum Waiting {
    /** Bookings that are late. */
    LATE(OpenRepository.BOOKINGS + " AND b.late", "/bookings/"),
    /** Bookings whose report is disputed. */
    DISPUTES(OpenRepository.BOOKINGS + " AND b.state = 'DISPUTED'", "/bookings/"),
    /** Complaints that are open. */
    COMPLAINTS(OpenRepository.COMPLAINTS, "/complaints/"),
    /** Organisations that nobody has verified. */
    UNVERIFIED(OpenRepository.UNVERIFIED, "/region/organisations#o-");

    private final String sql;
    private final String page;

    Waiting(String sql, String page) {
        this.sql = sql;
        this.page = page;
    }

    /** Reads all of it. */
    String sql() {
        return sql;
    }

    /** Its name for addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page of one thing that waits. */
    public String page(OpenThing thing) {
        return page + thing.id();
    }

    /** The one of a name for addresses. */
    public static Stream<Waiting> named(String key) {
        return Stream.of(values()).filter(waiting -> waiting.key().equals(key));
    }
}
