package org.qibroker.catalog.lines;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeLine;

/**
 * Finds, among lines that share the core of their identity, which line said is which line known. Lines that state the
 * same are paired first, then those of one identity, then, if the whole scope is said, those that have most in common.
 * Among equals the earlier goes with the earlier. Each line is paired once.
 */
final class LinePairing {
    /** Comparing each with each costs; beyond this many comparisons only equals and identities are paired. */
    private static final long MOST_COMPARISONS = 250_000;

    private final List<ScopeLine> known;
    private final List<ScopeLine> said;
    private final BiPredicate<Integer, Integer> possible;
    private final @Nullable Integer[] partner;
    private final boolean[] taken;

    /**
     * Lines of one core.
     *
     * @param silent what the lines said leave open
     * @param possible whether a line said, by its place, can be a known one at all
     */
    LinePairing(
            List<ScopeLine> known,
            List<ScopeLine> said,
            Set<LineField> silent,
            BiPredicate<Integer, Integer> possible) {
        this.known = known.stream().map(line -> LineField.without(line, silent)).toList();
        this.said = said.stream().map(line -> LineField.without(line, silent)).toList();
        this.possible = possible;
        this.partner = new Integer[said.size()];
        this.taken = new boolean[known.size()];
    }

    /** Pairs lines that state the same and lines of one identity. */
    LinePairing strictly() {
        equal(line -> line);
        equal(LineIdentity::of);
        return this;
    }

    /** Pairs what is left by likeness. */
    LinePairing alike() {
        List<Integer> left = left();
        long comparisons = (long) left.size() * known.size();
        if (comparisons > 0 && comparisons <= MOST_COMPARISONS) {
            List<Alike> all = new ArrayList<>();
            left.forEach(i -> alike(i, all));
            all.sort(Alike.BEST_FIRST);
            all.stream()
                    .filter(a -> partner[a.said()] == null && !taken[a.known()])
                    .forEach(this::pair);
        }
        return this;
    }

    /** The place of the known line that a line said is. */
    Optional<Integer> partner(int i) {
        return Optional.ofNullable(partner[i]);
    }

    /** Whether a known line was said. */
    boolean paired(int k) {
        return taken[k];
    }

    private List<Integer> left() {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] == null) {
                left.add(i);
            }
        }
        return left;
    }

    private void equal(Function<ScopeLine, Object> key) {
        List<Integer> left = left();
        Map<Object, Deque<Integer>> byKey = new HashMap<>();
        for (int k = 0; k < taken.length && !left.isEmpty(); k++) {
            if (!taken[k]) {
                byKey.computeIfAbsent(key.apply(known.get(k)), any -> new ArrayDeque<>())
                        .add(k);
            }
        }
        for (int i : left) {
            Deque<Integer> candidates = byKey.get(key.apply(said.get(i)));
            if (candidates != null) {
                first(i, candidates);
            }
        }
    }

    private void first(int i, Deque<Integer> candidates) {
        Iterator<Integer> each = candidates.iterator();
        while (partner[i] == null && each.hasNext()) {
            int k = each.next();
            if (possible.test(i, k)) {
                pair(new Alike(i, k, 0));
                each.remove();
            }
        }
    }

    private void alike(int i, List<Alike> all) {
        for (int k = 0; k < taken.length; k++) {
            if (!taken[k] && possible.test(i, k)) {
                int fields = LineField.differing(said.get(i), known.get(k)).size();
                all.add(new Alike(i, k, fields));
            }
        }
    }

    private void pair(Alike pair) {
        partner[pair.said()] = pair.known();
        taken[pair.known()] = true;
    }

    /** Two lines, by their places, and in how many fields they differ. */
    private record Alike(int said, int known, int fields) {
        static final Comparator<Alike> BEST_FIRST = Comparator.comparingInt(Alike::fields)
                .thenComparingInt(Alike::said)
                .thenComparingInt(Alike::known);
    }
}
