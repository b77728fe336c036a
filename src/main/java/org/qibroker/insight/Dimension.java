package org.qibroker.insight;

import java.util.Locale;

/** What figures are broken down by. */
public enum Dimension {
    /** The month of the event, in Shanghai. */
    MONTH("month::text"),
    /** The district of the enterprise. */
    DISTRICT("district"),
    /** The family of the service. */
    FAMILY("family"),
    /** The industry of the enterprise. */
    INDUSTRY("key"),
    /** The size of the enterprise. */
    SIZE("key"),
    /** The programmes of the demand. */
    PROGRAMME("key"),
    /** The scenarios of the demand. */
    SCENARIO("key"),
    /** The provider. */
    PROVIDER("key");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** The column of the sums that holds it. */
    String column() {
        return column;
    }

    /** Whether the sums are kept for it apart, so that it combines with no other such. */
    public boolean apart() {
        return column.equals("key");
    }

    /** The name of its filter. */
    public String filter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
