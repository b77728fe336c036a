package org.qibroker.matching.candidates;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Located;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.Verdicts;

/** Finds the best that the lines of a site do together, line by line and joined. For one thread. */
final class SiteRule {
    private final MatchRequest request;
    private final JoinRule joins;
    private final Proofs proofs;
    private final boolean rangeAsked;
    private final boolean bargained;
    private @Nullable Standing standing;
    private @Nullable Row first;
    private @Nullable Supplier<Serving> serving;

    SiteRule(ItemScan scan) {
        this.request = scan.request();
        this.joins = new JoinRule(this, request, scan.patience());
        this.proofs = new Proofs(scan);
        this.rangeAsked = scan.item().rangeAsked();
        this.bargained = request.neededBy() != null || request.budget() != null;
    }

    /** The best that the lines of one site, at least one, do together. */
    Evaluation best(Rows rows, Located place) {
        standing = null;
        first = null;
        rows.sort();
        int from = 0;
        while (from < rows.size() && !(rangeAsked && rows.get(from).hasRange())) {
            alone(rows.get(from));
            from++;
        }
        joins.groups(rows, from);
        return new Evaluation(
                proofs,
                place,
                Objects.requireNonNull(standing),
                Objects.requireNonNull(serving).get());
    }

    private void alone(Row row) {
        UncertaintyRule rule = row.asked().uncertainty();
        Verdict range = rangeAsked ? Verdict.UNDECIDABLE : Verdict.NOT_ASKED;
        double width = row.hasRange() ? row.span().length() : 0;
        Standing found = standing(row, range, width, rule.worst(row));
        if (better(found, row)) {
            take(found, row, () -> new Serving.Alone(row.line(), rule.found(row)));
        }
    }

    /** The best so far; {@code null} if there is none. */
    @Nullable
    Standing standing() {
        return standing;
    }

    /**
     * Whether a way to serve the item is better than those that were taken; between equals by the id of the first line
     * used.
     */
    boolean better(Standing other, Row used) {
        if (standing == null || first == null) {
            return true;
        }
        int order = Standing.compare(other, standing);
        return order < 0 || (order == 0 && used.compareId(first) < 0);
    }

    /** Takes a way to serve the item, which is told of when it is seen to be the best. */
    void take(Standing other, Row used, Supplier<Serving> told) {
        standing = other;
        first = used;
        serving = told;
    }

    /** What one line is compared by, of which so much is served and this uncertainty was found. */
    Standing standing(Row row, Verdict range, double width, double found) {
        long verdicts = bargained ? row.verdicts() | bargain(row.offer()) : row.verdicts();
        Verdict uncertainty = row.asked().uncertainty().verdict(row, found);
        return standing(verdicts | Verdicts.of(Criterion.RANGE, range), uncertainty, width, found);
    }

    /** The same of several lines that are of one kind. */
    Standing standing(Joining joined, KindAsked asked) {
        long verdicts = bargained ? joined.verdicts() | bargain(Offer.of(joined.used())) : joined.verdicts();
        double found = asked.uncertainty().worst(joined);
        Verdict uncertainty = asked.uncertainty().verdict(joined.first(), found);
        return standing(verdicts | Verdicts.of(Criterion.RANGE, joined.verdict()), uncertainty, joined.width(), found);
    }

    private static Standing standing(long verdicts, Verdict uncertainty, double width, double found) {
        double worst = uncertainty == Verdict.UNDECIDABLE ? Double.POSITIVE_INFINITY : found;
        return Standing.of(verdicts | Verdicts.of(Criterion.UNCERTAINTY, uncertainty), width, worst);
    }

    private long bargain(Offer offer) {
        return Verdicts.of(Criterion.DEADLINE, BargainRule.deadlineMet(request.neededBy(), offer))
                | Verdicts.of(Criterion.BUDGET, BargainRule.budgetKept(request.budget(), offer));
    }
}
