package org.qibroker.matching;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Bundle;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.bundle.Option;
import org.qibroker.matching.bundle.Plan;
import org.qibroker.matching.bundle.Planner;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.candidates.Patience;
import org.qibroker.shared.Money;

/** Makes plans for a whole request out of all candidates of its items. */
final class BundleRule {
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final @Nullable Money budget;
    private final boolean single;
    private final List<List<Evaluation>> candidates = new ArrayList<>();
    private final List<List<Option>> options = new ArrayList<>();

    BundleRule(MatchRequest request) {
        this.budget = request.budget();
        this.single = request.items().size() == 1;
    }

    /** Adds the next item with those who can serve it. */
    void item(List<Evaluation> able) {
        List<Evaluation> worthwhile = single ? Bid.unbeaten(able) : able;
        candidates.add(worthwhile);
        options.add(worthwhile.stream().map(BundleRule::option).toList());
    }

    /** The plans, at most five; none if no item has a candidate. Looks for them as long as there is patience left. */
    List<Bundle> plans(Patience patience) {
        return Planner.plan(options, patience.within(LIMIT)).stream()
                .map(this::bundle)
                .toList();
    }

    private static Option option(Evaluation candidate) {
        Money price = candidate.offer().price();
        return new Option(
                candidate.place().provider().id(),
                candidate.place().site().id(),
                price == null ? null : price.amount(),
                candidate.offer().finish(),
                !candidate.covered());
    }

    private Bundle bundle(Plan plan) {
        Map<Integer, Evaluation> chosen = new LinkedHashMap<>();
        plan.choices().forEach((item, option) -> chosen.put(item, chosen(item, option)));
        Bundle.Caveats caveats = caveats(chosen.values());
        return new Bundle(
                plan.labels().get(0),
                plan.labels(),
                plan.providers(),
                caveats.onRequest() > 0 ? null : caveats.known(),
                caveats.finishUnknown() > 0 ? null : finish(chosen.values()),
                caveats,
                chosen.entrySet().stream()
                        .map(e -> choice(e.getKey(), e.getValue()))
                        .toList(),
                plan.residual(),
                plan.proven());
    }

    private Evaluation chosen(int item, Option option) {
        return candidates.get(item).get(options.get(item).indexOf(option));
    }

    private static Bundle.Choice choice(int item, Evaluation e) {
        return new Bundle.Choice(
                item,
                e.place().provider().id(),
                e.place().provider().nameZh(),
                e.place().site().id(),
                e.place().site().nameZh(),
                e.lineIds(),
                e.verdict(),
                e.offer().price(),
                e.offer().finish());
    }

    private static @Nullable LocalDate finish(Collection<Evaluation> chosen) {
        return chosen.stream()
                .map(e -> Objects.requireNonNull(e.offer().finish()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Bundle.Caveats caveats(Collection<Evaluation> chosen) {
        long known = chosen.stream()
                .map(e -> e.offer().price())
                .filter(Objects::nonNull)
                .mapToLong(Money::amount)
                .sum();
        int onRequest = count(chosen, e -> e.offer().price() == null);
        int starting =
                count(chosen, e -> e.offer().price() != null && !e.offer().exact());
        return new Bundle.Caveats(
                count(chosen, e -> !e.covered()),
                onRequest,
                starting,
                count(chosen, e -> e.offer().finish() == null),
                Money.fen(known),
                budget(known, onRequest + starting > 0));
    }

    private static int count(Collection<Evaluation> chosen, Predicate<Evaluation> which) {
        return (int) chosen.stream().filter(which).count();
    }

    private Verdict budget(long known, boolean more) {
        if (budget == null) {
            return Verdict.NOT_ASKED;
        }
        return known > budget.amount() ? Verdict.NOT_COVERED : more ? Verdict.UNDECIDABLE : Verdict.COVERED;
    }
}
