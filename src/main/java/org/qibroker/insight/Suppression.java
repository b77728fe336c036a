package org.qibroker.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.Uptake.Values;

/**
 * Withholds what gives single enterprises away from whoever may not see them. Figures that follow from each other are
 * withheld together; and where one part of a whole is withheld another is, too, so that nobody gets it by subtraction.
 * Pure.
 */
final class Suppression {
    /** So many enterprises must stand behind what is shown. */
    static final int FEWEST = 3;

    private Suppression() {}

    /**
     * The whole.
     *
     * @param enterprises how many stand behind each measure
     */
    static Values whole(Values values, Map<String, Long> enterprises) {
        return without(values, few(values, enterprises));
    }

    /**
     * The parts of a whole.
     *
     * @param enterprises how many stand behind each measure of each part
     */
    static List<Row> parts(List<Row> rows, Map<String, Map<String, Long>> enterprises) {
        Map<String, Set<Figure>> hidden = new HashMap<>();
        for (Row row : rows) {
            hidden.put(row.key(), new HashSet<>(few(row.values(), of(enterprises, row))));
        }
        for (Figure figure : Figure.values()) {
            if (hidden.values().stream().anyMatch(all -> all.contains(figure))) {
                smallestShown(figure, rows, hidden, enterprises)
                        .ifPresent(row ->
                                Objects.requireNonNull(hidden.get(row.key())).add(figure));
            }
        }
        return rows.stream()
                .map(row -> new Row(
                        row.key(), row.name(), without(row.values(), Objects.requireNonNull(hidden.get(row.key())))))
                .toList();
    }

    private static Map<String, Long> of(Map<String, Map<String, Long>> enterprises, Row row) {
        return enterprises.getOrDefault(row.key(), Map.of());
    }

    private static Optional<Row> smallestShown(
            Figure figure,
            List<Row> rows,
            Map<String, Set<Figure>> hidden,
            Map<String, Map<String, Long>> enterprises) {
        return rows.stream()
                .filter(row -> !Objects.requireNonNull(hidden.get(row.key())).contains(figure))
                .filter(row -> behind(figure, of(enterprises, row)) >= FEWEST)
                .min(Comparator.comparing(row -> behind(figure, of(enterprises, row))));
    }

    private static long behind(Figure figure, Map<String, Long> enterprises) {
        return figure.linked().stream()
                .mapToLong(measure -> enterprises.getOrDefault(measure, 0L))
                .max()
                .orElse(0);
    }

    /** The figures that one or two enterprises stand behind, and all that follow from each other with them. */
    private static Set<Figure> few(Values values, Map<String, Long> enterprises) {
        Set<Figure> few = EnumSet.noneOf(Figure.class);
        for (Figure figure : Figure.values()) {
            Number value = values.of(figure);
            boolean themselves = figure.ofEnterprises() && value != null && small(value.longValue());
            if (themselves || figure.linked().stream().anyMatch(m -> small(enterprises.getOrDefault(m, 0L)))) {
                few.add(figure);
            }
        }
        if (few.stream().anyMatch(Figure::ofEnterprises)) {
            few.addAll(Figure.OF_ENTERPRISES);
        }
        return few;
    }

    private static boolean small(long enterprises) {
        return enterprises > 0 && enterprises < FEWEST;
    }

    private static Values without(Values values, Set<Figure> hidden) {
        Map<Figure, Number> shown = new HashMap<>(values.all());
        shown.keySet().removeAll(hidden);
        Map<Figure, Long> cases = new HashMap<>(values.cases());
        cases.keySet().removeAll(hidden);
        List<Figure> names = new ArrayList<>(hidden);
        names.sort(Comparator.naturalOrder());
        return new Values(shown, cases, names);
    }
}
