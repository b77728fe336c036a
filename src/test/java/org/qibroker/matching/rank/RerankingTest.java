package org.qibroker.matching.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Price;
import org.qibroker.demand.Preset;
import org.qibroker.matching.Items;
import org.qibroker.matching.MatchEngine;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.Scopes;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.answer.Score;
import org.qibroker.matching.answer.Weights;

class RerankingTest {
    private static final Weights PRICE = new Weights(100.0, null, null, null, null);
    private static final Weights FINISH = new Weights(0.0, 3.0, null, null, null);

    private static Scopes region() {
        return new Scopes()
                .provider("cheap")
                .holding("CNAS")
                .line(LineText.of("0~300 mm", "U=0.01 mm").price(price(5_000)).days(20))
                .provider("fast")
                .holding("CNAS")
                .line(LineText.of("0~300 mm", "U=0.01 mm").price(price(30_000)).days(1))
                .provider("conditional")
                .holding("CNAS")
                .line(LineText.of("0~300 mm", "U=0.01 mm")
                        .price(price(10))
                        .days(0)
                        .limitation("限外部"));
    }

    private static Price price(long fen) {
        return new Price(Price.Kind.FIXED, fen, "件");
    }

    private static MatchRequest weighed(Weights weights) {
        return new MatchRequest(
                null,
                null,
                null,
                Preset.BALANCED,
                weights,
                null,
                List.of(Items.caliper().spec()));
    }

    private static List<String> order(ItemAnswer answer) {
        return answer.candidates().stream().map(Candidate::providerName).toList();
    }

    @Test
    void whatCountsMostComesFirstButAnOpenQuestionStaysLast() {
        assertThat(order(region().answer(weighed(PRICE)))).containsExactly("cheap", "fast", "conditional");
        assertThat(order(region().answer(weighed(FINISH)))).containsExactly("fast", "cheap", "conditional");
    }

    @Test
    void weighingAnAnswerAnewGivesWhatTheEngineWouldHaveGiven() {
        MatchAnswer balanced = MatchEngine.match(weighed(PRICE), region().view(), Scopes.context());
        MatchAnswer fast = MatchEngine.match(weighed(FINISH), region().view(), Scopes.context());
        assertThat(new Reranking(FINISH).of(balanced)).isEqualTo(fast);
    }

    @Test
    void onlyTheProportionOfWeightsMatters() {
        Score.Parts parts = new Score.Parts(0.5, 1, 0, 0, 0);
        assertThat(Score.of(new Weights(1.0, 1.0, null, null, null), parts))
                .isEqualTo(Score.of(new Weights(80.0, 80.0, 0.0, 0.0, 0.0), parts));
    }
}
