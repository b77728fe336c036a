package org.qibroker.matching.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.answer.NearMiss;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Family;

class SharedMatchTest {
    private static final String BUDGET = "CNY 4321.00";

    @Test
    void theBudgetIsNowhereInWhatALinkShows() throws JsonProcessingException {
        CriterionResult dear = new CriterionResult(
                Criterion.BUDGET, Verdict.NOT_COVERED, BUDGET, "CNY 5000.00", "too-dear", null, null);
        CriterionResult late =
                new CriterionResult(Criterion.DEADLINE, Verdict.COVERED, "2026-12-20", "2026-12-01", null, null, null);
        NearMiss miss = new NearMiss(
                UUID.randomUUID(),
                "东海",
                UUID.randomUUID(),
                "本部",
                List.of(),
                List.of(Criterion.BUDGET),
                List.of(new Relaxation(Criterion.BUDGET, BUDGET, "CNY 5000.00", List.of())),
                List.of(dear, late),
                List.of());
        ItemAnswer item = new ItemAnswer(
                List.of(),
                List.of(miss),
                List.of(new Relaxation.Sum(Criterion.BUDGET, BUDGET, "CNY 5000.00", 1, List.of())),
                List.of(),
                null);

        SharedMatch shared =
                SharedMatch.of(List.of(ItemSpec.of(Family.METROLOGY, "卡尺")), new MatchAnswer(List.of(item), List.of()));

        assertThat(Json.mapper().writeValueAsString(shared.answer()))
                .doesNotContain("4321")
                .contains("2026-12-20");
        assertThat(shared.answer().items().get(0).nearMisses().get(0).failed()).containsExactly(Criterion.BUDGET);
    }
}
