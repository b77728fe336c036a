package org.qibroker.matching.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.qibroker.catalog.index.Formula;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.measure.Constant;
import org.qibroker.measure.Linear;
import org.qibroker.measure.Relative;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;

class StatedTest {
    private static final double WITHOUT_END = Double.POSITIVE_INFINITY;
    private static final UnitRegistry UNITS = UnitRegistry.standard();

    private static Stated stated(Uncertainty uncertainty) {
        AskedItem item = AskedItem.of(ItemSpec.of(Family.METROLOGY, "卡尺"), UNITS);
        KindAsked asked = KindAsked.of(item, UNITS.kind("length").orElseThrow(), 0);
        return new Stated(asked, Formula.of(uncertainty), () -> uncertainty);
    }

    @Test
    void whatIsTheSameEverywhereIsSoWithoutEnd() {
        assertThat(stated(new Constant(2e-5, 2)).worst(0, WITHOUT_END)).isEqualTo(2e-5);
    }

    @Test
    void whatGrowsCannotBeToldWithoutEndHoweverLittleItGrows() {
        assertThat(stated(new Relative(0, 2)).worst(0, WITHOUT_END)).isInfinite();
        assertThat(stated(new Linear(2e-5, 0, 0, 2)).worst(0, WITHOUT_END)).isInfinite();
    }

    @Test
    void itIsForTheCoverageFactorAsked() {
        assertThat(stated(new Linear(3e-5, 1e-5, 0, 3)).worst(-2, 1)).isCloseTo(2 * 5e-5 / 3, within(1e-12));
    }

    @Test
    void onPlainNumbersItIsWhatTheUncertaintySays() {
        Uncertainty linear = new Linear(2e-5, 1e-5, 0.1, 2);
        Stated stated = stated(linear);
        assertThat(stated.found(Stated.between(-0.5, 0.2)))
                .isEqualTo(new Uncertainty.Worst(stated.worst(-0.5, 0.2), -0.5));
    }
}
