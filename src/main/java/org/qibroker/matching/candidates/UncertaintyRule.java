package org.qibroker.matching.candidates;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.demand.ValueAsked;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.Unit;

/** UNCERTAINTY: judged where it is worst on the part that is covered, or at the points asked; never extrapolated. */
final class UncertaintyRule {
    private static final double USUAL_K = 2;

    private final AskedItem item;
    private final @Nullable QuantityKind kind;
    private final @Nullable Limit limit;

    UncertaintyRule(AskedItem item, @Nullable QuantityKind kind) {
        this.item = item;
        this.kind = kind;
        this.limit =
                kind == null ? null : Limit.of(item.spec(), kind, item.units()).orElse(null);
    }

    /** A worst value, where it is and whose; or why it cannot be told. */
    record Found(Line line, Uncertainty.@Nullable Worst worst, @Nullable String why) {
        double value() {
            return worst == null ? Double.POSITIVE_INFINITY : worst.value();
        }
    }

    @Nullable
    Limit limit() {
        return limit;
    }

    /** The worst uncertainty of a line over a stretch of its range, in the terms asked, else for k = 2. */
    double worst(Line line, Interval stretch) {
        return over(line, stretch).map(Uncertainty.Worst::value).orElse(Double.POSITIVE_INFINITY);
    }

    /** The same with where it is; empty if it cannot be told. */
    Optional<Uncertainty.Worst> over(Line line, Interval stretch) {
        Uncertainty uncertainty = line.uncertainty();
        return limit == null ? Limit.at(uncertainty, USUAL_K).worstOver(stretch) : limit.worst(uncertainty, stretch);
    }

    /**
     * The worst on the parts that are covered, or of those at the points asked, if points are: one that is too large is
     * worse than one that cannot be told.
     */
    Found find(Coverage coverage) {
        boolean points = kind != null && !item.points(kind).isEmpty();
        Found largest = null;
        Found unknown = null;
        for (Coverage.Part part : coverage.parts()) {
            Line line = part.line();
            if (line != null && (!points || atPoint(part.stretch()))) {
                Found found = found(line, part.stretch());
                boolean known = found.worst() != null;
                unknown = known || unknown != null ? unknown : found;
                largest = known && (largest == null || found.value() > largest.value()) ? found : largest;
            }
        }
        boolean tooLarge = largest != null && limit != null && !limit.admits(largest.value());
        Found worst = unknown == null || tooLarge ? largest : unknown;
        return worst == null ? outside(coverage.used().get(0)) : worst;
    }

    /** Nothing that is asked is covered. */
    Found outside(Line line) {
        return new Found(line, null, "outside");
    }

    private Found found(Line line, Interval stretch) {
        Uncertainty.Worst worst = over(line, stretch).orElse(null);
        return new Found(line, worst, worst != null ? null : line.silent() ? "not-said" : "text-only");
    }

    private boolean atPoint(Interval stretch) {
        QuantityKind known = Objects.requireNonNull(kind);
        return stretch.isPoint() && item.points(known).stream().anyMatch(stretch::contains);
    }

    /** The worst of one line over all of its range; without a range only what holds everywhere can be told. */
    Found find(Line line) {
        Uncertainty uncertainty = line.uncertainty();
        boolean ratioEverywhere = limit != null && limit.relative() && uncertainty.form() == Uncertainty.Form.RELATIVE;
        Interval range = line.base() == null || item.rangeAsked() ? Interval.ALL : line.base();
        return found(line, ratioEverywhere ? Interval.point(1) : range);
    }

    /** The verdict alone. */
    Verdict verdict(Found found) {
        if (Limit.asked(item.spec()) == null) {
            return Verdict.NOT_ASKED;
        }
        if (limit == null || found.worst() == null || open(found.line(), limit, found) != null) {
            return Verdict.UNDECIDABLE;
        }
        return limit.admits(found.worst().value()) ? Verdict.COVERED : Verdict.NOT_COVERED;
    }

    /** The verdict with its proof. */
    CriterionResult judge(Found found) {
        Capability line = found.line().capability();
        String text = line.measured().uncertaintyText();
        Evidence evidence = Evidence.of(line.id(), text);
        ValueAsked asked = Limit.asked(item.spec());
        if (asked == null) {
            return new CriterionResult(Criterion.UNCERTAINTY, Verdict.NOT_ASKED, null, text, null, evidence, null);
        }
        String wanted = limit == null ? Numbers.print(asked.value()) + " " + asked.unit() : limit.print();
        String open = limit == null ? "other-unit" : open(found.line(), limit, found);
        if (limit == null || found.worst() == null || open != null) {
            return new CriterionResult(Criterion.UNCERTAINTY, Verdict.UNDECIDABLE, wanted, text, open, evidence, null);
        }
        boolean enough = verdict(found) == Verdict.COVERED;
        return new CriterionResult(
                Criterion.UNCERTAINTY,
                enough ? Verdict.COVERED : Verdict.NOT_COVERED,
                wanted,
                offered(found.worst(), line, limit),
                enough ? null : "too-large",
                evidence,
                null);
    }

    /** Why it cannot be decided; {@code null} if it can. */
    private @Nullable String open(Line line, Limit asked, Found found) {
        if (asked.relative() && kind != null) {
            QuantityRange range = line.range();
            boolean offset = item.rangeAsked()
                    ? item.offset(kind)
                    : range != null && range.unit().hasOffset();
            if (offset || item.spansZero(kind)) {
                return offset ? "ratio-to-offset" : "ratio-to-zero";
            }
        }
        return found.why();
    }

    private String offered(Uncertainty.Worst worst, Capability line, Limit asked) {
        QuantityRange range = line.measured().range();
        return kind == null || range == null
                ? asked.print(worst.value())
                : shown(worst, line, item.shown(kind, range.unit()));
    }

    /** A worst value of a line as people read it, with the level it is at unless it is the same everywhere. */
    String shown(Uncertainty.Worst worst, Capability line, Unit unit) {
        boolean ratio = limit != null && limit.relative();
        boolean everywhere =
                line.measured().uncertainty().form() == (ratio ? Uncertainty.Form.RELATIVE : Uncertainty.Form.CONSTANT);
        String value = limit == null ? Texts.difference(worst.value(), unit) : limit.print(worst.value());
        return everywhere ? value : value + " at " + Texts.level(worst.at(), unit);
    }
}
