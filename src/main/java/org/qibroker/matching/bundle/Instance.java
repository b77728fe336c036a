package org.qibroker.matching.bundle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to be chosen from, in numbers.
 *
 * @param items the ways of each item, at least one; by price
 * @param providers how many there are
 * @param days how many days there are from the first finish to the last, and one for those that are not known
 */
record Instance(List<List<Way>> items, int providers, int days) {

    /** Prices above are taken as this, so that sums of them stay whole. */
    private static final long HIGHEST = 10_000_000_000_000L;

    /** The numbers of options, at least one for each item. */
    static Instance of(List<List<Option>> options) {
        Map<UUID, Integer> providers = new HashMap<>();
        Days days = Days.of(options);
        long unknown = aboveAll(options);
        List<List<Way>> items = new ArrayList<>();
        for (List<Option> item : options) {
            List<Way> ways = new ArrayList<>(item.size());
            for (Option o : item) {
                int provider = providers.computeIfAbsent(o.provider(), id -> providers.size());
                long price = o.fen() == null ? unknown : Math.min(HIGHEST, o.fen());
                ways.add(new Way(provider, price, days.number(o.finish()), o));
            }
            items.add(ways);
        }
        return new Instance(items, providers.size(), days.number(null) + 1);
    }

    /** The days of finish from the first to the last. */
    private record Days(long first, long last) {
        static Days of(List<List<Option>> options) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (List<Option> item : options) {
                for (Option option : item) {
                    if (option.finish() != null) {
                        first = Math.min(first, option.finish().toEpochDay());
                        last = Math.max(last, option.finish().toEpochDay());
                    }
                }
            }
            return first > last ? new Days(0, -1) : new Days(first, last);
        }

        /** The first is 0; one that is not known comes after the last. */
        int number(@Nullable LocalDate day) {
            return Math.toIntExact((day == null ? last + 1 : day.toEpochDay()) - first);
        }
    }

    /** More than the known prices of any plan add up to. */
    private static long aboveAll(List<List<Option>> options) {
        long sum = 1;
        for (List<Option> item : options) {
            long most = 0;
            for (Option option : item) {
                most = option.fen() == null ? most : Math.max(most, Math.min(HIGHEST, option.fen()));
            }
            sum += most;
        }
        return sum;
    }

    /** Of one item only the ways that none surpasses; of equals the one that leaves least open. */
    Instance undominated() {
        List<Way> kept = new ArrayList<>();
        for (Way way : items.get(0)) {
            if (kept.stream().noneMatch(known -> known.surpasses(way))) {
                kept.removeIf(known -> way.price() <= known.price() && way.day() <= known.day());
                kept.add(way);
            }
        }
        return new Instance(List.of(kept), providers, days);
    }

    /** The same with no other providers than those of some points. */
    Instance among(List<Point> points) {
        BitSet kept = new BitSet();
        points.forEach(point -> point.ways().forEach(way -> kept.set(way.provider())));
        return new Instance(
                items.stream()
                        .map(ways -> ways.stream()
                                .filter(way -> kept.get(way.provider()))
                                .toList())
                        .toList(),
                providers,
                days);
    }

    /** The last day that any way is finished on. */
    int latest() {
        return items.stream().flatMap(List::stream).mapToInt(Way::day).max().orElse(0);
    }

    /** How many ways there are in all. */
    int size() {
        return items.stream().mapToInt(List::size).sum();
    }
}
