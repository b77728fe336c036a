package org.qibroker.matching.bundle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What has to be chosen from, in numbers.
 *
 * @param items the ways of each item, at least one; by price
 * @param providers how many there are
 * @param days how many ranks of days there are
 */
record Instance(List<List<Way>> items, int providers, int days) {

    /** Prices above are taken as this, so that sums of them stay whole. */
    private static final long HIGHEST = 10_000_000_000_000L;

    /** The numbers of options, at least one for each item. */
    static Instance of(List<List<Option>> options) {
        Map<UUID, Integer> providers = new HashMap<>();
        List<LocalDate> days = new ArrayList<>(new TreeSet<>(all(options).stream()
                .map(Option::finish)
                .filter(Objects::nonNull)
                .toList()));
        Map<LocalDate, Integer> ranks = new HashMap<>();
        days.forEach(day -> ranks.put(day, ranks.size()));
        long unknown = aboveAll(options);
        List<List<Way>> items = new ArrayList<>();
        for (List<Option> item : options) {
            List<Way> ways = new ArrayList<>();
            for (Option o : item) {
                providers.putIfAbsent(o.provider(), providers.size());
                long price = o.fen() == null ? unknown : Math.min(HIGHEST, o.fen());
                int day = ranks.getOrDefault(o.finish(), ranks.size());
                ways.add(new Way(Objects.requireNonNull(providers.get(o.provider())), price, day, o));
            }
            items.add(List.copyOf(ways));
        }
        return new Instance(items, providers.size(), ranks.size() + 1);
    }

    private static List<Option> all(List<List<Option>> options) {
        return options.stream().flatMap(Collection::stream).toList();
    }

    /** More than the known prices of any plan add up to. */
    private static long aboveAll(List<List<Option>> options) {
        long sum = 1;
        for (List<Option> item : options) {
            sum += item.stream()
                    .map(Option::fen)
                    .filter(Objects::nonNull)
                    .mapToLong(fen -> Math.min(HIGHEST, fen))
                    .max()
                    .orElse(0);
        }
        return sum;
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
