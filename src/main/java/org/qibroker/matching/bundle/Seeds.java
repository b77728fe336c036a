package org.qibroker.matching.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Good plans at once: for days of finish from the earliest possible to the latest, providers are added one by one, each
 * time the one that saves most, and exchanged as long as that saves.
 */
final class Seeds {
    private static final int MOST_PARTS = 16;
    private static final int MOST_EXCHANGED = 25;

    private final Instance instance;
    private final Front front;
    private final Deadline until;
    private final long missing;

    Seeds(Instance instance, Front front, Deadline until) {
        this.instance = instance;
        this.front = front;
        this.until = until;
        this.missing = 1
                + instance.items().stream()
                        .mapToLong(ways ->
                                ways.stream().mapToLong(Way::price).max().orElse(0))
                        .sum();
    }

    /** Adds plans to the front; at least one, however little time there is. */
    void plant() {
        int earliest = instance.items().stream()
                .mapToInt(ways -> ways.stream().mapToInt(Way::day).min().orElse(0))
                .max()
                .orElse(0);
        addBest(earliest);
        addBest(instance.latest());
        for (int day : days(earliest)) {
            if (!until.over() || day == instance.latest()) {
                grow(new Selection(day));
            }
        }
    }

    /** The cheapest plan that is finished by a day, whoever takes part. */
    private void addBest(int day) {
        front.add(Point.of(instance.items().stream()
                .map(ways -> ways.stream()
                        .filter(way -> way.day() <= day)
                        .findFirst()
                        .orElseThrow())
                .toList()));
    }

    /** Days worth a try: the latest and the earliest first, then those between. */
    private List<Integer> days(int earliest) {
        int[] ranks = instance.items().stream()
                .flatMap(List::stream)
                .mapToInt(Way::day)
                .filter(day -> day >= earliest)
                .sorted()
                .distinct()
                .toArray();
        Set<Integer> days = new LinkedHashSet<>();
        for (int parts = 1; parts <= MOST_PARTS; parts *= 2) {
            for (int part = parts; part >= 0; part--) {
                days.add(ranks[part * (ranks.length - 1) / parts]);
            }
        }
        return List.copyOf(days);
    }

    private void grow(Selection selection) {
        boolean saved = true;
        while (saved && !(until.over() && selection.complete())) {
            saved = selection.addBest();
            if (selection.complete() && selection.chosen.size() <= MOST_EXCHANGED && !until.over()) {
                selection.exchange();
            }
            if (selection.complete()) {
                front.add(selection.point());
            }
        }
    }

    /** Providers chosen for plans that are finished by a day. */
    private final class Selection {
        private final List<List<Way>> ways;
        private final List<Integer> chosen = new ArrayList<>();
        /** What each item costs at each provider; {@code missing} if it does not serve it in time. */
        private final long[][] cost;

        Selection(int day) {
            this.ways = instance.items().stream()
                    .map(all -> all.stream().filter(way -> way.day() <= day).toList())
                    .toList();
            this.cost = new long[instance.providers()][ways.size()];
            for (long[] own : cost) {
                Arrays.fill(own, missing);
            }
            for (int i = 0; i < ways.size(); i++) {
                for (Way way : ways.get(i)) {
                    cost[way.provider()][i] = Math.min(cost[way.provider()][i], way.price());
                }
            }
        }

        private long[] best(int without) {
            long[] best = new long[ways.size()];
            Arrays.fill(best, missing);
            for (int provider : chosen) {
                if (provider != without) {
                    for (int i = 0; i < best.length; i++) {
                        best[i] = Math.min(best[i], cost[provider][i]);
                    }
                }
            }
            return best;
        }

        /** Adds the provider that saves most, if any saves. */
        boolean addBest() {
            int found = mostSaving(best(-1));
            if (found >= 0) {
                chosen.add(found);
            }
            return found >= 0;
        }

        private int mostSaving(long[] best) {
            int found = -1;
            long most = 0;
            for (int p = 0; p < cost.length; p++) {
                long saved = saved(best, cost[p]);
                if (saved > most) {
                    most = saved;
                    found = p;
                }
            }
            return found;
        }

        private static long saved(long[] best, long[] own) {
            long saved = 0;
            for (int i = 0; i < best.length; i++) {
                saved += Math.max(0, best[i] - own[i]);
            }
            return saved;
        }

        /** Exchanges one provider for another as long as that saves. */
        void exchange() {
            for (int at = 0; at < chosen.size() && !until.over(); at++) {
                int old = chosen.get(at);
                long[] rest = best(old);
                int better = mostSaving(rest);
                if (better >= 0 && better != old && saved(rest, cost[better]) > saved(rest, cost[old])) {
                    chosen.set(at, better);
                    at = -1;
                }
            }
        }

        boolean complete() {
            return Arrays.stream(best(-1)).allMatch(price -> price < missing);
        }

        Point point() {
            return Point.of(ways.stream()
                    .map(all -> all.stream()
                            .filter(way -> chosen.contains(way.provider()))
                            .findFirst()
                            .orElseThrow())
                    .toList());
        }
    }
}
