package org.qibroker.gap.offer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.matching.answer.Candidate;

/**
 * A provider that meets wishes of a gap by now.
 *
 * @param capabilityIds lines that do, those of the first wish met
 * @param met how many of the different wishes
 * @param of how many there are
 */
public record Proposal(
        UUID providerId, String providerName, UUID siteId, String siteName, List<UUID> capabilityIds, int met, int of) {

    /** Whether it meets all of them. */
    public boolean whole() {
        return met == of;
    }

    /** The line that the gap may be closed with. */
    public UUID capabilityId() {
        return capabilityIds.get(0);
    }

    /** Who meets how many, the most first, from the candidates of each wish, best first. Pure. */
    static List<Proposal> of(List<List<Candidate>> byWish) {
        Map<UUID, Proposal> sites = new LinkedHashMap<>();
        for (List<Candidate> candidates : byWish) {
            for (Candidate candidate : candidates) {
                sites.merge(candidate.siteId(), of(candidate, byWish.size()), Proposal::more);
            }
        }
        List<Proposal> sorted = new ArrayList<>(sites.values());
        sorted.sort(Comparator.comparingInt(Proposal::met).reversed());
        return sorted;
    }

    private static Proposal of(Candidate candidate, int wishes) {
        return new Proposal(
                candidate.providerId(),
                candidate.providerName(),
                candidate.siteId(),
                candidate.siteName(),
                candidate.capabilityIds(),
                1,
                wishes);
    }

    private Proposal more(Proposal again) {
        return new Proposal(providerId, providerName, siteId, siteName, capabilityIds, met + again.met, of);
    }
}
