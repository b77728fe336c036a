package org.qibroker.matching.candidates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;

/**
 * What an item asks of lines of one kind of quantity.
 *
 * @param range in the base unit; {@code null} if no range is asked
 * @param points in the base unit
 * @param plain the range, if it is all that is asked and has two ends
 */
@SuppressWarnings("ArrayRecordComponent")
record KindAsked(@Nullable Span range, double[] points, @Nullable Span plain, UncertaintyRule uncertainty) {
    /** What is asked of lines of a kind; {@code null} for those that do not say theirs. */
    static KindAsked of(AskedItem item, @Nullable QuantityKind kind) {
        Interval range = kind == null ? null : item.range(kind);
        List<Double> points = kind == null ? List.of() : item.points(kind);
        Span span = range == null ? null : Span.of(range);
        boolean plain = range != null && points.isEmpty() && range.isBounded();
        double[] levels = points.stream().mapToDouble(Double::doubleValue).toArray();
        return new KindAsked(span, levels, plain ? span : null, new UncertaintyRule(item, kind, levels));
    }

    /** An uncertainty in the terms asked. */
    Stated stated(Uncertainty uncertainty) {
        return uncertainty().stated(uncertainty, plain);
    }
}
