package org.qibroker.matching.candidates;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.matching.answer.CandidateVerdict;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.matching.criteria.Verdicts;

/**
 * How far the lines of one site, taken together, answer an item. The verdicts are there at once; offer and proof are
 * worked out when they are asked for. For one thread.
 */
public final class Evaluation {
    /**
     * Best first: fewest failures; of those that do not fail the one with fewest open questions; widest range, fewest open
     * questions, smallest uncertainty.
     */
    public static final Comparator<Evaluation> ORDER = Comparator.<Evaluation>comparingInt(Evaluation::failures)
            .thenComparingInt(e -> e.failures() == 0 ? e.open() : 0)
            .thenComparing(Comparator.comparingDouble(Evaluation::width).reversed())
            .thenComparingInt(Evaluation::open)
            .thenComparingDouble(e -> e.uncertainty.worst)
            .thenComparing(e -> e.used.get(0).id());

    private final SiteRule rule;
    private final List<Line> used;
    private final @Nullable Coverage coverage;
    private final UncertaintyRule.Found found;
    private final Known uncertainty;
    private final long verdicts;
    private double width = Double.NaN;
    private @Nullable Offer offer;
    private @Nullable List<CriterionResult> criteria;

    /** Where the lines belong. */
    public record Place(Provider provider, Site site) {}

    /**
     * The uncertainty found.
     *
     * @param limit what is asked, in the terms of the lines' kind; {@code null} if nothing is, or it does not fit
     * @param worst in the terms of the limit; infinite if it cannot be told
     */
    public record Known(@Nullable Limit limit, double worst) {}

    /**
     * What a rule found of a site.
     *
     * @param used at least one line
     * @param coverage {@code null} where no range is asked, or there is only text to go by
     */
    Evaluation(
            SiteRule rule,
            List<Line> used,
            @Nullable Coverage coverage,
            UncertaintyRule.Found found,
            UncertaintyRule uncertainty) {
        this.rule = rule;
        this.used = used;
        this.coverage = coverage;
        this.found = found;
        Verdict verdict = uncertainty.verdict(found);
        double worst = verdict == Verdict.UNDECIDABLE ? Double.POSITIVE_INFINITY : found.value();
        this.uncertainty = new Known(uncertainty.limit(), worst);
        this.verdicts = Verdicts.of(Criterion.UNCERTAINTY, verdict) | rule.verdicts(this);
    }

    /** Whose lines they are and where. */
    public Place place() {
        return rule.place();
    }

    /** The lines used, at least one. */
    public List<Line> used() {
        return used;
    }

    /** Which line serves which part; {@code null} where no range is asked, or there is only text to go by. */
    @Nullable
    public Coverage coverage() {
        return coverage;
    }

    UncertaintyRule.Found found() {
        return found;
    }

    /** The uncertainty found. */
    public Known uncertainty() {
        return uncertainty;
    }

    /** What these lines offer. */
    public Offer offer() {
        Offer known = offer;
        if (known == null) {
            known = rule.offer(used);
            offer = known;
        }
        return known;
    }

    /** The proof: one result a criterion, in their order. */
    public List<CriterionResult> criteria() {
        List<CriterionResult> known = criteria;
        if (known == null) {
            known = rule.proof(this);
            criteria = known;
        }
        return known;
    }

    /** How many criteria fail. */
    public int failures() {
        return Verdicts.failures(verdicts);
    }

    /** The criteria that fail. */
    public List<Criterion> failed() {
        return Verdicts.failed(verdicts);
    }

    /** How many verdicts leave something open. */
    int open() {
        return Verdicts.open(verdicts);
    }

    double width() {
        if (Double.isNaN(width)) {
            width = coverage != null
                    ? coverage.width()
                    : used.get(0).base() == null ? 0 : used.get(0).base().length();
        }
        return width;
    }

    /** The result of one criterion. */
    public CriterionResult result(Criterion criterion) {
        return criteria == null && criterion == Criterion.RANGE
                ? rule.rangeProof(this)
                : criteria().stream()
                        .filter(r -> r.criterion() == criterion)
                        .findFirst()
                        .orElseThrow();
    }

    /** What it is if nothing fails. */
    public CandidateVerdict verdict() {
        return open() == 0 ? CandidateVerdict.COVERED : CandidateVerdict.CONDITIONAL;
    }

    /** The lines used, as they are read for the item. */
    public List<Capability> capabilities() {
        return used.stream().map(Line::capability).toList();
    }

    /** Whether some of what is asked is served, or nothing that could be is. */
    public boolean servesSome() {
        return coverage == null || !coverage.used().isEmpty();
    }

    /** Ids of the lines used. */
    public List<UUID> lineIds() {
        return used.stream().map(Line::id).toList();
    }
}
