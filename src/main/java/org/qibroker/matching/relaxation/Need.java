package org.qibroker.matching.relaxation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.measure.Interval;

/**
 * A relaxation that one way of serving an item needs.
 *
 * @param number the same for those that were worked out as one
 * @param order how far it goes, for criteria where going further includes going less far; else 0
 * @param range what is left of the range, in the base unit; {@code null} unless that is what is relaxed
 * @param kept which of the methods or marks asked are left
 */
record Need(int number, Relaxation relaxation, double order, @Nullable Interval range, Set<String> kept) {
    static Need of(int number, Relaxation relaxation, double order) {
        return new Need(number, relaxation, order, null, Set.of());
    }

    Criterion criterion() {
        return relaxation.criterion();
    }

    /** Whether both say the same to whoever asks. */
    boolean same(Need other) {
        return number == other.number
                || (criterion() == other.criterion()
                        && relaxation.to().equals(other.relaxation.to())
                        && relaxation.patch().isEmpty()
                                == other.relaxation.patch().isEmpty());
    }

    /** Whether a request relaxed so far asks no more than this. */
    boolean within(Need relaxed) {
        if (number == relaxed.number) {
            return true;
        }
        return criterion() == relaxed.criterion()
                && (relaxed.relaxation.to().isEmpty() || goesNoFurther(relaxed) || same(relaxed));
    }

    private boolean goesNoFurther(Need relaxed) {
        return switch (criterion()) {
            case UNCERTAINTY, DEADLINE, BUDGET -> order <= relaxed.order;
            case RANGE -> range != null && relaxed.range != null && range.covers(relaxed.range);
            case METHOD, MARK -> !kept.isEmpty() && !relaxed.kept.isEmpty() && kept.containsAll(relaxed.kept);
            default -> false;
        };
    }
}
