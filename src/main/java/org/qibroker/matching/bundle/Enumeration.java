package org.qibroker.matching.bundle;

import java.util.ArrayList;
import java.util.List;

/** Looks at every way to combine the ways of all items, where these are few. */
final class Enumeration {
    private static final long MOST = 50_000;

    private final Instance instance;
    private final Front front;
    private final List<Way> chosen = new ArrayList<>();

    private Enumeration(Instance instance, Front front) {
        this.instance = instance;
        this.front = front;
    }

    /** Whether there are so few that looking at all takes next to no time. */
    static boolean fits(Instance instance) {
        long combinations = 1;
        for (List<Way> ways : instance.items()) {
            combinations *= ways.size();
            if (combinations > MOST) {
                return false;
            }
        }
        return true;
    }

    /** Adds all that nothing surpasses to the front, which then is complete. */
    static void run(Instance instance, Front front) {
        new Enumeration(instance, front).choose(0);
    }

    private void choose(int item) {
        if (item == instance.items().size()) {
            front.add(Point.of(chosen));
            return;
        }
        for (Way way : instance.items().get(item)) {
            chosen.add(way);
            choose(item + 1);
            chosen.remove(item);
        }
    }
}
