package org.qibroker.gap.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Capability;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.gap.wish.Wished;
import org.qibroker.matching.Scopes;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.criteria.AskedItem;

/** Of many lines those that are the best somewhere, and who meets how many wishes. */
class BestLinesTest {
    private static List<String> best(@Nullable RangeAsked asked, int most, LineText... lines) {
        Scopes scopes = new Scopes().provider("甲");
        Stream.of(lines).forEach(scopes::line);
        return BestLines.of(scopes.lines(), AskedItem.of(Wished.caliper(asked, null), Scopes.UNITS), most).stream()
                .map(Capability::measured)
                .map(Capability.Measured::uncertaintyText)
                .toList();
    }

    @Test
    void aLineThatAnotherIsBetterThanEverywhereIsLeftOut() {
        assertThat(best(null, 9, LineText.of("0~300 mm", "U=0.01 mm"), LineText.of("0~300 mm", "U=0.02 mm")))
                .containsExactly("U=0.01 mm");
    }

    @Test
    void eachLineIsTheBestWhereItIs() {
        assertThat(best(
                        Wished.to(500),
                        9,
                        LineText.of("100~500 mm", "U=0.02 mm"),
                        LineText.of("0~150 mm", "U=0.01 mm")))
                .containsExactly("U=0.01 mm", "U=0.02 mm");
    }

    @Test
    void whereNothingIsAskedLinesAreBestAnywhereAndWhatIsAskedIsAllThatCounts() {
        LineText[] lines = {LineText.of("0~100 mm", "U=0.01 mm"), LineText.of("100~900 mm", "U=0.02 mm")};
        assertThat(best(null, 9, lines)).hasSize(2);
        assertThat(best(Wished.to(50), 9, lines)).containsExactly("U=0.01 mm");
        assertThat(best(null, 1, lines)).hasSize(1);
    }

    @Test
    void whatSaysNoUncertaintyOrNoEndCannotBeCompared() {
        assertThat(best(null, 9, LineText.of("0~300 mm", "0.5级"), LineText.of("≥ 10 mm", "U=0.02 mm")))
                .isEmpty();
        assertThat(best(null, 9)).isEmpty();
    }

    @Test
    void whoMeetsTheMostWishesIsProposedFirst() {
        Scopes scopes = new Scopes()
                .provider("甲")
                .line(LineText.of("0~300 mm", "U=0.01 mm"))
                .provider("乙")
                .line(LineText.of("0~100 mm", "U=0.01 mm"));
        ItemSpec small = Wished.caliper(Wished.to(100), new ValueAsked(0.02, "mm", null));
        ItemSpec large = Wished.caliper(Wished.to(300), new ValueAsked(0.02, "mm", null));
        List<Proposal> proposals = Proposal.of(
                List.of(scopes.answer(small).candidates(), scopes.answer(large).candidates()));
        assertThat(proposals).extracting(Proposal::providerName).containsExactly("甲", "乙");
        assertThat(proposals)
                .extracting(proposal -> Map.of(proposal.met(), proposal.of()))
                .containsExactly(Map.of(2, 2), Map.of(1, 2));
        assertThat(proposals.get(0).whole()).isTrue();
        assertThat(proposals.get(0).capabilityId())
                .isEqualTo(scopes.lines().get(0).id());
    }
}
