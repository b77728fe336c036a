package org.qibroker.catalog.lint;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How good a scope is to match by. A line counts 1 if nothing is doubtful about it, 0.9 with notes only, 0.6 with a
 * warning, and 0 with an error; the score is the mean of all lines, times 100.
 *
 * @param score 0…100
 * @param gains what mending all findings of one rule would add, the most first; rules that alone would add nothing are
 *     left out
 */
public record Quality(double score, List<Gain> gains) {
    private static final double ALL = 100;

    /** Copies the list. */
    public Quality {
        gains = List.copyOf(gains);
    }

    /**
     * What mending a rule brings.
     *
     * @param lines how many lines it concerns
     * @param points what the score rises by
     */
    public record Gain(Rule rule, int lines, double points) {}

    /**
     * The quality of a scope.
     *
     * @param lines how many lines there are
     * @param broken for each set of rules that some line breaks, how many lines break just these
     */
    static Quality of(int lines, Map<Set<Rule>, Integer> broken) {
        if (lines == 0) {
            return new Quality(ALL, List.of());
        }
        double lost = 0;
        Map<Rule, Double> gained = new EnumMap<>(Rule.class);
        Map<Rule, Integer> concerned = new EnumMap<>(Rule.class);
        for (Map.Entry<Set<Rule>, Integer> entry : broken.entrySet()) {
            double worth = worth(entry.getKey(), null);
            lost += (1 - worth) * entry.getValue();
            for (Rule rule : entry.getKey()) {
                gained.merge(rule, (worth(entry.getKey(), rule) - worth) * entry.getValue(), Double::sum);
                concerned.merge(rule, entry.getValue(), Integer::sum);
            }
        }
        List<Gain> gains = gained.entrySet().stream()
                .filter(gain -> gain.getValue() > 0)
                .map(gain -> new Gain(
                        gain.getKey(), concerned.getOrDefault(gain.getKey(), 0), gain.getValue() / lines * ALL))
                .sorted(Comparator.comparingDouble(Gain::points).reversed())
                .toList();
        return new Quality(ALL * (1 - lost / lines), gains);
    }

    /** What a line is worth that breaks these rules but one. */
    private static double worth(Set<Rule> rules, @Nullable Rule without) {
        return rules.stream()
                .filter(rule -> rule != without)
                .mapToDouble(rule -> rule.severity().worth())
                .min()
                .orElse(1);
    }
}
