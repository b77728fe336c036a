package org.qibroker.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandItem;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.CandidateVerdict;
import org.qibroker.matching.answer.GapVerdict;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.shared.Family;

/**
 * Data of the event {@code match-made} of kind {@code match}: what became of each item when its demand was submitted.
 *
 * @param district where the work was wanted
 */
public record MatchMade(UUID demandId, UUID enterpriseId, @Nullable String district, List<Outcome> items) {
    /** Kind of the event. */
    public static final String KIND = "match";

    /** Type of the event. */
    public static final String TYPE = "match-made";

    /**
     * What became of one item.
     *
     * @param index place in the demand, from 0
     * @param covered candidates that meet every criterion
     * @param conditional candidates that leave something open
     * @param shown providers of the candidates, best first, each once
     * @param gap absent if there is a candidate
     */
    public record Outcome(
            int index,
            UUID itemId,
            Family family,
            String subject,
            @Nullable String parameter,
            int covered,
            int conditional,
            int nearMisses,
            List<UUID> shown,
            @Nullable GapVerdict gap) {
        static Outcome of(int index, DemandItem item, ItemAnswer answer) {
            int covered = (int) answer.candidates().stream()
                    .filter(c -> c.verdict() == CandidateVerdict.COVERED)
                    .count();
            return new Outcome(
                    index,
                    Objects.requireNonNull(item.id()),
                    item.spec().family(),
                    item.spec().subject(),
                    item.spec().parameter(),
                    covered,
                    answer.candidates().size() - covered,
                    answer.nearMisses().size(),
                    answer.candidates().stream()
                            .map(Candidate::providerId)
                            .distinct()
                            .toList(),
                    answer.gap());
        }
    }

    /** The outcome of a demand's match. */
    static MatchMade of(Demand demand, MatchAnswer answer) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < demand.items().size(); i++) {
            outcomes.add(Outcome.of(i, demand.items().get(i), answer.items().get(i)));
        }
        return new MatchMade(demand.id(), demand.enterpriseId(), demand.wishes().district(), outcomes);
    }
}
