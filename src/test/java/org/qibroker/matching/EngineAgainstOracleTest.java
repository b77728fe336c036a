package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.qibroker.matching.NaiveOracle.Way;
import org.qibroker.matching.RandomScopes.Case;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.CandidateVerdict;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.NearMiss;
import org.qibroker.matching.answer.Verdict;

class EngineAgainstOracleTest {
    @Property(tries = 4000)
    void theEngineSaysWhatTheOracleSays(@ForAll long seed) {
        agrees(seed);
    }

    /** Only in the profile {@code long}. */
    @Property(tries = 100_000, edgeCases = EdgeCasesMode.NONE)
    @Tag("long")
    void theEngineSaysWhatTheOracleSaysOfAHundredThousandWorlds(@ForAll long seed) {
        agrees(seed);
    }

    private static void agrees(long seed) {
        Case world = new RandomScopes(seed).next();
        Map<UUID, List<Way>> ways = new NaiveOracle(world).ways();
        ItemAnswer answer = MatchEngine.match(world.request(), world.view(), world.context())
                .items()
                .get(0);
        Set<UUID> said = new HashSet<>();
        for (Candidate candidate : answer.candidates()) {
            said.add(candidate.providerId());
            boolean covered = candidate.verdict() == CandidateVerdict.COVERED;
            agrees(ways.get(candidate.providerId()), candidate.criteria(), candidate.capabilityIds(), 0, covered);
        }
        for (NearMiss miss : answer.nearMisses()) {
            said.add(miss.providerId());
            agrees(
                    ways.get(miss.providerId()),
                    miss.criteria(),
                    miss.capabilityIds(),
                    miss.failed().size(),
                    false);
        }
        Set<UUID> expected = ways.entrySet().stream()
                .filter(e -> fewest(e.getValue()) <= 2)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(said).isEqualTo(expected);
        assertThat(answer.gap() == null).isEqualTo(!answer.candidates().isEmpty());
    }

    private static long fewest(List<Way> ways) {
        return ways.stream().mapToLong(Way::failures).min().orElseThrow();
    }

    private static void agrees(
            List<Way> ways, List<CriterionResult> criteria, List<UUID> lines, int failures, boolean covered) {
        Way best = ways.stream()
                .min(Comparator.comparingLong(Way::failures).thenComparingLong(Way::open))
                .orElseThrow();
        assertThat(best.failures()).isEqualTo(failures);
        assertThat(best.failures() == 0 && best.open() == 0).isEqualTo(covered);
        Set<Map<Criterion, Verdict>> possible = ways.stream()
                .filter(way -> way.failures() == best.failures() && (failures > 0 || way.open() == best.open()))
                .filter(way -> way.verdicts().get(Criterion.RANGE) == Verdict.NOT_COVERED
                        || way.lines().stream().anyMatch(lines::contains))
                .map(EngineAgainstOracleTest::asked)
                .collect(Collectors.toSet());
        assertThat(possible).contains(asked(criteria));
    }

    private static Map<Criterion, Verdict> asked(Way way) {
        Map<Criterion, Verdict> verdicts = new TreeMap<>(way.verdicts());
        verdicts.values().removeIf(verdict -> verdict == Verdict.NOT_ASKED);
        return verdicts;
    }

    private static Map<Criterion, Verdict> asked(List<CriterionResult> criteria) {
        Map<Criterion, Verdict> verdicts = new TreeMap<>();
        for (CriterionResult result : criteria) {
            if (result.verdict() != Verdict.NOT_ASKED
                    && result.criterion() != Criterion.FAMILY
                    && result.criterion() != Criterion.SUBJECT
                    && result.criterion() != Criterion.SERVICE_KIND) {
                verdicts.put(result.criterion(), result.verdict());
            }
        }
        return verdicts;
    }
}
