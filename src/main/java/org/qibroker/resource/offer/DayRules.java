package org.qibroker.resource.offer;

import java.util.ArrayList;
import java.util.List;
import org.qibroker.resource.Slot;

/** How pieces spread over days of which each takes only so many. Pure. */
public final class DayRules {
    private DayRules() {}

    /**
     * As many pieces as the days still take, the earliest days first.
     *
     * @param free how many places each of the days has left
     */
    public static List<DayShare> spread(List<Slot> days, List<Integer> free, int pieces) {
        List<DayShare> shares = new ArrayList<>();
        int left = pieces;
        for (int i = 0; i < days.size() && left > 0; i++) {
            int here = Math.min(left, free.get(i));
            if (here > 0) {
                shares.add(new DayShare(days.get(i), here));
                left -= here;
            }
        }
        return shares;
    }

    /** How many there are in all. */
    public static int pieces(List<DayShare> shares) {
        return shares.stream().mapToInt(DayShare::pieces).sum();
    }
}
