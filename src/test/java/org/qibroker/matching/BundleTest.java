package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Price;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.Bundle;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.bundle.Label;
import org.qibroker.shared.Money;

class BundleTest {
    private static LineText line(String subject, Long fen, Integer days) {
        Price price = fen == null ? Price.ON_REQUEST : new Price(Price.Kind.FIXED, fen, "件");
        return new LineText().subject(subject).price(price).days(days);
    }

    private static Scopes region() {
        return new Scopes()
                .provider("全")
                .line(line("数显卡尺", 20_000L, 8))
                .line(line("外径千分尺", 20_000L, 8))
                .provider("廉")
                .line(line("数显卡尺", 5_000L, 10))
                .provider("快")
                .line(line("外径千分尺", 30_000L, 1))
                .line(line("数显卡尺", 90_000L, 1));
    }

    private static List<Bundle> bundles(Scopes scopes, Money budget, String... subjects) {
        MatchRequest request = new MatchRequest(
                null,
                null,
                budget,
                null,
                null,
                null,
                List.of(subjects).stream()
                        .map(subject ->
                                Items.caliper().subject(subject).pieces(2).spec())
                        .toList());
        return MatchEngine.match(request, scopes.view(), Scopes.context()).bundles();
    }

    private static Bundle best(List<Bundle> bundles, Label label) {
        return bundles.stream()
                .filter(bundle -> bundle.bestAt().contains(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> providers(Bundle bundle) {
        return bundle.choices().stream().map(Bundle.Choice::providerName).toList();
    }

    @Test
    void thePlansAreNamedForWhatTheyAreBestAt() {
        List<Bundle> bundles = bundles(region(), null, "数显卡尺", "外径千分尺");
        assertThat(providers(best(bundles, Label.FEWEST_PROVIDERS))).containsExactly("全", "全");
        assertThat(providers(best(bundles, Label.CHEAPEST))).containsExactly("廉", "全");
        assertThat(providers(best(bundles, Label.EARLIEST))).containsExactly("快", "快");
        assertThat(best(bundles, Label.CHEAPEST).total()).isEqualTo(Money.fen(50_000));
        assertThat(best(bundles, Label.EARLIEST).finishBy()).isEqualTo(Scopes.DAY.plusDays(1));
        assertThat(bundles).allMatch(Bundle::proven);
    }

    @Test
    void whatNobodyDoesIsResidual() {
        List<Bundle> bundles = bundles(region(), null, "数显卡尺", "天平");
        assertThat(bundles).isNotEmpty().allMatch(bundle -> bundle.residual().equals(List.of(1)));
        assertThat(bundles(region(), null, "天平")).isEmpty();
    }

    @Test
    void aPriceToBeAskedForLeavesTheTotalOpen() {
        Scopes scopes = region().provider("询").line(line("电子天平", null, 1));
        Bundle bundle = bundles(scopes, Money.fen(100_000), "数显卡尺", "电子天平").get(0);
        assertThat(bundle.total()).isNull();
        assertThat(bundle.caveats().onRequest()).isEqualTo(1);
        assertThat(bundle.caveats().known()).isEqualTo(bundle.choices().get(0).price());
        assertThat(bundle.caveats().budget()).isEqualTo(Verdict.UNDECIDABLE);
    }

    @Test
    void theBudgetIsHeldAgainstTheTotal() {
        List<Bundle> bundles = bundles(region(), Money.fen(60_000), "数显卡尺", "外径千分尺");
        assertThat(best(bundles, Label.CHEAPEST).caveats().budget()).isEqualTo(Verdict.COVERED);
        assertThat(best(bundles, Label.FEWEST_PROVIDERS).caveats().budget()).isEqualTo(Verdict.NOT_COVERED);
    }
}
