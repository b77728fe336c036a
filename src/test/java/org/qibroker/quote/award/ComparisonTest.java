package org.qibroker.quote.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibroker.quote.award.Offers.FIRST;
import static org.qibroker.quote.award.Offers.SECOND;
import static org.qibroker.quote.award.Offers.item;
import static org.qibroker.quote.award.Offers.quote;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.quote.Quote;
import org.qibroker.quote.QuoteDraft.Uncertainty;
import org.qibroker.quote.award.Comparison.Compared;
import org.qibroker.quote.award.Comparison.Marks;

class ComparisonTest {
    private static final Comparison COMPARISON = new Comparison(UnitRegistry.standard());
    private static final List<UUID> BOTH = List.of(FIRST, SECOND);

    private static Uncertainty u(double value, String unit, double k) {
        return new Uncertainty(value, unit, k);
    }

    @Test
    void marksWhatIsBestOfEachItemAndInAll() {
        Quote cheap = quote(1, item(FIRST, 100, 9, u(20, "µm", 2)), item(SECOND, 100, 9, null));
        Quote quick = quote(2, item(FIRST, 150, 3, u(0.015, "mm", 2)), item(SECOND, 150, 4, null));
        Quote part = quote(3, item(FIRST, 90, 5, u(0.05, "mm", 2)));

        Compared compared = COMPARISON.of(BOTH, List.of(cheap, quick, part));

        assertThat(compared.of(FIRST).bestPrice()).containsExactly(part.id());
        assertThat(compared.of(FIRST).earliest()).containsExactly(quick.id());
        assertThat(compared.of(FIRST).mostAccurate()).containsExactly(quick.id());
        assertThat(compared.of(SECOND).mostAccurate()).isEmpty();
        assertThat(compared.complete()).containsExactlyInAnyOrder(cheap.id(), quick.id());
        assertThat(compared.total().bestPrice()).containsExactly(cheap.id());
        assertThat(compared.total().earliest()).containsExactly(quick.id());
        assertThat(compared.total().mostAccurate()).containsExactly(quick.id());
    }

    @Test
    void bringsUncertaintiesToOneUnitAndOneFactor() {
        Quote one = quote(1, item(FIRST, 1, 1, u(30, "µm", 3)));
        Quote other = quote(2, item(FIRST, 1, 1, u(0.02, "mm", 2)));
        Quote worse = quote(3, item(FIRST, 1, 1, u(0.015, "mm", 1)));
        assertThat(COMPARISON.of(BOTH, List.of(one, other, worse)).of(FIRST).mostAccurate())
                .containsExactlyInAnyOrder(one.id(), other.id());
    }

    @Test
    void doesNotCompareAShareWithALength() {
        Quote share = quote(1, item(FIRST, 1, 1, u(0.1, "%", 2)));
        Quote length = quote(2, item(FIRST, 1, 1, u(0.02, "mm", 2)));
        assertThat(COMPARISON.of(BOTH, List.of(share, length)).of(FIRST).mostAccurate())
                .isEmpty();
    }

    @Test
    void nothingIsBestAlone() {
        Compared compared = COMPARISON.of(BOTH, List.of(quote(1, item(FIRST, 1, 1, null))));
        assertThat(compared.of(FIRST)).isEqualTo(Marks.NONE);
        assertThat(compared.total()).isEqualTo(Marks.NONE);
    }

    @Test
    void aDiscountCounts() {
        Quote.Item plain = item(FIRST, 1001, 1, null);
        Quote.Item half =
                new Quote.Item(FIRST, plain.price(), 50, plain.finishBy(), null, null, plain.capabilityIds(), null);
        assertThat(half.net().amount()).isEqualTo(501);
        Compared compared = COMPARISON.of(BOTH, List.of(quote(1, item(FIRST, 502, 1, null)), quote(2, half)));
        assertThat(compared.of(FIRST).bestPrice())
                .containsExactly(quote(2, half).id());
    }
}
