package org.qibroker.matching.relaxation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.measure.Interval;

/**
 * A relaxation that one way of serving an item needs.
 *
 * @param order how far it goes, for criteria where going further includes going less far; else 0
 * @param range what is left of the range, in the base unit; {@code null} unless that is what is relaxed
 * @param kept which of the methods or marks asked are left
 */
public record Need(Relaxation relaxation, double order, @Nullable Interval range, Set<String> kept) {
    static Need of(Relaxation relaxation, double order) {
        return new Need(relaxation, order, null, Set.of());
    }

    Criterion criterion() {
        return relaxation.criterion();
    }

    /** Whether a request relaxed so far asks no more than this. */
    boolean within(Need relaxed) {
        if (criterion() != relaxed.criterion()) {
            return false;
        }
        return relaxation.equals(relaxed.relaxation)
                || switch (criterion()) {
                    case UNCERTAINTY, DEADLINE, BUDGET -> order <= relaxed.order;
                    case RANGE -> range != null && relaxed.range != null && range.covers(relaxed.range);
                    case METHOD, MARK -> !kept.isEmpty() && kept.containsAll(relaxed.kept) && !relaxed.kept.isEmpty();
                    default -> false;
                }
                || relaxed.relaxation.to().isEmpty();
    }
}
