package org.qibroker.matching.relaxation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qibroker.matching.answer.Criterion;

/** How far relaxations reach: which needs they meet, told by numbers, and so which providers they bring. For one thread. */
final class Reach {
    private final Collection<Way> ways;
    private final Map<Criterion, List<Need>> needs = new EnumMap<>(Criterion.class);
    private final Map<Integer, BitSet> met = new HashMap<>();
    private final BitSet served = new BitSet();

    /** The reach among these ways to serve. */
    Reach(Collection<Way> ways) {
        this.ways = ways;
        BitSet seen = new BitSet();
        for (Way way : ways) {
            for (Need need : way.needs()) {
                if (!seen.get(need.number())) {
                    seen.set(need.number());
                    needs.computeIfAbsent(need.criterion(), criterion -> new ArrayList<>())
                            .add(need);
                }
            }
        }
    }

    /** How many providers need no more than these relaxations, each counted once. */
    int providers(List<Need> relaxed) {
        BitSet all = met(relaxed);
        served.clear();
        ways.forEach(way -> way.enter(all, served));
        return served.cardinality();
    }

    /** Whether some relaxations meet all of other needs. */
    boolean covers(List<Need> relaxed, List<Need> others) {
        BitSet all = met(relaxed);
        return others.stream().allMatch(need -> all.get(need.number()));
    }

    private BitSet met(List<Need> relaxed) {
        if (relaxed.size() == 1) {
            return met(relaxed.get(0));
        }
        BitSet all = new BitSet();
        relaxed.forEach(need -> all.or(met(need)));
        return all;
    }

    private BitSet met(Need relaxed) {
        return met.computeIfAbsent(relaxed.number(), number -> within(relaxed));
    }

    private BitSet within(Need relaxed) {
        BitSet within = new BitSet();
        for (Need need : needs.getOrDefault(relaxed.criterion(), List.of())) {
            if (need.within(relaxed)) {
                within.set(need.number());
            }
        }
        return within;
    }
}
