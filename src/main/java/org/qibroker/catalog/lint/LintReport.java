package org.qibroker.catalog.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What was found about a scope.
 *
 * @param day on which it was judged
 * @param lines how many lines were judged
 * @param counts how many findings there are by rule, the gravest and most first
 * @param findings in the order of the scope; of a great many only the first {@link LintRun#MOST}
 */
public record LintReport(LocalDate day, int lines, Quality quality, Map<Rule, Integer> counts, List<Finding> findings) {

    /** How many findings there are in all, those included that are too many to keep. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many findings there are of a severity. */
    public int count(Severity severity) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == severity)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The lines that break a rule. */
    public Set<UUID> linesOf(Rule rule) {
        return findings.stream()
                .filter(finding -> finding.rule() == rule)
                .map(Finding::capabilityId)
                .collect(Collectors.toSet());
    }

    /** The findings about some lines, by line. */
    public Map<UUID, List<Finding>> about(Set<UUID> lines) {
        return findings.stream()
                .filter(finding -> lines.contains(finding.capabilityId()))
                .collect(Collectors.groupingBy(Finding::capabilityId));
    }
}
