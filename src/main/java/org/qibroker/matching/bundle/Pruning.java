package org.qibroker.matching.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leaves out what no plan needs: a way of a provider that has a better one for the same item, and a provider for whom
 * another one, no worse at any of its items, can stand in. Stops early when time is up; what is left is then larger, but
 * no less right.
 */
final class Pruning {
    private static final Comparator<Way> CHEAPEST = Comparator.comparingLong(Way::price)
            .thenComparingInt(Way::day)
            .thenComparing(w -> w.option().open());

    private final Instance instance;
    private final Deadline until;
    /** The ways of a provider, by item; {@code null} where it has none. */
    private final List<List<List<Way>>> offers = new ArrayList<>();

    private final boolean[] out;

    private Pruning(Instance instance, Deadline until) {
        this.instance = instance;
        this.until = until;
        this.out = new boolean[instance.providers()];
    }

    static Instance of(Instance instance, Deadline until) {
        Pruning pruning = new Pruning(instance, until);
        pruning.collect();
        pruning.replaceProviders();
        return pruning.rest();
    }

    private void collect() {
        for (int p = 0; p < instance.providers(); p++) {
            offers.add(new ArrayList<>());
        }
        for (List<Way> item : instance.items()) {
            offers.forEach(own -> own.add(new ArrayList<>(0)));
            int last = offers.get(0).size() - 1;
            item.stream()
                    .sorted(CHEAPEST)
                    .forEach(way -> keep(offers.get(way.provider()).get(last), way));
        }
    }

    private static void keep(List<Way> own, Way way) {
        if (own.stream().noneMatch(other -> other.covers(way))) {
            own.add(way);
        }
    }

    private void replaceProviders() {
        for (int p = 0; p < out.length && !until.over(); p++) {
            out[p] = replaceable(p);
        }
    }

    /** Only who serves the item that fewest serve can stand in. */
    private boolean replaceable(int provider) {
        List<List<Way>> own = offers.get(provider);
        int rarest = -1;
        for (int i = 0; i < own.size(); i++) {
            boolean rarer = rarest < 0
                    || instance.items().get(i).size()
                            < instance.items().get(rarest).size();
            rarest = !own.get(i).isEmpty() && rarer ? i : rarest;
        }
        return rarest < 0
                || instance.items().get(rarest).stream()
                        .mapToInt(Way::provider)
                        .filter(other -> other != provider && !out[other])
                        .distinct()
                        .anyMatch(other -> standsIn(offers.get(other), own));
    }

    private static boolean standsIn(List<List<Way>> other, List<List<Way>> own) {
        for (int i = 0; i < own.size(); i++) {
            List<Way> instead = other.get(i);
            if (!own.get(i).stream().allMatch(way -> instead.stream().anyMatch(candidate -> candidate.covers(way)))) {
                return false;
            }
        }
        return true;
    }

    /** What is left, the providers numbered anew. */
    private Instance rest() {
        List<List<Way>> items = new ArrayList<>();
        instance.items().forEach(item -> items.add(new ArrayList<>()));
        int number = 0;
        for (int p = 0; p < out.length; p++) {
            if (!out[p]) {
                for (int i = 0; i < items.size(); i++) {
                    for (Way way : offers.get(p).get(i)) {
                        items.get(i).add(new Way(number, way.price(), way.day(), way.option()));
                    }
                }
                number++;
            }
        }
        items.forEach(ways -> ways.sort(CHEAPEST));
        return new Instance(items, number, instance.days());
    }
}
