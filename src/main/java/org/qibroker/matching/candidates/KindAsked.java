package org.qibroker.matching.candidates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.measure.Interval;
import org.qibroker.measure.unit.QuantityKind;

/**
 * What an item asks of lines of one kind of quantity.
 *
 * @param number tells the kinds of an item apart
 * @param range in the base unit; {@code null} if no range is asked
 * @param points in the base unit
 * @param plain the range, if it is all that is asked and has two ends
 * @param nearest of its levels the one nearest to zero
 * @param k the coverage factor asked, 2 if unsaid
 * @param relative whether a ratio to what is measured is asked
 */
@SuppressWarnings("ArrayRecordComponent")
record KindAsked(
        int number,
        @Nullable Span range,
        double[] points,
        @Nullable Span plain,
        double nearest,
        UncertaintyRule uncertainty,
        double k,
        boolean relative) {
    private static final double USUAL_K = 2;

    /** What is asked of lines of a kind; {@code null} for those that do not say theirs. */
    static KindAsked of(AskedItem item, @Nullable QuantityKind kind, int number) {
        Interval range = kind == null ? null : item.range(kind);
        List<Double> points = kind == null ? List.of() : item.points(kind);
        Span span = range == null ? null : Span.of(range);
        boolean plain = range != null && points.isEmpty() && range.isBounded();
        double[] levels = points.stream().mapToDouble(Double::doubleValue).toArray();
        UncertaintyRule uncertainty = new UncertaintyRule(item, kind, levels);
        Limit limit = uncertainty.limit();
        return new KindAsked(
                number,
                span,
                levels,
                plain ? span : null,
                span == null || span.contains(0) ? 0 : nearestToZero(span),
                uncertainty,
                limit == null ? USUAL_K : limit.k(),
                limit != null && limit.relative());
    }

    private static double nearestToZero(Span range) {
        return Math.abs(range.lower()) < Math.abs(range.upper()) ? range.lower() : range.upper();
    }

    /** Whether an uncertainty is known, and more than asked. */
    boolean tooLarge(double worst) {
        Limit limit = limit();
        return limit != null && worst < Double.POSITIVE_INFINITY && !limit.admits(worst);
    }

    /** The largest uncertainty that will do; {@code null} if none is asked, or it does not fit the kind. */
    @Nullable
    Limit limit() {
        return uncertainty.limit();
    }
}
