package org.qibroker.insight.count;

import java.time.Duration;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Times to an answer, in steps: from one hour to thirty days. */
public final class AnswerTimes {
    private static final int[] STEPS = {1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 36, 48, 72, 96, 120, 168, 240, 336, 720};
    private static final int LONGER = 1000;

    private AnswerTimes() {}

    /** The shortest step, in hours, that a time is not longer than. */
    public static int step(Duration time) {
        for (int hours : STEPS) {
            if (time.compareTo(Duration.ofHours(hours)) <= 0) {
                return hours;
            }
        }
        return LONGER;
    }

    /**
     * The shortest step within which half of all answers came.
     *
     * @param counts answers by step
     * @return absent if there was none
     */
    public static @Nullable Integer median(SortedMap<Integer, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long sofar = 0;
        for (var step : counts.entrySet()) {
            sofar += step.getValue();
            if (all > 0 && 2 * sofar >= all) {
                return step.getKey();
            }
        }
        return null;
    }
}
