package org.qibroker.matching.bundle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every plan there is, as slowly and plainly as possible; shares no code with the planner. */
final class BruteForce {
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private BruteForce() {}

    /**
     * What a plan comes to; of two totals the one with fewer prices to be asked for is the lower.
     *
     * @param asked how many prices have to be asked for
     * @param fen the other prices together
     */
    record Sum(int providers, int asked, long fen, LocalDate finish) {
        static Sum of(Iterable<Option> options) {
            Set<Object> providers = new HashSet<>();
            int asked = 0;
            long fen = 0;
            LocalDate finish = LocalDate.MIN;
            for (Option option : options) {
                providers.add(option.provider());
                asked += option.fen() == null ? 1 : 0;
                fen += option.fen() == null ? 0 : option.fen();
                LocalDate day = option.finish() == null ? NEVER : option.finish();
                finish = day.isAfter(finish) ? day : finish;
            }
            return new Sum(providers.size(), asked, fen, finish);
        }

        boolean cheaper(Sum other) {
            return asked != other.asked ? asked < other.asked : fen < other.fen;
        }

        boolean surpasses(Sum other) {
            boolean noWorse = providers <= other.providers && !other.cheaper(this) && !finish.isAfter(other.finish);
            return noWorse && !equals(other);
        }
    }

    static Set<Sum> front(List<List<Option>> items) {
        Set<Sum> all = new HashSet<>();
        extend(items, new ArrayList<>(), all);
        Set<Sum> front = new HashSet<>(all);
        front.removeIf(sum -> all.stream().anyMatch(other -> other.surpasses(sum)));
        return front;
    }

    private static void extend(List<List<Option>> items, List<Option> chosen, Set<Sum> all) {
        if (chosen.size() == items.size()) {
            all.add(Sum.of(chosen));
            return;
        }
        for (Option option : items.get(chosen.size())) {
            chosen.add(option);
            extend(items, chosen, all);
            chosen.remove(chosen.size() - 1);
        }
    }
}
