package org.qibroker.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.FieldFault;

class ItemRulesTest {
    private static final ItemRules RULES = new ItemRules(UnitRegistry.standard());

    private static List<String> faults(
            String quantity, RangeAsked range, List<PointAsked> points, ValueAsked max, ToleranceAsked tolerance) {
        ItemSpec item = new ItemSpec(
                Family.METROLOGY,
                null,
                "卡尺",
                null,
                quantity,
                range,
                points,
                null,
                max,
                tolerance,
                null,
                null,
                null,
                null,
                null);
        return RULES.faults(item).stream().map(ItemRulesTest::text).toList();
    }

    private static String text(FieldFault fault) {
        return fault.pointer() + " " + fault.code();
    }

    private static RangeAsked millimetres() {
        return new RangeAsked(0.0, 300.0, "mm");
    }

    @Test
    void anUncertaintyInAUnitOfAnotherQuantityIsRefused() {
        ValueAsked grams = new ValueAsked(1.0, "g", null);
        assertThat(faults(null, millimetres(), null, grams, null))
                .containsExactly("/maxUncertainty/unit unit-of-other-quantity");
        assertThat(faults("length", null, null, grams, null))
                .containsExactly("/maxUncertainty/unit unit-of-other-quantity");
        assertThat(faults(null, millimetres(), null, null, new ToleranceAsked(1.0, "g", null)))
                .containsExactly("/tolerance/unit unit-of-other-quantity");
    }

    @Test
    void pointsInUnitsOfDifferentQuantitiesAreRefused() {
        assertThat(faults(
                        null, millimetres(), List.of(new PointAsked(1.0, "m"), new PointAsked(1.0, "kg")), null, null))
                .containsExactly("/points/1/unit unit-of-other-quantity");
    }

    @Test
    void aRelativeUncertaintyNeedsARatio() {
        assertThat(faults(null, millimetres(), null, new ValueAsked(1.0, "mm", true), null))
                .containsExactly("/maxUncertainty/unit unit-no-ratio");
    }

    @Test
    void whatGoesTogetherIsTaken() {
        assertThat(faults(null, millimetres(), null, new ValueAsked(20.0, "µm", null), null))
                .isEmpty();
        assertThat(faults(null, millimetres(), null, new ValueAsked(50.0, "ppm", null), null))
                .isEmpty();
        assertThat(faults(null, new RangeAsked(0.0, 100.0, "℃"), null, new ValueAsked(0.05, "K", null), null))
                .isEmpty();
        assertThat(faults(null, new RangeAsked(20.0, 90.0, "%RH"), null, new ValueAsked(1.0, "%", null), null))
                .isEmpty();
        assertThat(faults(null, null, null, new ValueAsked(1.0, "g", null), null))
                .isEmpty();
    }
}
