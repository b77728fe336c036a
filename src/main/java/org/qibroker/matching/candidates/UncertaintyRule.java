package org.qibroker.matching.candidates;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;

/** UNCERTAINTY: judged where it is worst on the part that is covered, or at the points asked; never extrapolated. */
final class UncertaintyRule {
    private static final Span EVERYWHERE = Span.of(Interval.ALL);
    /** What is proportional is the same ratio at any level. */
    private static final Span ANYWHERE = new Span(1, true, 1, true);

    private final AskedItem item;
    private final @Nullable QuantityKind kind;
    private final double[] points;
    private final @Nullable Limit limit;
    private final boolean asked;
    private final boolean rangeAsked;
    private final @Nullable String noRatio;
    private final @Nullable Unit levelUnit;
    private final Map<Double, String> printed = new HashMap<>();

    /**
     * The rule for lines of a kind.
     *
     * @param points levels asked, in the base unit
     */
    UncertaintyRule(AskedItem item, @Nullable QuantityKind kind, double[] points) {
        this.item = item;
        this.kind = kind;
        this.points = points;
        this.limit =
                kind == null ? null : Limit.of(item.spec(), kind, item.units()).orElse(null);
        this.rangeAsked = item.rangeAsked();
        this.asked = Limit.asked(item.spec()) != null;
        this.levelUnit = kind == null ? null : item.levelUnit(kind).orElse(null);
        this.noRatio = kind != null && limit != null && limit.relative() ? noRatio(kind) : null;
    }

    private @Nullable String noRatio(QuantityKind known) {
        return rangeAsked && item.offset(known) ? "ratio-to-offset" : item.spansZero(known) ? "ratio-to-zero" : null;
    }

    /**
     * What was found of lines.
     *
     * @param line whose uncertainty counts
     * @param from where it was looked at, and so too to
     * @param value the worst there; infinite if it cannot be told
     * @param outside whether nothing that is asked is covered
     */
    record Found(Line line, double from, double to, double value, boolean outside) {
        boolean known() {
            return value < Double.POSITIVE_INFINITY;
        }

        Uncertainty.@Nullable Worst worst() {
            return known() ? line.stated().found(Stated.between(from, to)) : null;
        }
    }

    @Nullable
    Limit limit() {
        return limit;
    }

    /**
     * Where lines that are joined are the worst on the parts that are covered, or of those at the points asked, if points
     * are: one that is too large is worse than one that cannot be told. Negative if nothing that is asked is covered.
     */
    private int part(Joining joined) {
        double value = -1;
        int largest = -1;
        int unknown = -1;
        for (int i = 0; i < joined.size(); i++) {
            if (joined.row(i) != null && (points.length == 0 || atPoint(joined, i))) {
                double worst = joined.worst(i);
                boolean known = worst < Double.POSITIVE_INFINITY;
                unknown = known || unknown >= 0 ? unknown : i;
                largest = known && worst > value ? i : largest;
                value = known && worst > value ? worst : value;
            }
        }
        boolean tooLarge = largest >= 0 && limit != null && !limit.admits(value);
        return unknown < 0 || tooLarge ? largest : unknown;
    }

    private boolean atPoint(Joining joined, int part) {
        for (double point : points) {
            if (joined.isLevel(part, point)) {
                return true;
            }
        }
        return false;
    }

    /** The worst of lines that are joined; infinite if it cannot be told. */
    double worst(Joining joined) {
        int part = part(joined);
        return part < 0 ? Double.POSITIVE_INFINITY : joined.worst(part);
    }

    /** What was found of lines that are joined. */
    Found found(Joining joined) {
        int part = part(joined);
        Row row = part < 0 ? null : joined.row(part);
        return row == null
                ? new Found(joined.first().line(), 0, 0, Double.POSITIVE_INFINITY, true)
                : new Found(row.line(), joined.from(part), joined.to(part), joined.worst(part), false);
    }

    /** The worst of one line over all of its range; without a range only what holds everywhere can be told. */
    double worst(Row row) {
        Span over = over(row);
        return over.isEmpty() ? Double.POSITIVE_INFINITY : row.worst(over.lower(), over.upper());
    }

