package org.qibroker.catalog.lint;

/** How much a finding costs. */
public enum Severity {
    /** The line cannot be right, or cannot be matched at all. */
    ERROR(0),
    /** The line may be right, and loses matches as it stands. */
    WARNING(0.6),
    /** Good to know. */
    INFO(0.9);

    private final double worth;

    Severity(double worth) {
        this.worth = worth;
    }

    /** What a line with such a finding still counts, of 1. */
    double worth() {
        return worth;
    }
}
