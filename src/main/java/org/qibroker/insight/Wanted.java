package org.qibroker.insight;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/**
 * Which part of the uptake is asked for.
 *
 * @param filters only what has this value; empty is what has none
 * @param figures those that are wanted
 * @param enterprises whether single enterprises may be seen
 */
public record Wanted(Months months, Map<Dimension, String> filters, Set<Figure> figures, boolean enterprises) {
    /** How a filter is written for what has no value. */
    public static final String NONE = "NONE";

    /** Copies filters and figures. */
    public Wanted {
        filters = Map.copyOf(filters);
        figures = Set.copyOf(figures);
    }

    /** All figures of some months. */
    public static Wanted of(Months months) {
        return new Wanted(months, Map.of(), EnumSet.allOf(Figure.class), true);
    }

    /** The same, but only some figures. */
    public Wanted only(Set<Figure> wanted) {
        return new Wanted(months, filters, wanted, enterprises);
    }

    /** What has to be counted for the figures. */
    String[] measures() {
        return figures.stream()
                .flatMap(figure -> figure.measures().stream())
                .distinct()
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** The same with a filter more. */
    Wanted with(Dimension dimension, String value) {
        Map<Dimension, String> more = new EnumMap<>(Dimension.class);
        more.putAll(filters);
        more.put(dimension, value);
        return new Wanted(months, more, figures, enterprises);
    }

    /** The same for somebody who may see single enterprises, or may not. */
    Wanted shownTo(boolean seeing) {
        return new Wanted(months, filters, figures, seeing);
    }

    /** The value of a filter, absent if it is off. */
    public @Nullable String filter(Dimension dimension) {
        return filters.get(dimension);
    }

    /** The filter for which sums are kept apart, if there is one. */
    public @Nullable Dimension apart() {
        return filters.keySet().stream().filter(Dimension::apart).findFirst().orElse(null);
    }

    /**
     * Checks that sums are kept for it.
     *
     * @param by what it is broken down by
     * @throws Refusal BAD_INPUT if two dimensions meet of which each is kept apart
     */
    Wanted checked(@Nullable Dimension by) {
        long apart = filters.keySet().stream().filter(Dimension::apart).count()
                + (by != null && by.apart() && !filters.containsKey(by) ? 1 : 0);
        if (apart > 1) {
            throw Refusal.badInput("/by", "dimensions-apart");
        }
        return this;
    }

    /** A fault at a filter. */
    static FieldFault fault(Dimension dimension, String code, String value) {
        return FieldFault.of("/" + dimension.filter(), code, value);
    }
}
