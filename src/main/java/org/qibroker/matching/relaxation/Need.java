package org.qibroker.matching.relaxation;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.measure.Interval;

/** A relaxation that one way of serving an item needs; put into words only when it is told. For one thread. */
final class Need {
    private final int number;
    private final Criterion criterion;
    private final double order;
    private final Extent extent;
    private final Supplier<Relaxation> words;
    private @Nullable Relaxation told;
    private @Nullable String to;

    /**
     * What is left of what is asked.
     *
     * @param terms in which the order is counted; {@code null} if there is only one way to count
     * @param range what is left of the range, in the base unit; {@code null} unless that is what is relaxed
     * @param kept which of the methods or marks asked are left
     * @param shown how it reads, if that is cheaper to say than all of the relaxation; else {@code null}
     */
    record Extent(
            @Nullable Object terms, @Nullable Interval range, Set<String> kept, @Nullable Supplier<String> shown) {
        private static final Extent NONE = new Extent(null, null, Set.of(), null);

        static Extent in(Object terms) {
            return new Extent(terms, null, Set.of(), null);
        }

        static Extent of(Interval range, Supplier<String> shown) {
            return new Extent(null, range, Set.of(), shown);
        }

        static Extent of(Set<String> kept) {
            return new Extent(null, null, kept, null);
        }
    }

    /**
     * A relaxation of a criterion.
     *
     * @param number the same for those that were worked out as one
     * @param order how far it goes, for criteria where going further includes going less far; else 0
     */
    Need(int number, Criterion criterion, double order, Extent extent, Supplier<Relaxation> words) {
        this.number = number;
        this.criterion = criterion;
        this.order = order;
        this.extent = extent;
        this.words = words;
    }

    Need(int number, Criterion criterion, double order, Supplier<Relaxation> words) {
        this(number, criterion, order, Extent.NONE, words);
    }

    int number() {
        return number;
    }

    Criterion criterion() {
        return criterion;
    }

    double order() {
        return order;
    }

    Relaxation relaxation() {
        Relaxation known = told;
        if (known == null) {
            known = words.get();
            told = known;
        }
        return known;
    }

    /** What would have to be asked instead, as the relaxation tells it. */
    private String to() {
        String known = to;
        if (known == null) {
            known = extent.shown == null ? relaxation().to() : extent.shown.get();
            to = known;
        }
        return known;
    }

    private boolean counted() {
        return criterion == Criterion.UNCERTAINTY || criterion == Criterion.DEADLINE || criterion == Criterion.BUDGET;
    }

    /** Whether both say the same to whoever asks. */
    boolean same(Need other) {
        if (number == other.number || criterion != other.criterion) {
            return number == other.number;
        }
        boolean comparable = counted() && Objects.equals(extent.terms, other.extent.terms);
        return comparable ? order == other.order : readsTheSame(other);
    }

    private boolean readsTheSame(Need other) {
        return to().equals(other.to())
                && relaxation().patch().isEmpty() == other.relaxation().patch().isEmpty();
    }

    /** Whether a request relaxed so far asks no more than this. */
    boolean within(Need relaxed) {
        if (number == relaxed.number || criterion != relaxed.criterion) {
            return number == relaxed.number;
        }
        return counted()
                ? (order <= relaxed.order || same(relaxed))
                : (relaxed.to().isEmpty() || goesNoFurther(relaxed) || same(relaxed));
    }

    private boolean goesNoFurther(Need relaxed) {
        Extent left = extent;
        Extent less = relaxed.extent;
        return switch (criterion) {
            case RANGE -> left.range != null && less.range != null && left.range.covers(less.range);
            case METHOD, MARK -> !left.kept.isEmpty() && !less.kept.isEmpty() && left.kept.containsAll(less.kept);
            default -> false;
        };
    }
}
