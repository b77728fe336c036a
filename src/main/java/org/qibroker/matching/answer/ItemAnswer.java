package org.qibroker.matching.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one item.
 *
 * @param candidates best first
 * @param nearMisses fewest failures first
 * @param relaxations what relaxing a single criterion would bring
 * @param relaxationPairs what relaxing two at once would bring beyond that
 * @param gap absent if there is a candidate
 */
public record ItemAnswer(
        List<Candidate> candidates,
        List<NearMiss> nearMisses,
        List<Relaxation.Sum> relaxations,
        List<Relaxation.Pair> relaxationPairs,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable GapVerdict gap) {

    /** One kept before there were pairs has none. */
    public ItemAnswer {
        relaxationPairs = Objects.requireNonNullElse(relaxationPairs, List.of());
    }

    /** The same with these candidates. */
    public ItemAnswer withCandidates(List<Candidate> others) {
        return new ItemAnswer(others, nearMisses, relaxations, relaxationPairs, gap);
    }

    /** The same with these candidates and near misses, without what would relax a criterion. */
    public ItemAnswer without(Criterion criterion, List<Candidate> others, List<NearMiss> misses) {
        return new ItemAnswer(
                others,
                misses,
                relaxations.stream().filter(sum -> sum.criterion() != criterion).toList(),
                relaxationPairs.stream()
                        .filter(pair -> pair.relaxations().stream().noneMatch(r -> r.criterion() == criterion))
                        .toList(),
                gap);
    }
}
