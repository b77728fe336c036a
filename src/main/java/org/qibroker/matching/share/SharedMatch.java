package org.qibroker.matching.share;

import java.util.List;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.answer.NearMiss;
import org.qibroker.matching.answer.Relaxation;

/** What a link shows: items and answer, without the budget and the plans that were measured against it. */
record SharedMatch(List<ItemSpec> items, MatchAnswer answer) {

    static SharedMatch of(List<ItemSpec> items, MatchAnswer answer) {
        return new SharedMatch(
                items,
                new MatchAnswer(
                        answer.items().stream().map(SharedMatch::stripped).toList(), List.of()));
    }

    private static ItemAnswer stripped(ItemAnswer item) {
        List<Candidate> candidates = item.candidates().stream()
                .map(c -> c.withCriteria(stripped(c.criteria())))
                .toList();
        return item.without(
                Criterion.BUDGET,
                candidates,
                item.nearMisses().stream().map(SharedMatch::stripped).toList());
    }

    private static NearMiss stripped(NearMiss miss) {
        List<Relaxation> ways = miss.relaxations().stream()
                .filter(way -> way.criterion() != Criterion.BUDGET)
                .toList();
        return miss.with(ways, stripped(miss.criteria()));
    }

    private static List<CriterionResult> stripped(List<CriterionResult> criteria) {
        return criteria.stream().map(SharedMatch::stripped).toList();
    }

    private static CriterionResult stripped(CriterionResult result) {
        return result.criterion() == Criterion.BUDGET ? result.withoutAsked() : result;
    }
}
