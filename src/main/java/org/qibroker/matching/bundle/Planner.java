package org.qibroker.matching.bundle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Plans for all items of a request: the front over number of providers, total price and day of finish, of which those
 * that are best at something are named. A price that has to be asked for counts more than all that are known, a finish
 * that is not known comes last, so that neither ever makes a plan look better than it can be shown to be.
 */
public final class Planner {
    private static final int MOST_OPTIONS = 500;
    private static final int MOST_SEARCHED = 3_000;

    private final List<List<Option>> items;
    private final List<Integer> served;
    private final boolean all;

    private Planner(List<List<Option>> items) {
        this.items = items;
        this.served = IntStream.range(0, items.size())
                .filter(i -> !items.get(i).isEmpty())
                .boxed()
                .toList();
        this.all = items.stream().allMatch(options -> options.size() <= MOST_OPTIONS);
    }

    /**
     * At most five plans, in the order of {@link Label}; none if nobody does anything. Ends with the time limit, and has
     * good plans even if that is too short to prove them the best; where there is little to choose from they always are.
     *
     * @param items who can do each; of more than 500 options an item only the cheapest and the earliest are seen
     */
    public static List<Plan> plan(List<List<Option>> items, Duration limit) {
        Planner planner = new Planner(items);
        if (planner.served.isEmpty()) {
            return List.of();
        }
        Front front = new Front();
        boolean proven = planner.search(front, Deadline.in(limit));
        List<Plan> plans = new ArrayList<>();
        Naming.of(front.points()).forEach((point, labels) -> plans.add(planner.plan(point, labels, proven)));
        return plans;
    }

    /** Fills the front; whether nothing is missing for certain. */
    private boolean search(Front front, Deadline until) {
        return front(served.stream().map(i -> bounded(items.get(i))).toList(), front, until) && all;
    }

    /** The same for items that somebody does, all of whose options are looked at. */
    static boolean front(List<List<Option>> options, Front front, Deadline until) {
        Instance all = Instance.of(options);
        Instance instance = all.items().size() == 1 ? all.undominated() : Pruning.of(all, until.tenths(2));
        if (Enumeration.fits(instance)) {
            Enumeration.run(instance, front);
            return true;
        }
        new Seeds(instance, front, until.tenths(6)).plant();
        boolean complete = instance.size() <= MOST_SEARCHED;
        Instance searched = complete ? instance : instance.among(front.points());
        return !until.over()
                && searched.size() <= MOST_SEARCHED
                && new CompleteSearch(searched, front).run(until)
                && complete;
    }

    private static List<Option> bounded(List<Option> options) {
        if (options.size() <= MOST_OPTIONS) {
            return options;
        }
        Set<Option> kept = new LinkedHashSet<>();
        options.stream()
                .sorted(Comparator.comparing(Option::fen, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST_OPTIONS / 2)
                .forEach(kept::add);
        options.stream()
                .sorted(Comparator.comparing(Option::finish, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST_OPTIONS / 2)
                .forEach(kept::add);
        return List.copyOf(kept);
    }

    private Plan plan(Point point, List<Label> labels, boolean proven) {
        SortedMap<Integer, Option> choices = new TreeMap<>();
        for (int i = 0; i < point.ways().size(); i++) {
            choices.put(served.get(i), point.ways().get(i).option());
        }
        List<Integer> residual = IntStream.range(0, items.size())
                .filter(i -> items.get(i).isEmpty())
                .boxed()
                .toList();
        return new Plan(labels, choices, residual, proven);
    }
}
