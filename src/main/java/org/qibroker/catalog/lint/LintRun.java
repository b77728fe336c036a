package org.qibroker.catalog.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.qibroker.catalog.lint.rules.GroupRules;
import org.qibroker.catalog.lint.rules.LintedLine;
import org.qibroker.catalog.lint.rules.Linter;
import org.qibroker.catalog.lint.rules.Surroundings;

/** Judges a scope line by line. Not for several threads at once. */
final class LintRun {
    /** Findings kept at most; all are counted. */
    static final int MOST = 300_000;

    private final Surroundings around;
    private final int expected;
    private final GroupRules groups = new GroupRules();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    private final Map<UUID, EnumSet<Rule>> broken = new HashMap<>();
    private final AtomicInteger lines = new AtomicInteger();

    /** A run over about so many lines. */
    LintRun(Surroundings around, int expected) {
        this.around = around;
        this.expected = expected;
    }

    /** How far it is; may be asked from any thread. */
    LintProgress progress() {
        int done = lines.get();
        return new LintProgress(done, Math.max(done, expected));
    }

    /** Takes the next line of the scope. */
    void accept(LintedLine line) {
        Linter.line(line, around).forEach(this::found);
        groups.enter(line).ifPresent(this::found);
        lines.incrementAndGet();
    }

    private void found(Finding finding) {
        counts.merge(finding.rule(), 1, Integer::sum);
        broken.computeIfAbsent(finding.capabilityId(), id -> EnumSet.noneOf(Rule.class))
                .add(finding.rule());
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    /** What was found, once all lines are there. */
    LintReport finish() {
        groups.finish(this::found);
        Map<Set<Rule>, Integer> sets = new HashMap<>();
        broken.values().forEach(rules -> sets.merge(rules, 1, Integer::sum));
        findings.sort(Comparator.comparing(Finding::capabilityId, LintRun::inOrderOfMaking));
        return new LintReport(
                around.day(),
                lines.get(),
                Quality.of(lines.get(), sets),
                ordered(),
                Collections.unmodifiableList(findings));
    }

    /** As the database orders them: byte by byte. */
    private static int inOrderOfMaking(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    private Map<Rule, Integer> ordered() {
        Map<Rule, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Rule, Integer> entry) ->
                                entry.getKey().severity())
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(ordered);
    }
}
