package org.qibroker.matching.candidates;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Located;
import org.qibroker.matching.answer.CandidateVerdict;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Stretch;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.matching.criteria.Verdicts;

/**
 * How far the lines of one site, taken together, answer an item. The verdicts are there at once; offer and proof are
 * worked out when they are asked for. For one thread.
 */
public final class Evaluation {
    private final SiteRule rule;
    private final List<Line> used;
    private final @Nullable Coverage coverage;
    private final UncertaintyRule.Found found;
    private final @Nullable Limit limit;
    private final double worst;
    private final double width;
    private final long verdicts;
    private final int failures;
    private final int open;
    private @Nullable Offer offer;
    private @Nullable List<CriterionResult> criteria;

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
        this.worst = verdict == Verdict.UNDECIDABLE ? Double.POSITIVE_INFINITY : found.value();
        this.limit = uncertainty.limit();
        this.width = coverage != null ? coverage.width() : width(used.get(0));
        this.verdicts = Verdicts.of(Criterion.UNCERTAINTY, verdict) | rule.verdicts(this);
        this.failures = Verdicts.failures(verdicts);
        this.open = Verdicts.open(verdicts);
    }

    private static double width(Line line) {
        return line.hasRange() ? line.span().length() : 0;
    }

    /**
     * Best first: fewest failures; of those that do not fail the one with fewest open questions; widest range, fewest open
     * questions, smallest uncertainty.
     */
    public static int compare(Evaluation a, Evaluation b) {
        int order = Integer.compare(a.failures, b.failures);
        order = order != 0 || a.failures > 0 ? order : Integer.compare(a.open, b.open);
        order = order != 0 ? order : Double.compare(b.width, a.width);
        order = order != 0 ? order : Integer.compare(a.open, b.open);
        order = order != 0 ? order : Double.compare(a.worst, b.worst);
        return order != 0 ? order : a.used.get(0).id().compareTo(b.used.get(0).id());
    }

    /** Whose lines they are and where. */
    public Located place() {
        return rule.place(used.get(0).place());
    }

    /** Whose lines they are. */
    public UUID provider() {
        return rule.placed(used.get(0).place()).providerId();
    }

    /** Where the work is done. */
    public UUID site() {
        return rule.placed(used.get(0).place()).siteId();
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

    /** What is asked, in the terms of the lines' kind; {@code null} if nothing is, or it does not fit. */
    @Nullable
    public Limit limit() {
        return limit;
    }

    /** The uncertainty found, in the terms of the limit; infinite if it cannot be told. */
    public double worst() {
        return worst;
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

    /** Which line serves which part; none where no range or point is asked, or there is only text to go by. */
    public List<Stretch> stretches() {
        return rule.stretches(this);
    }

    /** How many criteria fail. */
    public int failures() {
        return failures;
    }

    /** The criteria that fail. */
    public List<Criterion> failed() {
        return Verdicts.failed(verdicts);
    }

    /** How many verdicts leave something open. */
    int open() {
        return open;
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
        return open == 0 ? CandidateVerdict.COVERED : CandidateVerdict.CONDITIONAL;
    }

    /** The lines used, as they are read for the item. */
    public List<Capability> capabilities() {
        return used.stream().map(Line::capability).toList();
    }

    /** Whether some of what is asked is served, or nothing that could be is. */
    public boolean servesSome() {
        return coverage == null || coverage.verdict() != Verdict.NOT_COVERED;
    }

    /** Ids of the lines used. */
    public List<UUID> lineIds() {
        return used.stream().map(Line::id).toList();
    }
}
