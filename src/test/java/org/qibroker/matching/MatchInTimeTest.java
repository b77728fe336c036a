package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.candidates.Patience;
import org.qibroker.shared.Refusal;

class MatchInTimeTest {
    private static final int PROVIDERS = 500;
    private static final int ITEMS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LINES = 4_000;

    private static ScopeView manyWhoCan() {
        Scopes scopes = new Scopes();
        for (int i = 0; i < PROVIDERS; i++) {
            scopes.provider("P" + i)
                    .holding("CNAS")
                    .line(LineText.of("0~150 mm", "U=(5+L/" + (20 + i) + ")µm").days(1 + i % 20))
                    .line(LineText.of("150~500 mm", "U=0.01 mm").days(1 + i % 15));
        }
        return scopes.view();
    }

    private static ItemSpec hard() {
        return Items.caliper()
                .range(0.0, 300.0, "mm")
                .limit(0.02, "mm")
                .methods("JJG 30-2012")
                .marks("CNAS")
                .spec();
    }

    @Test
    void twoHundredItemsThatFiveHundredProvidersCanServeAreAnsweredInTimeOrRefused() {
        ScopeView view = manyWhoCan();
        MatchRequest request = MatchRequest.of(Collections.nCopies(ITEMS, hard()));
        answeredOrRefusedInTime(request, view);
    }

    /** Each of them overlaps with half of the others, and none is preferred to another everywhere. */
    @Test
    void aSiteWithThousandsOfLinesThatJoinIsAnsweredInTimeOrRefused() {
        Scopes scopes = new Scopes().provider("P").holding("CNAS");
        for (int i = 0; i < LINES; i++) {
            scopes.line(LineText.of(i + "~" + (i + LINES) + " mm", "U=(" + (LINES - i) + "+L/" + (i + 1) + ")µm"));
        }
        ItemSpec item =
                Items.caliper().range(0.0, 2.0 * LINES, "mm").limit(0.02, "mm").spec();
        answeredOrRefusedInTime(MatchRequest.of(Collections.nCopies(10, item)), scopes.view());
    }

    private static void answeredOrRefusedInTime(MatchRequest request, ScopeView view) {
        long begun = System.nanoTime();
        Throwable failure =
                catchThrowable(() -> MatchEngine.match(request, view, Scopes.context(), Patience.of(PATIENCE)));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
        if (failure != null) {
            assertThat(failure).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                            refusal.faults().get(0).code())
                    .isEqualTo("match-too-large"));
        }
    }

    @Test
    void oneItemThatFiveHundredProvidersCanServeIsAnswered() {
        MatchRequest request = MatchRequest.of(Collections.nCopies(1, hard()));
        MatchAnswer answer = MatchEngine.match(request, manyWhoCan(), Scopes.context(), Patience.of(PATIENCE));
        assertThat(answer.items().get(0).candidates()).hasSize(50);
        assertThat(answer.bundles()).isNotEmpty();
    }
}
