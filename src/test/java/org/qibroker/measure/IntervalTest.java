package org.qibroker.measure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void meetsALimitExactlyMetAlsoAfterAConversion() {
        assertThat(Interval.closed(0, 0.1 + 0.2).covers(Interval.closed(0, 0.3)))
                .isTrue();
        assertThat(Interval.closed(0, 0.3).covers(Interval.closed(0, 0.1 + 0.2)))
                .isTrue();
        assertThat(Interval.closed(0, 0.3).contains(0.1 + 0.2)).isTrue();
    }

    @Test
    void anOpenEndDoesNotCoverAClosedOne() {
        assertThat(Interval.below(10).covers(Interval.closed(0, 10))).isFalse();
        assertThat(Interval.below(10).covers(Interval.closed(0, 9.99))).isTrue();
        assertThat(Interval.atMost(10).covers(Interval.below(10))).isTrue();
        assertThat(Interval.below(10).contains(10)).isFalse();
    }

    @Test
    void aMissingEndIsUnbounded() {
        assertThat(Interval.atMost(10).covers(Interval.closed(-1e9, 10))).isTrue();
        assertThat(Interval.closed(0, 10).covers(Interval.atLeast(5))).isFalse();
        assertThat(Interval.ALL.covers(Interval.atLeast(5))).isTrue();
    }

    @Test
    void isEmptyWhenItsEndsLeaveNothing() {
        assertThat(Interval.atMost(5).intersect(Interval.above(5)).isEmpty()).isTrue();
        assertThat(Interval.atMost(5).intersect(Interval.atLeast(5)).isPoint()).isTrue();
        assertThat(Interval.closed(1, 2).intersect(Interval.closed(3, 4)).isEmpty())
                .isTrue();
    }

    @Property
    void aValueIsInTheIntersectionIfItIsInBoth(
            @ForAll @DoubleRange(min = -100, max = 100) double a,
            @ForAll @DoubleRange(min = -100, max = 100) double b,
            @ForAll @DoubleRange(min = -100, max = 100) double c,
            @ForAll @DoubleRange(min = -100, max = 100) double x) {
        Interval one = Interval.closed(Math.min(a, b), Math.max(a, b));
        Interval other = Interval.above(c);
        assertThat(one.intersect(other).contains(x)).isEqualTo(one.contains(x) && other.contains(x));
        assertThat(one.covers(one.intersect(other))).isTrue();
        assertThat(other.covers(one.intersect(other))).isTrue();
    }
}
