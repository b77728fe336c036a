package org.qibroker.matching.answer;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A site that fails by at most two criteria, and what would have to be relaxed.
 *
 * @param criteria the whole proof, the failed criteria among it
 * @param coverage which line serves which part of the range or which point; empty if neither is asked
 */
public record NearMiss(
        UUID providerId,
        String providerName,
        UUID siteId,
        String siteName,
        List<UUID> capabilityIds,
        List<Criterion> failed,
        List<Relaxation> relaxations,
        List<CriterionResult> criteria,
        List<Stretch> coverage) {

    /** One kept before parts were has none. */
    public NearMiss {
        coverage = Objects.requireNonNullElse(coverage, List.of());
    }

    /** The same with another proof, and other ways out. */
    public NearMiss with(List<Relaxation> ways, List<CriterionResult> others) {
        return new NearMiss(providerId, providerName, siteId, siteName, capabilityIds, failed, ways, others, coverage);
    }
}
