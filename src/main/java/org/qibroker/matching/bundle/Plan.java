package org.qibroker.matching.bundle;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan for the items that anybody can do.
 *
 * @param labels what it is best at, at least one
 * @param choices who does the item of an index
 * @param residual indexes of the items that nobody does
 * @param proven whether it is certain that no plan is better at these; else time ran out before it was
 */
public record Plan(List<Label> labels, SortedMap<Integer, Option> choices, List<Integer> residual, boolean proven) {
    /** Copies what it is given. */
    public Plan {
        labels = List.copyOf(labels);
        choices = new TreeMap<>(choices);
        residual = List.copyOf(residual);
    }

    /** How many providers take part. */
    public int providers() {
        return (int) choices.values().stream().map(Option::provider).distinct().count();
    }

    /** Each choice with its item. */
    public List<Map.Entry<Integer, Option>> entries() {
        return List.copyOf(choices.entrySet());
    }
}
