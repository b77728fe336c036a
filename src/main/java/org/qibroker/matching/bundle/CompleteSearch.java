package org.qibroker.matching.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.constraints.Constraint;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.search.strategy.selectors.values.IntDomainMin;
import org.chocosolver.solver.search.strategy.selectors.variables.FirstFail;
import org.chocosolver.solver.variables.IntVar;

/** Looks, as long as there is time, for every plan that none of those known surpasses. */
final class CompleteSearch {
    private static final long LARGEST_SUM = 1_000_000_000L;

    private final Instance instance;
    private final Front front;
    private final long unit;
    private final boolean exact;
    private final Model model = new Model();
    private final IntVar[] choices;

    CompleteSearch(Instance instance, Front front) {
        this.instance = instance;
        this.front = front;
        this.choices = new IntVar[instance.items().size()];
        long divisor = Math.max(1, divisor());
        this.exact = largest() / divisor <= LARGEST_SUM;
        this.unit = exact ? divisor : largest() / LARGEST_SUM + 1;
    }

    private long divisor() {
        long divisor = 0;
        for (List<Way> ways : instance.items()) {
            for (Way way : ways) {
                divisor = divisor(divisor, way.price());
            }
        }
        return divisor;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private long largest() {
        return instance.items().stream()
                .mapToLong(ways -> ways.stream().mapToLong(Way::price).max().orElse(0))
                .sum();
    }

    /** Adds to the front what it finds; whether the front is complete, and certainly so. */
    boolean run(Deadline until) {
        IntVar[] sums = sums();
        new Constraint("front", new FrontPropagator(sums, front, unit, until)).post();
        Solver solver = model.getSolver();
        solver.addStopCriterion(until::over);
        solver.setSearch(Search.intVarSearch(new FirstFail(model), new IntDomainMin(), choices));
        while (solver.solve()) {
            front.add(found());
        }
        return exact && !until.over() && !solver.isStopCriterionMet();
    }

    private Point found() {
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < choices.length; i++) {
            ways.add(instance.items().get(i).get(choices[i].getValue()));
        }
        return Point.of(ways);
    }

    private IntVar[] sums() {
        int n = choices.length;
        IntVar[] providers = new IntVar[n];
        IntVar[] prices = new IntVar[n];
        IntVar[] days = new IntVar[n];
        for (int i = 0; i < n; i++) {
            List<Way> ways = instance.items().get(i);
            choices[i] = model.intVar(0, ways.size() - 1);
            providers[i] = of(ways.stream().mapToInt(Way::provider).toArray(), choices[i]);
            prices[i] = of(ways.stream().mapToInt(way -> price(way.price())).toArray(), choices[i]);
            days[i] = of(ways.stream().mapToInt(Way::day).toArray(), choices[i]);
        }
        IntVar count = model.intVar(1, Math.min(n, instance.providers()));
        IntVar total = model.intVar(0, price(largest()) + n, true);
        IntVar last = model.intVar(0, instance.days() - 1);
        model.nValues(providers, count).post();
        model.sum(prices, "=", total).post();
        model.max(last, days).post();
        return new IntVar[] {count, total, last};
    }

    private int price(long fen) {
        return Math.toIntExact(fen / unit);
    }

    private IntVar of(int[] values, IntVar index) {
        IntVar value = model.intVar(Arrays.stream(values).sorted().distinct().toArray());
        model.element(value, values, index).post();
        return value;
    }
}
