package org.qibroker.gap.wish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;

/** Parts things into groups that hang together. */
final class Links {
    private Links() {}

    /** The groups in which each thing is linked with another, in the order of their first things. */
    static <T> List<List<T>> of(List<T> things, BiPredicate<T, T> linked) {
        List<T> left = new ArrayList<>(things);
        List<List<T>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            groups.add(group(left, linked));
        }
        return groups;
    }

    private static <T> List<T> group(List<T> left, BiPredicate<T, T> linked) {
        List<T> group = new ArrayList<>();
        Deque<T> open = new ArrayDeque<>();
        open.add(left.remove(0));
        while (!open.isEmpty()) {
            T one = open.remove();
            group.add(one);
            left.removeIf(other -> linked.test(one, other) && open.add(other));
        }
        return group;
    }
}
