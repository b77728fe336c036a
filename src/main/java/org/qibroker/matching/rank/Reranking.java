package org.qibroker.matching.rank;

import java.util.Comparator;
import java.util.List;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.answer.Score;
import org.qibroker.matching.answer.Weights;

/** An answer in another order: the same candidates, their parts weighed anew. */
public final class Reranking {
    private final Weights weights;

    /** Weighs anew with these weights. */
    public Reranking(Weights weights) {
        this.weights = weights;
    }

    /** COVERED stays before CONDITIONAL; equals keep the turn they had. */
    public MatchAnswer of(MatchAnswer answer) {
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
