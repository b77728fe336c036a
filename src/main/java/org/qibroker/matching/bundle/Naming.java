package org.qibroker.matching.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Takes from a front the points that are best at something, and says at what. */
final class Naming {
    private static final Comparator<Point> FEW = Comparator.comparingInt(Point::providers);
    private static final Comparator<Point> CHEAP = Comparator.comparingLong(Point::price);
    private static final Comparator<Point> EARLY = Comparator.comparingInt(Point::day);

    private final List<Point> front;

    private Naming(List<Point> front) {
        this.front = front;
    }

    /** The points worth a name, at most one a label; none of an empty front. */
    static Map<Point, List<Label>> of(List<Point> front) {
        Map<Point, List<Label>> named = new LinkedHashMap<>();
        Naming naming = new Naming(front);
        if (!front.isEmpty()) {
            for (Label label : Label.values()) {
                named.computeIfAbsent(naming.best(label), point -> new ArrayList<>())
                        .add(label);
            }
        }
        return named;
    }

    private Point best(Label label) {
        Comparator<Point> order =
                switch (label) {
                    case FEWEST_PROVIDERS -> FEW.thenComparing(CHEAP).thenComparing(EARLY);
                    case CHEAPEST -> CHEAP.thenComparing(FEW).thenComparing(EARLY);
                    case EARLIEST -> EARLY.thenComparing(CHEAP).thenComparing(FEW);
                    case BALANCED -> balance().thenComparing(FEW).thenComparing(CHEAP);
                    case EARLIEST_OF_FEWEST -> FEW.thenComparing(EARLY).thenComparing(CHEAP);
                };
        return front.stream().min(order).orElseThrow();
    }

    private Comparator<Point> balance() {
        ToDoubleFunction<Point> few = share(Point::providers);
        ToDoubleFunction<Point> cheap = share(Point::price);
        ToDoubleFunction<Point> early = share(Point::day);
        return Comparator.comparingDouble(p -> few.applyAsDouble(p) + cheap.applyAsDouble(p) + early.applyAsDouble(p));
    }

    /** How far from the best, as a share of the way to the worst. */
    private ToDoubleFunction<Point> share(ToDoubleFunction<Point> value) {
        double best = front.stream().mapToDouble(value).min().orElse(0);
        double worst = front.stream().mapToDouble(value).max().orElse(0);
        return point -> worst == best ? 0 : (value.applyAsDouble(point) - best) / (worst - best);
    }
}
