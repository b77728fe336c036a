package org.qibroker.matching.relaxation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    private static final int MOST_PAIRS_LOOKED_AT = 200;
    private static final Comparator<Need> SMALLEST =
            Comparator.comparing(Need::criterion).thenComparingDouble(Need::order);

    private final Map<UUID, List<List<Need>>> ofProvider = new LinkedHashMap<>();

    /**
     * The sums over some misses.
     *
     * @param misses what sites do at best; those that fail by more than two criteria, or serve nothing of what is asked,
     *     do not count
     * @param served providers that are candidates anyway
     */
    public RelaxationSums(Relaxer relaxer, List<Evaluation> misses, Set<UUID> served) {
        for (Evaluation miss : misses) {
            UUID provider = miss.place().provider().id();
            boolean near = miss.failures() <= MOST_FAILURES && miss.servesSome();
            if (near && !served.contains(provider)) {
                ofProvider.computeIfAbsent(provider, id -> new ArrayList<>()).add(relaxer.needs(miss));
            }
        }
    }

    /** Of each criterion the smallest relaxations first; of many a few from the smallest to the largest. */
    public List<Relaxation.Sum> singles() {
        Map<Criterion, Map<Relaxation, Need>> kinds = new LinkedHashMap<>();
        all(1).map(needs -> needs.get(0)).sorted(SMALLEST).forEach(need -> kinds.computeIfAbsent(
                        need.criterion(), criterion -> new LinkedHashMap<>())
                .putIfAbsent(need.relaxation(), need));
        return kinds.values().stream()
                .flatMap(needs -> few(List.copyOf(needs.values())).stream())
                .map(need -> Relaxation.Sum.of(need.relaxation(), count(List.of(need))))
                .toList();
    }

    private List<Need> few(List<Need> needs) {
        if (needs.size() <= MOST_OF_ONE_CRITERION) {
            return needs;
        }
        boolean ordered = needs.get(0).order() < needs.get(needs.size() - 1).order();
        int last = needs.size() - 1;
        return ordered
                ? IntStream.range(0, MOST_OF_ONE_CRITERION)
                        .mapToObj(i -> needs.get(i * last / (MOST_OF_ONE_CRITERION - 1)))
                        .toList()
                : needs.stream()
                        .sorted(Comparator.comparingInt((Need need) -> -count(List.of(need))))
                        .limit(MOST_OF_ONE_CRITERION)
                        .toList();
    }

    private Stream<List<Need>> all(int size) {
        return ofProvider.values().stream().flatMap(List::stream).filter(needs -> needs.size() == size);
    }

    /** Those that bring most first; none that brings no more than one of the two alone, or than a smaller pair. */
    public List<Relaxation.Pair> pairs() {
        Set<List<Relaxation>> seen = new LinkedHashSet<>();
        List<Counted> counted = new ArrayList<>();
        all(2).sorted(Comparator.comparingDouble(
                                (List<Need> needs) -> needs.get(0).order())
                        .thenComparingDouble(needs -> needs.get(1).order()))
                .filter(needs -> seen.add(needs.stream().map(Need::relaxation).toList()))
                .limit(MOST_PAIRS_LOOKED_AT)
                .forEach(needs -> counted.add(new Counted(needs, count(needs))));
        return counted.stream()
                .filter(pair -> pair.needs.stream().allMatch(need -> count(List.of(need)) < pair.providers))
                .filter(pair -> counted.stream().noneMatch(pair::exceeds))
                .sorted(Comparator.comparingInt((Counted pair) -> -pair.providers))
                .limit(MOST_PAIRS)
                .map(Counted::pair)
                .toList();
    }

    private int count(List<Need> relaxed) {
        return (int) ofProvider.values().stream()
                .filter(ways -> ways.stream().anyMatch(needs -> covers(relaxed, needs)))
                .count();
    }

    private static boolean covers(List<Need> relaxed, List<Need> needs) {
        return needs.stream().allMatch(need -> relaxed.stream().anyMatch(need::within));
    }

    private record Counted(List<Need> needs, int providers) {
        /** Whether another pair goes less far and brings as many. */
        boolean exceeds(Counted other) {
            return other.providers == providers && covers(needs, other.needs) && !covers(other.needs, needs);
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
