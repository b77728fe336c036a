package org.qibroker.matching;

import java.util.Comparator;
import java.util.List;

/** An answer in another order: the same candidates, their parts weighed anew. */
final class Reranking {
    private final Weights weights;

    Reranking(Weights weights) {
        this.weights = weights;
    }

    /** COVERED stays before CONDITIONAL; equals keep the turn they had. */
    MatchAnswer of(MatchAnswer answer) {
        return new MatchAnswer(answer.items().stream().map(this::item).toList(), answer.bundles());
    }

    private ItemAnswer item(ItemAnswer item) {
        return item.withCandidates(ranked(item.candidates()));
    }

    private List<Candidate> ranked(List<Candidate> candidates) {
        return candidates.stream()
                .map(this::weighed)
                .sorted(Comparator.comparing(Candidate::verdict)
                        .thenComparing(c -> -c.score().total()))
                .toList();
    }

    private Candidate weighed(Candidate candidate) {
        Score.Parts parts = candidate.score().parts();
        return candidate.withScore(Score.of(weights, parts));
    }
}
