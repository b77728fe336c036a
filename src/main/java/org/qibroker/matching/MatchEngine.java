package org.qibroker.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.answer.NearMiss;
import org.qibroker.matching.candidates.Best;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.candidates.ItemScan;
import org.qibroker.matching.candidates.Patience;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.rank.Ranking;
import org.qibroker.matching.relaxation.RelaxationSums;
import org.qibroker.matching.relaxation.Relaxer;

/** Matches a request against the scopes valid on the day of the work. Pure; safe to use from any thread. */
public final class MatchEngine {
    private static final int MOST_CANDIDATES = 50;
    private static final int MOST_NEAR_MISSES = 20;
    private static final int MOST_IN_ALL = 2_000;
    private static final int LEAST_NAMED = 10;

    private final MatchRequest request;
    private final ScopeView scopes;
    private final MatchContext context;
    private final BundleRule bundles;

    private final Patience patience;

    private MatchEngine(MatchRequest request, ScopeView scopes, MatchContext context, Patience patience) {
        this.request = request;
        this.scopes = scopes;
        this.context = context;
        this.bundles = new BundleRule(request);
        this.patience = patience;
    }

    /**
     * Who can serve each item, who nearly can, and what is missing. The best fifty candidates and twenty near misses of
     * an item are named, or fewer if no more are wanted or there are more than forty items (but ten at least); relaxations are summed up over all, and plans for the whole request made of all.
     */
    public static MatchAnswer match(MatchRequest request, ScopeView scopes, MatchContext context) {
        return match(request, scopes, context, Patience.endless());
    }

    /** The same, unless it takes too long. */
    static MatchAnswer match(MatchRequest request, ScopeView scopes, MatchContext context, Patience patience) {
        MatchEngine engine = new MatchEngine(request, scopes, context, patience);
        List<ItemAnswer> items = IntStream.range(0, request.items().size())
                .mapToObj(engine::answer)
                .toList();
        return new MatchAnswer(items, engine.bundles.plans(patience));
    }

    private ItemAnswer answer(int index) {
        ItemSpec spec = request.items().get(index);
        AskedItem item = AskedItem.of(spec, context.reference().units());
        ItemScan scan = new ItemScan(item, request, context, scopes.state(), patience);
        List<Evaluation> candidates = new ArrayList<>();
        List<Evaluation> misses = new ArrayList<>();
        for (Evaluation evaluation : scan.sites()) {
            (evaluation.failures() == 0 ? candidates : misses).add(evaluation);
        }
        patience.check();
        bundles.item(candidates);
        Relaxer relaxer = new Relaxer(item, index, context);
        RelaxationSums sums = new RelaxationSums(relaxer, misses, providers(candidates));
        return new ItemAnswer(
                new Ranking(request, context, candidates).rank(candidates, named(MOST_CANDIDATES)),
                nearMisses(misses, relaxer),
                sums.singles(),
                sums.pairs(),
                candidates.isEmpty() ? new GapRule(spec, scopes, context).judge(scan, misses) : null);
    }

    private static BitSet providers(List<Evaluation> candidates) {
        BitSet numbers = new BitSet();
        candidates.forEach(candidate -> numbers.set(candidate.place().number()));
        return numbers;
    }

    private List<NearMiss> nearMisses(List<Evaluation> misses, Relaxer relaxer) {
        List<Evaluation> near = misses.stream()
                .filter(miss -> miss.failures() <= RelaxationSums.MOST_FAILURES)
                .toList();
        return Best.of(near, named(MOST_NEAR_MISSES), Evaluation::compare).stream()
                .map(miss -> nearMiss(miss, relaxer))
                .toList();
    }

    private int named(int most) {
        Integer wanted = request.most();
        int fair = Math.max(LEAST_NAMED, MOST_IN_ALL / request.items().size());
        return Math.min(most, wanted == null ? fair : Math.min(fair, wanted));
    }

    private static NearMiss nearMiss(Evaluation miss, Relaxer relaxer) {
        return new NearMiss(
                miss.place().provider().id(),
                miss.place().provider().nameZh(),
                miss.place().site().id(),
                miss.place().site().nameZh(),
                miss.lineIds(),
                miss.failed(),
                relaxer.relaxations(miss),
                miss.criteria(),
                miss.stretches());
    }
}
