package org.qibroker.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.measure.Uncertainty.Worst;

class UncertaintyTest {
    @Test
    void isWorstWhereTheValueIsFarthestFromZero() {
        assertThat(new Linear(1, 0.1, 0, 2).worstOver(Interval.closed(-300, 100)))
                .contains(new Worst(31, -300));
        assertThat(new Relative(0.01, 2).worstOver(Interval.closed(0, 50))).contains(new Worst(0.5, 50));
        assertThat(new RootSumSquare(3, 0.04, 0, 2).worstOver(Interval.closed(0, 100)))
                .contains(new Worst(5, 100));
    }

    @Test
    void countsAFormulaInCelsiusFromZeroCelsius() {
        Linear uncertainty = new Linear(0.05, 0.002, 273.15, 2);
        assertThat(uncertainty.at(373.15).orElseThrow()).isCloseTo(0.25, within(1e-12));
        assertThat(uncertainty
                        .worstOver(Interval.closed(173.15, 293.15))
                        .orElseThrow()
                        .at())
                .isEqualTo(173.15);
    }

    @Test
    void cannotBeToldOverAnUnboundedRangeUnlessItIsConstant() {
        assertThat(new Linear(1, 0.1, 0, 2).worstOver(Interval.atLeast(5))).isEmpty();
        assertThat(new Relative(0.1, 2).worstOver(Interval.atMost(5))).isEmpty();
        assertThat(new Constant(0.1, 2).worstOver(Interval.atMost(5))).contains(new Worst(0.1, 5));
        assertThat(new TextOnly("about 1 µm").worstOver(Interval.closed(0, 1))).isEmpty();
    }

    @Test
    void relativeToTheValueIsWorstNearestToZeroAndUndecidableAcrossIt() {
        Constant constant = new Constant(0.5, 2);
        assertThat(constant.worstRatioOver(Interval.closed(10, 100))).contains(new Worst(0.05, 10));
        assertThat(constant.worstRatioOver(Interval.closed(-100, -5))).contains(new Worst(0.1, -5));
        assertThat(constant.worstRatioOver(Interval.closed(0, 100))).isEmpty();
        assertThat(new Relative(0.01, 2).worstRatioOver(Interval.closed(-1, 1))).isEmpty();
        assertThat(new Linear(1, 0.1, 273.15, 2).worstRatioOver(Interval.closed(300, 400)))
                .isEmpty();
    }

    @Test
    void isInterpolatedBetweenThePointsOfATableAndNeverBeyond() {
        Table table = new Table(List.of(new Table.Point(0, 1), new Table.Point(10, 5), new Table.Point(20, 3)), 2);
        assertThat(table.at(5).orElseThrow()).isEqualTo(3);
        assertThat(table.at(20).orElseThrow()).isEqualTo(3);
        assertThat(table.at(21)).isEmpty();
        assertThat(table.worstOver(Interval.closed(2, 18))).contains(new Worst(5, 10));
        assertThat(table.worstOver(Interval.closed(2, 25))).isEmpty();
    }

    @Test
    void isBroughtToAnotherCoverageFactor() {
        assertThat(new Constant(0.03, 3).withCoverageFactor(2).value()).isCloseTo(0.02, within(1e-15));
        assertThat(new Linear(2, 4, 1, 2).withCoverageFactor(3)).isEqualTo(new Linear(3, 6, 1, 3));
        assertThat(new Relative(0.1, 2).withCoverageFactor(1)).isEqualTo(new Relative(0.05, 1));
    }
}
