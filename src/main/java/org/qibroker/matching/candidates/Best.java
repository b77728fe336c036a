package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Takes the first few of many. */
public final class Best {
    private Best() {}

    /** The first {@code most} in an order, without putting the others in order. */
    public static <T> List<T> of(Collection<T> all, int most, Comparator<? super T> order) {
        PriorityQueue<T> kept = new PriorityQueue<>(most + 1, order.reversed());
        for (T one : all) {
            T last = kept.peek();
            if (kept.size() < most) {
                kept.add(one);
            } else if (last != null && order.compare(one, last) < 0) {
                kept.poll();
                kept.add(one);
            }
        }
        List<T> best = new ArrayList<>(kept);
        best.sort(order);
        return best;
    }
}
