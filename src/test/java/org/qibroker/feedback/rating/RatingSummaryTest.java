package org.qibroker.feedback.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatingSummaryTest {
    private static RatingSummary all(long cases, int points) {
        return new RatingSummary(
                cases, cases * points, cases * points, cases * points, (double) cases * points * points);
    }

    @Test
    void oneRatingHardlyMovesTheMeanThatCounts() {
        assertThat(all(0, 5).shrunk()).isEqualTo(RatingSummary.USUAL);
        assertThat(all(1, 1).mean()).isEqualTo(1);
        assertThat(all(1, 1).shrunk()).isCloseTo(3.5, within(0.001));
        assertThat(all(1, 1).few()).isTrue();
        assertThat(all(95, 5).shrunk()).isCloseTo(4.95, within(0.001));
        assertThat(all(95, 5).few()).isFalse();
    }

    @Test
    void theIntervalIsWideWhileThereAreFew() {
        assertThat(all(0, 5).low()).isEqualTo(1);
        assertThat(all(0, 5).high()).isEqualTo(5);
        assertThat(all(1, 4).low()).isEqualTo(1);
        assertThat(all(4, 4).low()).isCloseTo(3.51, within(0.01));
        assertThat(all(100, 4).low()).isCloseTo(3.902, within(0.001));
        RatingSummary split = new RatingSummary(2, 6, 6, 6, 1 + 25);
        assertThat(split.mean()).isEqualTo(3);
        assertThat(split.low()).isEqualTo(1);
        assertThat(split.high()).isEqualTo(5);
    }
}
