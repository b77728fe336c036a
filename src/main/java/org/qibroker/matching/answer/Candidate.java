package org.qibroker.matching.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Money;

/**
 * A site that can serve an item, with the lines that together answer it.
 *
 * @param criteria the whole proof, in the order of {@link Criterion}
 * @param price for all pieces of the item; absent if it has to be asked for
 * @param turnaroundDays working days from the day of work; absent if a line does not say
 * @param startOn the first day with a place free for it; absent if none is known
 * @param finishBy the day of finish if work starts then
 * @param coverage which line serves which part of the range or which point; empty if neither is asked
 */
public record Candidate(
        UUID providerId,
        String providerName,
        UUID siteId,
        String siteName,
        List<UUID> capabilityIds,
        CandidateVerdict verdict,
        List<CriterionResult> criteria,
        Score score,
        @Nullable Money price,
        @Nullable Integer turnaroundDays,
        @Nullable LocalDate startOn,
        @Nullable LocalDate finishBy,
        List<Stretch> coverage) {

    /** One kept before parts were has none. */
    public Candidate {
        coverage = Objects.requireNonNullElse(coverage, List.of());
    }

    /** The same with another score. */
    public Candidate withScore(Score other) {
        return new Candidate(
                providerId,
                providerName,
                siteId,
                siteName,
                capabilityIds,
                verdict,
                criteria,
                other,
                price,
                turnaroundDays,
                startOn,
                finishBy,
                coverage);
    }

    /** The same with another proof. */
    public Candidate withCriteria(List<CriterionResult> others) {
        return new Candidate(
                providerId,
                providerName,
                siteId,
                siteName,
                capabilityIds,
                verdict,
                others,
                score,
                price,
                turnaroundDays,
                startOn,
                finishBy,
                coverage);
    }
}
