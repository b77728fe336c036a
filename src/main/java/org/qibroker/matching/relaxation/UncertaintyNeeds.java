package org.qibroker.matching.relaxation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.criteria.Limit;

/** How large an uncertainty would have to be allowed. For one thread. */
final class UncertaintyNeeds {
    private final Wish wish;
    private final Map<Exceeded, Need> exceeded = new HashMap<>();
    private final Map<Double, Need> byOrder = new HashMap<>();

    UncertaintyNeeds(Wish wish) {
        this.wish = wish;
    }

    /** A larger limit of the same sort: what was a ratio to the value measured stays one. */
    Need of(Evaluation miss) {
        Limit limit = Objects.requireNonNull(miss.limit());
        return exceeded.computeIfAbsent(
                new Exceeded(limit.unit().kind().key(), miss.worst()),
                what -> byOrder.computeIfAbsent(limit.roundedUp(what.worst), rounded -> larger(miss, limit, rounded)));
    }

    private record Exceeded(String kind, double worst) {}

    private Need larger(Evaluation miss, Limit limit, double order) {
        return new Need(
                wish.next(), Criterion.UNCERTAINTY, order, Need.Extent.in(limit), () -> enlarged(miss, limit, order));
    }

    private Relaxation enlarged(Evaluation miss, Limit limit, double order) {
        ValueAsked before = Objects.requireNonNull(Limit.asked(wish.item().spec()));
        ValueAsked after = new ValueAsked(limit.inUnit(order), before.unit(), before.relative());
        List<Change> patch = new ArrayList<>();
        if (wish.item().spec().tolerance() != null) {
            patch.add(Change.drop(wish.path("tolerance")));
        }
        patch.add(Change.set(wish.path("maxUncertainty"), after));
        String from = wish.asked(miss, Criterion.UNCERTAINTY);
        return new Relaxation(Criterion.UNCERTAINTY, from, limit.print(order), patch);
    }
}
