package org.qibroker.matching.relaxation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.matching.candidates.Evaluation;

/**
 * What relaxing one criterion brings, or two at once: providers that are no candidates yet, each counted once, wherever
 * what any of its sites needs goes no further.
 */
public final class RelaxationSums {
    /** By how many criteria a near miss fails at most. */
    public static final int MOST_FAILURES = 2;

    private static final int MOST_OF_ONE_CRITERION = 5;
    private static final int MOST_PAIRS = 6;
    private static final int MOST_PAIRS_LOOKED_AT = 48;
    private static final Comparator<Need> SMALLEST =
            Comparator.comparing(Need::criterion).thenComparingDouble(Need::order);

    private final Relaxer relaxer;
    private final Map<Long, Way> ways = new LinkedHashMap<>();
    private final Reach reach;
    private final Map<Integer, Integer> counts = new HashMap<>();

    /**
     * The sums over some misses.
     *
     * @param misses what sites do at best; those that fail by more than two criteria, or serve nothing of what is asked,
     *     do not count
     * @param served numbers of the providers that are candidates anyway
     */
    public RelaxationSums(Relaxer relaxer, List<Evaluation> misses, BitSet served) {
        this.relaxer = relaxer;
        for (Evaluation miss : misses) {
            if (miss.failures() <= MOST_FAILURES && miss.servesSome()) {
                int provider = miss.place().number();
                if (!served.get(provider)) {
                    take(provider, miss);
                }
            }
        }
        this.reach = new Reach(ways.values());
    }

    private void take(int provider, Evaluation miss) {
        List<Need> needs = relaxer.needs(miss);
        long second = needs.size() > 1 ? needs.get(1).number() + 1L : 0;
        ways.computeIfAbsent(second << 32 | needs.get(0).number(), key -> new Way(needs))
                .add(provider);
    }

    /** Of each criterion the smallest relaxations first; of many a few from the smallest to the largest. */
    public List<Relaxation.Sum> singles() {
        Map<Criterion, List<Need>> kinds = new LinkedHashMap<>();
        all(1).map(needs -> needs.get(0))
                .sorted(SMALLEST)
                .forEach(need -> addNew(kinds.computeIfAbsent(need.criterion(), criterion -> new ArrayList<>()), need));
        return kinds.values().stream()
                .flatMap(needs -> few(needs).stream())
                .map(need -> Relaxation.Sum.of(need.relaxation(), count(need)))
                .toList();
    }

    private static void addNew(List<Need> needs, Need need) {
        for (Need known : needs) {
            if (known.same(need)) {
                return;
            }
        }
        needs.add(need);
    }

    private List<Need> few(List<Need> needs) {
        if (needs.size() <= MOST_OF_ONE_CRITERION) {
            return needs;
        }
        boolean ordered = needs.get(0).order() < needs.get(needs.size() - 1).order();
        return ordered
                ? spread(needs, MOST_OF_ONE_CRITERION)
                : needs.stream()
                        .sorted(Comparator.comparingInt((Need need) -> -count(need)))
                        .limit(MOST_OF_ONE_CRITERION)
                        .toList();
    }

    /** So many of them at most, the first and the last among them. */
    private static <T> List<T> spread(List<T> all, int most) {
        int last = all.size() - 1;
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i -> all.get(i * last / (most - 1)))
                        .toList();
    }

    private Stream<List<Need>> all(int size) {
        return ways.values().stream().map(Way::needs).filter(needs -> needs.size() == size);
    }

    /** Those that bring most first; none that brings no more than one of the two alone, or than a smaller pair. */
    public List<Relaxation.Pair> pairs() {
        List<List<Need>> twos = all(2).sorted(Comparator.comparingDouble(
                                (List<Need> needs) -> needs.get(0).order())
                        .thenComparingDouble(needs -> needs.get(1).order()))
                .toList();
        List<Counted> counted = new ArrayList<>();
        for (List<Need> needs : spread(twos, MOST_PAIRS_LOOKED_AT)) {
            if (counted.stream().noneMatch(known -> known.same(needs))) {
                counted.add(new Counted(needs, reach.providers(needs)));
            }
        }
        return counted.stream()
                .filter(pair -> pair.needs.stream().allMatch(need -> count(need) < pair.providers))
                .filter(pair -> counted.stream().noneMatch(other -> exceeds(pair, other)))
                .sorted(Comparator.comparingInt((Counted pair) -> -pair.providers))
                .limit(MOST_PAIRS)
                .map(Counted::pair)
                .toList();
    }

    private int count(Need relaxed) {
        return counts.computeIfAbsent(relaxed.number(), number -> reach.providers(List.of(relaxed)));
    }

    /** Whether another pair goes less far and brings as many. */
    private boolean exceeds(Counted pair, Counted other) {
        return other.providers == pair.providers
                && reach.covers(pair.needs, other.needs)
                && !reach.covers(other.needs, pair.needs);
    }

    private record Counted(List<Need> needs, int providers) {
        boolean same(List<Need> other) {
            return needs.get(0).same(other.get(0)) && needs.get(1).same(other.get(1));
        }

        Relaxation.Pair pair() {
            List<Relaxation> relaxations = needs.stream().map(Need::relaxation).toList();
            List<Change> patch = new ArrayList<>();
            relaxations.forEach(relaxation -> patch.addAll(relaxation.patch()));
            boolean whole = relaxations.stream().noneMatch(r -> r.patch().isEmpty());
            return new Relaxation.Pair(relaxations, providers, whole ? patch : List.of());
        }
    }
}
