package org.qibroker.matching.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.qibroker.measure.Interval;

/** Spans say what intervals say. */
class SpanTest {
    private static final double NOISE = 1e-12;

    private static Interval.End end(Random random) {
        double noise = random.nextInt(3) == 0 ? 1 + NOISE : 1;
        return random.nextInt(6) == 0 ? null : new Interval.End((random.nextInt(7) - 3) * noise, random.nextBoolean());
    }

    @Property(tries = 3000)
    void asIntervalsDo(@ForAll long seed) {
        Random random = new Random(seed);
        Interval one = new Interval(end(random), end(random));
        Interval other = new Interval(end(random), end(random));
        Span span = Span.of(one);
        double level = random.nextInt(9) - 4;

        assertThat(span.isEmpty()).isEqualTo(one.isEmpty());
        assertThat(span.length()).isEqualTo(one.length());
        assertThat(span.contains(level)).isEqualTo(one.contains(level));
        if (!other.isEmpty()) {
            assertThat(span.meets(Span.of(other)))
                    .isEqualTo(!one.isEmpty() && !one.intersect(other).isEmpty());
            assertThat(span.covers(Span.of(other))).isEqualTo(one.covers(other));
        }
        Interval between = new Interval(new Interval.End(level, false), new Interval.End(level + 1, false));
        assertThat(span.spans(level, level + 1)).isEqualTo(one.covers(between));
    }
}
