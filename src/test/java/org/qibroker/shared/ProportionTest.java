package org.qibroker.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {
    @Test
    void fewCasesTellLittle() {
        assertThat(new Proportion(1, 1).low()).isCloseTo(0.2065, within(0.001));
        assertThat(new Proportion(1, 1).high()).isEqualTo(1);
        assertThat(new Proportion(0, 10).high()).isCloseTo(0.2775, within(0.001));
    }

    @Test
    void manyCasesTellMuch() {
        Proportion many = new Proportion(460, 500);
        assertThat(many.percent()).isEqualTo(92);
        assertThat(many.percentLow()).isEqualTo(89);
        assertThat(many.percentHigh()).isEqualTo(94);
    }

    @Test
    void noCaseTellsNothing() {
        Proportion none = new Proportion(0, 0);
        assertThat(none.share()).isZero();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isEqualTo(1);
    }

    @Test
    void thereAreNoMoreHitsThanCases() {
        assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
