package org.qibroker.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one item.
 *
 * @param candidates best first
 * @param nearMisses fewest failures first
 * @param relaxations what relaxing a single criterion would bring
 * @param gap absent if there is a candidate
 */
public record ItemAnswer(
        List<Candidate> candidates,
        List<NearMiss> nearMisses,
        List<Relaxation.Sum> relaxations,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable GapVerdict gap) {

    /** The same with these candidates. */
    ItemAnswer withCandidates(List<Candidate> others) {
        return with(others, nearMisses, relaxations);
    }

    /** The same with these candidates, near misses and sums of relaxations. */
    public ItemAnswer with(List<Candidate> others, List<NearMiss> misses, List<Relaxation.Sum> sums) {
        return new ItemAnswer(others, misses, sums, gap);
    }
}
