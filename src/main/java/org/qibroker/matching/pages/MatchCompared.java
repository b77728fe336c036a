package org.qibroker.matching.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.shared.Money;

/**
 * Candidates of one item side by side.
 *
 * @param candidates at most {@link ResultPage#MOST_COMPARED}, in the order of their rank
 * @param left how many more were chosen
 * @param back where the whole answer is
 */
public record MatchCompared(ItemSpec spec, List<Candidate> candidates, int left, String back) {

    static MatchCompared of(ItemSpec spec, ItemAnswer answer, List<UUID> sites, String back) {
        List<Candidate> chosen = answer.candidates().stream()
                .filter(c -> sites.contains(c.siteId()))
                .toList();
        int shown = Math.min(chosen.size(), ResultPage.MOST_COMPARED);
        return new MatchCompared(spec, chosen.subList(0, shown), chosen.size() - shown, back);
    }

    /** The criteria that say something of one of them. */
    public List<Criterion> criteria() {
        return Arrays.stream(Criterion.values())
                .filter(criterion -> candidates.stream()
                        .anyMatch(c -> MatchView.rows(c.criteria()).contains(result(c, criterion))))
                .toList();
    }

    /** What a candidate's proof says of a criterion. */
    public CriterionResult result(Candidate candidate, Criterion criterion) {
        return candidate.criteria().stream()
                .filter(result -> result.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }

    /** What is asked; absent if nothing is. */
    public @Nullable String asked(Criterion criterion) {
        return candidates.stream()
                .map(c -> result(c, criterion).asked())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether none of those that name a price is cheaper, and one is dearer. */
    public boolean cheapest(Candidate candidate) {
        Money price = candidate.price();
        return price != null
                && others(candidate)
                        .noneMatch(o -> o.price() != null && o.price().amount() < price.amount())
                && others(candidate)
                        .anyMatch(o -> o.price() != null && o.price().amount() > price.amount());
    }

    /** Whether none of those that name a day of finish is earlier, and one is later. */
    public boolean earliest(Candidate candidate) {
        return candidate.finishBy() != null
                && others(candidate)
                        .noneMatch(o -> o.finishBy() != null && o.finishBy().isBefore(candidate.finishBy()))
                && others(candidate)
                        .anyMatch(o -> o.finishBy() != null && o.finishBy().isAfter(candidate.finishBy()));
    }

    private Stream<Candidate> others(Candidate candidate) {
        return candidates.stream().filter(o -> !o.equals(candidate));
    }
}
