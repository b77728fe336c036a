package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Located;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.Verdicts;

/** Judges the lines of a site that passed the gates: joins what can be joined and takes what answers best. For one thread. */
final class SiteRule {
    private static final Comparator<Line> BY_GROUP = Comparator.comparingLong(Line::group);

    private final ItemScan scan;
    private final JoinRule joins;
    private final Proofs proofs;
    private final boolean rangeAsked;
    private final boolean bargained;
    private final LineList lines = new LineList();
    private @Nullable Evaluation best;

    SiteRule(ItemScan scan) {
        this.scan = scan;
        this.joins = new JoinRule(this, scan.request(), scan.patience());
        this.proofs = new Proofs(scan);
        this.bargained = scan.request().neededBy() != null || scan.request().budget() != null;
        this.rangeAsked = scan.item().rangeAsked();
    }

    /** The best that the lines of one site, at least one, do together. */
    Evaluation best(LineList all, int from, int to) {
        best = null;
        lines.clear();
        boolean one = true;
        for (int i = from; i < to; i++) {
            Line line = all.get(i);
            if (rangeAsked && line.hasRange()) {
                lines.add(line);
                one &= line.group() == lines.get(0).group();
            } else {
                alone(line);
            }
        }
        if (!one) {
            lines.sort(BY_GROUP);
        }
        joins.groups(lines);
        return Objects.requireNonNull(best);
    }

    private void alone(Line line) {
        UncertaintyRule rule = line.asked().uncertainty();
        UncertaintyRule.Found found = rule.find(line);
        Verdict range = rangeAsked ? Verdict.UNDECIDABLE : Verdict.NOT_ASKED;
        double width = line.hasRange() ? line.span().length() : 0;
        Standing standing = standing(line, range, width, found.value());
        if (mayBeBest(standing)) {
            take(standing, new Serving.Alone(line, found));
        }
    }

    /** Whether nothing that was taken is better for certain. */
    boolean mayBeBest(Standing standing) {
        return best == null || Standing.compare(standing, best.standing()) <= 0;
    }

    /** The best so far; {@code null} if there is none. */
    @Nullable
    Standing standing() {
        return best == null ? null : best.standing();
    }

    /** Takes a way to serve the item, unless one was taken that is as good. */
    void take(Standing standing, Serving serving) {
        Evaluation other = new Evaluation(this, standing, serving);
        best = best == null || Evaluation.compare(other, best) < 0 ? other : best;
    }

    Located place(int number) {
        return scan.place(number);
    }

    /** What one line is compared by, of which so much is served and this uncertainty was found. */
    Standing standing(Line line, Verdict range, double width, double found) {
        long verdicts = bargained ? line.verdicts() | bargain(line.offer()) : line.verdicts();
        return standing(line, verdicts | Verdicts.of(Criterion.RANGE, range), width, found);
    }

    /** The same of several lines. */
    Standing standing(List<Line> used, Coverage coverage, UncertaintyRule.Found found) {
        long verdicts = bargained ? ofLines(used) | bargain(Offer.of(used)) : ofLines(used);
        return standing(
                found.line(),
                verdicts | Verdicts.of(Criterion.RANGE, coverage.verdict()),
                coverage.width(),
                found.value());
    }

    private static Standing standing(Line line, long verdicts, double width, double found) {
        Verdict verdict = line.asked().uncertainty().verdict(line, found);
        double worst = verdict == Verdict.UNDECIDABLE ? Double.POSITIVE_INFINITY : found;
        return Standing.of(verdicts | Verdicts.of(Criterion.UNCERTAINTY, verdict), width, worst);
    }

    private long bargain(Offer offer) {
        MatchRequest request = scan.request();
        return Verdicts.of(Criterion.DEADLINE, BargainRule.deadlineMet(request.neededBy(), offer))
                | Verdicts.of(Criterion.BUDGET, BargainRule.budgetKept(request.budget(), offer));
    }

    private long ofLines(List<Line> used) {
        if (used.size() == 1) {
            return used.get(0).verdicts();
        }
        boolean marked = scan.judge().asksMarks();
        LocalDate finish = marked
                ? LineRules.finish(used, Offer.finish(used))
                : scan.context().day();
        long worst = Verdicts.NONE;
        for (Line line : used) {
            worst = Verdicts.worst(worst, marked ? line.verdicts(finish) : line.verdicts());
        }
        return worst;
    }

    Proofs proofs() {
        return proofs;
    }
}
