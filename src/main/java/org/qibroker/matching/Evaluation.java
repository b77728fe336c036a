package org.qibroker.matching;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;

/**
 * How far the lines of one site, taken together, answer an item. The verdicts are there at once; offer and proof are
 * worked out when they are asked for. For one thread.
 */
final class Evaluation {
    /**
     * Best first: fewest failures; of those that do not fail the one with fewest open questions; widest range, fewest open
     * questions, smallest uncertainty.
     */
    static final Comparator<Evaluation> ORDER = Comparator.<Evaluation>comparingInt(Evaluation::failures)
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
    record Place(Provider provider, Site site) {}

    /**
     * The uncertainty found.
     *
     * @param limit what is asked, in the terms of the lines' kind; {@code null} if nothing is, or it does not fit
     * @param worst in the terms of the limit; infinite if it cannot be told
     */
    record Known(@Nullable Limit limit, double worst) {}

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

    Place place() {
        return rule.place();
    }

    List<Line> used() {
        return used;
    }

    @Nullable
    Coverage coverage() {
        return coverage;
    }

    UncertaintyRule.Found found() {
        return found;
    }

    Known uncertainty() {
        return uncertainty;
    }

    /** What these lines offer. */
    Offer offer() {
        Offer known = offer;
        if (known == null) {
            known = rule.offer(used);
            offer = known;
        }
        return known;
    }

    /** The proof: one result a criterion, in their order. */
    List<CriterionResult> criteria() {
        List<CriterionResult> known = criteria;
        if (known == null) {
            known = rule.proof(this);
            criteria = known;
        }
        return known;
    }

    int failures() {
        return Verdicts.failures(verdicts);
    }

    /** The criteria that fail. */
    List<Criterion> failed() {
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

    CriterionResult result(Criterion criterion) {
        return criteria == null && criterion == Criterion.RANGE
                ? rule.rangeProof(this)
                : criteria().stream()
                        .filter(r -> r.criterion() == criterion)
                        .findFirst()
                        .orElseThrow();
    }

    CandidateVerdict verdict() {
        return open() == 0 ? CandidateVerdict.COVERED : CandidateVerdict.CONDITIONAL;
    }

    List<Capability> capabilities() {
        return used.stream().map(Line::capability).toList();
    }

    /** Whether some of what is asked is served, or nothing that could be is. */
    boolean servesSome() {
        return coverage == null || !coverage.used().isEmpty();
    }

    List<UUID> lineIds() {
        return used.stream().map(Line::id).toList();
    }
}
