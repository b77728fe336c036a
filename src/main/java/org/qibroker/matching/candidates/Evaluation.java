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
import org.qibroker.matching.criteria.Limit;
import org.qibroker.matching.criteria.Verdicts;

/**
 * How far the lines of one site, taken together, answer an item. The verdicts are there at once; offer and proof are
 * worked out when they are asked for. For one thread.
 */
public final class Evaluation {
    private final Proofs proofs;
    private final Located place;
    private final Standing standing;
    private final Serving serving;
    private @Nullable Offer offer;
    private @Nullable List<CriterionResult> criteria;

    /** What was found of a site. */
    Evaluation(Proofs proofs, Located place, Standing standing, Serving serving) {
        this.proofs = proofs;
        this.place = place;
        this.standing = standing;
        this.serving = serving;
    }

    /** Best first, by what they are; between equals by the id of the first line used. */
    public static int compare(Evaluation a, Evaluation b) {
        int order = Standing.compare(a.standing, b.standing);
        return order != 0
                ? order
                : a.serving.first().id().compareTo(b.serving.first().id());
    }

    /** Whose lines they are and where. */
    public Located place() {
        return place;
    }

    /** The lines used, at least one. */
    public List<Line> used() {
        return serving.used();
    }

    /** Which line serves which part; {@code null} where no range is asked, or there is only text to go by. */
    @Nullable
    public Coverage coverage() {
        return serving.coverage();
    }

    UncertaintyRule.Found found() {
        return serving.found();
    }

    /** What is asked, in the terms of the lines' kind; {@code null} if nothing is, or it does not fit. */
    @Nullable
    public Limit limit() {
        return serving.first().asked().limit();
    }

    /** The uncertainty found, in the terms of the limit; infinite if it cannot be told. */
    public double worst() {
        return standing.worst();
    }

    /** What these lines offer. */
    public Offer offer() {
        Offer known = offer;
        if (known == null) {
            known = Offer.of(serving.used());
            offer = known;
        }
        return known;
    }

    /** The proof: one result a criterion, in their order. */
    public List<CriterionResult> criteria() {
        List<CriterionResult> known = criteria;
        if (known == null) {
            known = proofs.of(this);
            criteria = known;
        }
        return known;
    }

    /** Which line serves which part; none where no range or point is asked, or there is only text to go by. */
    public List<Stretch> stretches() {
        return proofs.stretches(this);
    }

    /** How many criteria fail. */
    public int failures() {
        return standing.failures();
    }

    /** The criteria that fail. */
    public List<Criterion> failed() {
        return Verdicts.failed(standing.verdicts());
    }

    /** The result of one criterion. */
    public CriterionResult result(Criterion criterion) {
        if (criteria == null && criterion == Criterion.RANGE) {
            return proofs.range(this);
        }
        if (criteria == null && criterion == Criterion.UNCERTAINTY) {
            return proofs.uncertainty(this);
        }
        return criteria().stream()
                .filter(r -> r.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }

    /** Whether, if nothing fails, nothing is left open either. */
    public boolean covered() {
        return standing.open() == 0;
    }

    /** What it is if nothing fails. */
    public CandidateVerdict verdict() {
        return covered() ? CandidateVerdict.COVERED : CandidateVerdict.CONDITIONAL;
    }

    /** The lines used, as they are read for the item. */
    public List<Capability> capabilities() {
        return used().stream().map(Line::capability).toList();
    }

    /** What the lines used say in a column of {@link org.qibroker.catalog.index.Lines}, by number. */
    public List<Integer> numbers(int column) {
        return used().stream().map(line -> line.number(column)).toList();
    }

    /** Whether some of what is asked is served, or nothing that could be is. */
    public boolean servesSome() {
        return !Verdicts.notCovered(standing.verdicts(), Criterion.RANGE);
    }

    /** Ids of the lines used. */
    public List<UUID> lineIds() {
        return used().stream().map(Line::id).toList();
    }
}
