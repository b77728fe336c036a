package org.qibroker.matching.rank;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.Score;
import org.qibroker.matching.answer.Weights;
import org.qibroker.matching.candidates.Best;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.candidates.Offer;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.shared.District;
import org.qibroker.shared.Money;
import org.qibroker.shared.Sha256;

/** Orders candidates: COVERED before CONDITIONAL, then by score; equals take turns from demand to demand. */
public final class Ranking {
    private static final double NEUTRAL = 0.5;
    private static final double UNKNOWN = 0.2;
    private static final double NEAR_KM = 30;
    private static final long NOTHING = Long.MAX_VALUE;

    private final MatchRequest request;
    private final MatchContext context;
    private final Weights weights;
    private final Map<String, Double> near = new HashMap<>();
    private long cheapest = NOTHING;
    private long earliest = NOTHING;

    /** A ranking among these candidates; cheap and early are seen against the best of those that meet everything. */
    public Ranking(MatchRequest request, MatchContext context, List<Evaluation> candidates) {
        this.request = request;
        this.context = context;
        this.weights = request.ranking();
        boolean covered = candidates.stream().anyMatch(Evaluation::covered);
        for (Evaluation candidate : candidates) {
            if (!covered || candidate.covered()) {
                measure(candidate.offer());
            }
        }
        cheapest = cheapest == NOTHING ? 0 : cheapest;
        earliest = earliest == NOTHING ? 0 : earliest;
    }

    private void measure(Offer offer) {
        cheapest = offer.price() == null
                ? cheapest
                : Math.min(cheapest, offer.price().amount());
        earliest = offer.finish() == null ? earliest : Math.min(earliest, days(offer.finish()));
    }

    /** A candidate with its score; its turn is drawn only where it decides. */
    private final class Ranked {
        private final Evaluation evaluation;
        private final Score score;
        private @Nullable Long turn;

        private Ranked(Evaluation evaluation) {
            this.evaluation = evaluation;
            this.score = score(evaluation);
        }

        /** COVERED first, then the higher score, then whose turn it is. */
        private static int compare(Ranked a, Ranked b) {
            int order = Boolean.compare(b.evaluation.covered(), a.evaluation.covered());
            order = order != 0 ? order : Double.compare(b.score.total(), a.score.total());
            order = order != 0 ? order : Long.compare(a.turn(), b.turn());
            return order != 0
                    ? order
                    : a.evaluation
                            .place()
                            .site()
                            .id()
                            .compareTo(b.evaluation.place().site().id());
        }

        private long turn() {
            Long drawn = turn;
            if (drawn == null) {
                drawn = Ranking.this.turn(evaluation.place().provider().id());
                turn = drawn;
            }
            return drawn;
        }
    }

    /** The best of the candidates, best first; with their proofs. */
    public List<Candidate> rank(List<Evaluation> evaluations, int most) {
        List<Ranked> all = evaluations.stream().map(Ranked::new).toList();
        return Best.of(all, most, Ranked::compare).stream()
                .map(ranked -> candidate(ranked.evaluation, ranked.score))
                .toList();
    }

    private Candidate candidate(Evaluation e, Score score) {
        return new Candidate(
                e.place().provider().id(),
                e.place().provider().nameZh(),
                e.place().site().id(),
                e.place().site().nameZh(),
                e.lineIds(),
                e.verdict(),
                e.criteria(),
                score,
                e.offer().price(),
                e.offer().turnaroundDays(),
                e.offer().start(),
                e.offer().finish(),
                e.stretches());
    }

    private Score score(Evaluation e) {
        Score.Parts parts = new Score.Parts(
                rounded(price(e.offer().price())),
                rounded(finish(e.offer().finish())),
                rounded(margin(e.limit(), e.worst())),
                rounded(distance(e)),
                rounded(context.records().score(e.place().provider().id())));
        return Score.of(weights, parts);
    }

    private double price(@Nullable Money price) {
        if (price == null) {
            return UNKNOWN;
        }
        return price.amount() == 0 ? 1 : Math.min(1, cheapest / (double) price.amount());
    }

    private double finish(@Nullable LocalDate finish) {
        return finish == null ? UNKNOWN : Math.min(1, (earliest + 1.0) / (days(finish) + 1.0));
    }

    private long days(LocalDate finish) {
        return finish.toEpochDay() - context.day().toEpochDay();
    }

    /** How much smaller than asked the uncertainty is: half of what is asked scores a half. */
    private static double margin(@Nullable Limit limit, double worst) {
        if (limit == null) {
            return NEUTRAL;
        }
        return Double.isInfinite(worst) ? UNKNOWN : Math.max(0, 1 - worst / limit.value());
    }

    private double distance(Evaluation e) {
        String own = request.district();
        return own == null ? NEUTRAL : near.computeIfAbsent(e.place().site().district(), other -> nearness(own, other));
    }

    private static double nearness(String own, String district) {
        return District.ofCode(own)
                .flatMap(from -> District.ofCode(district).map(to -> Math.exp(-from.distanceKm(to) / NEAR_KM)))
                .orElse(UNKNOWN);
    }

    private static double rounded(double part) {
        return Math.round(part * 1000) / 1000.0;
    }

    /** The turn of a provider among its equals: the same for one demand, evenly spread over many. */
    private long turn(UUID provider) {
        byte[] drawn = Sha256.of(context.seed() + " " + provider);
        return ByteBuffer.wrap(drawn).getLong();
    }
}
