package org.qibroker.matching;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;

/**
 * How far the lines of one site, taken together, answer an item.
 *
 * @param used at least one line
 * @param coverage {@code null} where no range is asked, or there is only text to go by
 * @param criteria one result a criterion, in their order
 * @param uncertainty the worst of the lines used, as far as it is known
 */
record Evaluation(
        Place place,
        List<Line> used,
        @Nullable Coverage coverage,
        List<CriterionResult> criteria,
        Known uncertainty,
        Offer offer) {

    /** Where the lines belong. */
    record Place(Provider provider, Site site) {}

    /**
     * The uncertainty found.
     *
     * @param limit what is asked, in the terms of the lines' kind; {@code null} if nothing is, or it does not fit
     * @param worst in the terms of the limit; infinite if it cannot be told
     */
    record Known(@Nullable Limit limit, double worst) {}

    /** Best first: fewest failures, fewest open questions, widest range, smallest uncertainty. */
    static final Comparator<Evaluation> ORDER = Comparator.<Evaluation>comparingInt(
                    e -> e.failed().size())
            .thenComparingInt(Evaluation::open)
            .thenComparing(Comparator.comparingDouble(Evaluation::width).reversed())
            .thenComparingDouble(e -> e.uncertainty.worst)
            .thenComparing(e -> e.used.get(0).id());

    /** The criteria that fail. */
    List<Criterion> failed() {
        return criteria.stream()
                .filter(CriterionResult::fails)
                .map(CriterionResult::criterion)
                .toList();
    }

    /** How many verdicts leave something open. */
    int open() {
        return (int)
                criteria.stream().filter(r -> !r.fails() && !r.verdict().fine()).count();
    }

    double width() {
        if (coverage != null) {
            return coverage.width();
        }
        return used.get(0).base() == null ? 0 : used.get(0).base().length();
    }

    CriterionResult result(Criterion criterion) {
        return criteria.stream()
                .filter(r -> r.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }

    CandidateVerdict verdict() {
        return open() == 0 ? CandidateVerdict.COVERED : CandidateVerdict.CONDITIONAL;
    }

    List<UUID> lineIds() {
        return used.stream().map(Line::id).toList();
    }
}