    /** What was found of one line. */
    Found found(Row row) {
        Span over = over(row);
        return over.isEmpty()
                ? new Found(row.line(), 0, 0, Double.POSITIVE_INFINITY, false)
                : new Found(row.line(), over.lower(), over.upper(), worst(row), false);
    }

    private Span over(Row row) {
        if (limit != null && limit.relative() && row.proportional()) {
            return ANYWHERE;
        }
        return !row.hasRange() || rangeAsked ? EVERYWHERE : row.span();
    }

    /** The verdict alone, on the uncertainty found of a line; infinite if it cannot be told. */
    Verdict verdict(Row row, double value) {
        if (!asked) {
            return Verdict.NOT_ASKED;
        }
        boolean open = limit == null || value == Double.POSITIVE_INFINITY || noRatio != null;
        return open || ratioToOffset(row) ? Verdict.UNDECIDABLE : verdict(limit, value);
    }

    private static Verdict verdict(@Nullable Limit limit, double value) {
        return limit != null && limit.admits(value) ? Verdict.COVERED : Verdict.NOT_COVERED;
    }

    private boolean ratioToOffset(Row row) {
        return limit != null && limit.relative() && !rangeAsked && ratioToOffset(row.line(), limit);
    }

    private boolean ratioToOffset(Line line, Limit limit) {
        QuantityRange range = limit.relative() && !rangeAsked ? line.range() : null;
        return range != null && range.unit().hasOffset();
    }

    /** The verdict with its proof. */
    CriterionResult judge(Found found) {
        Line line = found.line();
        String text = line.uncertaintyText();
        Evidence evidence = Evidence.of(line.id(), text);
        ValueAsked wish = Limit.asked(item.spec());
        if (wish == null) {
            return new CriterionResult(Criterion.UNCERTAINTY, Verdict.NOT_ASKED, null, text, null, evidence, null);
        }
        String wanted = limit == null ? Numbers.print(wish.value()) + " " + wish.unit() : print(limit, limit.value());
        String open = limit == null ? "other-unit" : open(found, limit);
        Uncertainty.Worst worst = found.worst();
        if (limit == null || worst == null || open != null) {
            return new CriterionResult(Criterion.UNCERTAINTY, Verdict.UNDECIDABLE, wanted, text, open, evidence, null);
        }
        boolean enough = verdict(limit, found.value()) == Verdict.COVERED;
        return new CriterionResult(
                Criterion.UNCERTAINTY,
                enough ? Verdict.COVERED : Verdict.NOT_COVERED,
                wanted,
                offered(worst, line, limit),
                enough ? null : "too-large",
                evidence,
                null);
    }

    /** Why it cannot be decided; {@code null} if it can. */
    private @Nullable String open(Found found, Limit limit) {
        if (ratioToOffset(found.line(), limit)) {
            return "ratio-to-offset";
        }
        if (noRatio != null || found.known()) {
            return noRatio;
        }
        return found.outside() ? "outside" : found.line().uncertaintyText() == null ? "not-said" : "text-only";
    }

    private String offered(Uncertainty.Worst worst, Line line, Limit limit) {
        return kind == null || line.range() == null
                ? print(limit, worst.value())
                : shown(worst, line.stated(), line.levelUnit());
    }

    /** The unit that levels of its kind are shown in; that of the line if the item names none. */
    Unit levelUnit(Unit own) {
        return levelUnit == null ? own : levelUnit;
    }

    /** Many lines have the same value. */
    private String print(Limit limit, double value) {
        return printed.computeIfAbsent(value, limit::print);
    }

    /** A worst value of a line as people read it, with the level it is at unless it is the same everywhere. */
    String shown(Uncertainty.Worst worst, Stated stated, Unit unit) {
        boolean ratio = limit != null && limit.relative();
        boolean everywhere = ratio ? stated.proportional() : stated.constant();
        String value = limit == null ? Texts.difference(worst.value(), unit) : print(limit, worst.value());
        return everywhere ? value : value + " at " + Texts.level(worst.at(), unit);
    }
}
