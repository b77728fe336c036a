package org.qibroker.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void aLimitExactlyMetIsMetAlsoAfterAConversion() {
        assertThat(Numbers.atMost(0.1 + 0.2, 0.3)).isTrue();
        assertThat(Numbers.same(1e9, 1e9 + 0.5)).isTrue();
        assertThat(Numbers.same(1, 1 + 1e-8)).isFalse();
    }

    @Test
    void noValueIsAsLargeAsAnUnboundedOne() {
        assertThat(Numbers.same(Double.POSITIVE_INFINITY, 1e300)).isFalse();
        assertThat(Numbers.less(1e300, Double.POSITIVE_INFINITY)).isTrue();
        assertThat(Numbers.same(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isTrue();
    }
}
