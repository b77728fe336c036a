package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.RangeAsked;
import org.qibroker.demand.ValueAsked;
import org.qibroker.matching.understanding.Reading;

class RelaxedTest {
    private static ItemSpec relaxed(ItemSpec item, String relaxation) {
        Reading reading = Reading.nothing("").with(List.of(item));
        return Relaxed.apply(reading, List.of(relaxation), Scopes.UNITS).items().get(0);
    }

    @Test
    void aRatioStaysARatio() {
        ItemSpec item = Items.caliper()
                .range(20.0, 90.0, "%RH")
                .limit(new ValueAsked(1.0, "%", true))
                .spec();
        assertThat(relaxed(item, "0.UNCERTAINTY=2 %").maxUncertainty()).isEqualTo(new ValueAsked(2.0, "%", true));
    }

    @Test
    void aRangeWithoutItsEndIsNotTakenOver() {
        ItemSpec item = Items.caliper().range(0.0, 20.0, "kN").spec();
        for (String open : List.of("< 10 kN", "[0, 10) kN", "(0, 10] kN", "> 5 kN")) {
            assertThat(relaxed(item, "0.RANGE=" + open)).isEqualTo(item);
            assertThat(Relaxed.takes(item, Criterion.RANGE, open, Scopes.UNITS)).isFalse();
        }
        assertThat(relaxed(item, "0.RANGE=0–10 kN").range()).isEqualTo(new RangeAsked(0.0, 10.0, "kN"));
        assertThat(Relaxed.takes(item, Criterion.RANGE, "≤ 10 kN", Scopes.UNITS))
                .isTrue();
    }
}
