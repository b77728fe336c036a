package org.qibroker.matching.candidates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityKind;

/**
 * What an item asks of lines of one kind of quantity.
 *
 * @param kind {@code null} for lines that do not say theirs
 * @param range in the base unit; {@code null} if no range is asked
 * @param points in the base unit
 */
record KindAsked(
        @Nullable QuantityKind kind, @Nullable Interval range, List<Double> points, UncertaintyRule uncertainty) {

    static KindAsked of(AskedItem item, @Nullable QuantityKind kind) {
        return new KindAsked(
                kind,
                kind == null ? null : item.range(kind),
                kind == null ? List.of() : item.points(kind),
                new UncertaintyRule(item, kind));
    }

    /** The range, if it is all that is asked and has two ends. */
    @Nullable
    Interval plain() {
        return points.isEmpty() && range != null && range.isBounded() ? range : null;
    }
}
