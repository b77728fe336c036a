package org.qibroker.insight.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.RegionTime;

/**
 * One thing that counts.
 *
 * @param subject what it counts of
 * @param bucket what it counts as, 0 where there is only one way
 * @param n how much it counts
 */
record Fact(Measure measure, UUID subject, About about, int bucket, long n) {
    /**
     * Whom and what facts of one event are about.
     *
     * @param family empty where it is not one
     */
    record About(
            UUID enterprise, @Nullable UUID provider, @Nullable UUID demand, @Nullable UUID booking, String family) {}

    static Fact once(Measure measure, UUID subject, About about) {
        return new Fact(measure, subject, about, 0, 1);
    }

    /** The month of a moment, by its first day; it begins in Shanghai. */
    static LocalDate month(Instant at) {
        return RegionTime.day(at).withDayOfMonth(1);
    }
}
