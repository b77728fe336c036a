package org.qibroker.matching.relaxation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.index.Lines;
import org.qibroker.demand.asked.ConditionAsked;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.candidates.Offer;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.ConditionRule;
import org.qibroker.matching.criteria.MarkRule;
import org.qibroker.matching.criteria.MethodRule;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.shared.Money;

/**
 * Finds the smallest change of what is asked that would make a candidate of a site that fails. What is the same for many
 * sites is worked out once. For one thread.
 */
public final class Relaxer {
    private final AskedItem item;
    private final MatchContext context;
    private final Wish wish;
    private final RangeNeeds ranges;
    private final UncertaintyNeeds uncertainties;
    private final MarkRule markRule;
    private final Map<Criterion, Map<Object, Need>> known = new EnumMap<>(Criterion.class);

    /** For the item at an index of the request. */
    public Relaxer(AskedItem item, int index, MatchContext context) {
        this.item = item;
        this.context = context;
        this.wish = new Wish(item, index);
        this.ranges = new RangeNeeds(wish);
        this.uncertainties = new UncertaintyNeeds(wish);
        this.markRule = new MarkRule(context.day());
    }

    /** One relaxation for each criterion that fails. */
    public List<Relaxation> relaxations(Evaluation miss) {
        return needs(miss).stream().map(Need::relaxation).toList();
    }

    List<Need> needs(Evaluation miss) {
        List<Criterion> failed = miss.failed();
        List<Need> needs = new ArrayList<>(failed.size());
        for (Criterion criterion : failed) {
            needs.add(need(miss, criterion));
        }
        return needs;
    }

    private Need need(Evaluation miss, Criterion criterion) {
        return switch (criterion) {
            case UNCERTAINTY -> uncertainties.of(miss);
            case RANGE -> ranges.of(miss);
            case CONDITIONS -> conditions(miss);
            case METHOD -> methods(miss);
            case MARK -> marks(miss);
            case DEADLINE -> deadline(miss);
            case BUDGET -> budget(miss);
            default -> once(criterion, criterion, () -> dropped(miss, criterion, wish.path("onSite")));
        };
    }

    /** Works out once what follows from a key alone. */
    private Need once(Criterion criterion, Object key, Supplier<Need> work) {
        return known.computeIfAbsent(criterion, c -> new HashMap<>()).computeIfAbsent(key, k -> work.get());
    }

    private Need dropped(Evaluation miss, Criterion criterion, String path) {
        return new Need(
                wish.next(),
                criterion,
                Double.POSITIVE_INFINITY,
                () -> new Relaxation(criterion, wish.asked(miss, criterion), "", List.of(Change.drop(path))));
    }

    private Need conditions(Evaluation miss) {
        return once(Criterion.CONDITIONS, miss.numbers(Lines.CONDITIONS), () -> fewer(miss, miss.capabilities()));
    }

    private Need fewer(Evaluation miss, List<Capability> lines) {
        return new ConditionRule(item.units())
                .left(Objects.requireNonNull(item.spec().conditions()), lines)
                .map(left -> new Need(wish.next(), Criterion.CONDITIONS, 0, () -> narrower(miss, left)))
                .orElseGet(() -> dropped(miss, Criterion.CONDITIONS, wish.path("conditions")));
    }

    private Relaxation narrower(Evaluation miss, List<ConditionAsked> left) {
        return new Relaxation(
                Criterion.CONDITIONS,
                wish.asked(miss, Criterion.CONDITIONS),
                ConditionRule.texts(left),
                List.of(Change.set(wish.path("conditions"), left)));
    }

    /** The methods asked that none of the lines fails; else those that all of them name; else none at all. */
    private Need methods(Evaluation miss) {
        return once(Criterion.METHOD, miss.numbers(Lines.METHODS), () -> other(miss, miss.capabilities()));
    }

    private Need other(Evaluation miss, List<Capability> lines) {
        MethodRule rule = new MethodRule(context.reference().equivalences());
        List<String> kept = new ArrayList<>(Objects.requireNonNull(item.spec().methods()));
        lines.forEach(line -> kept.retainAll(rule.kept(kept, line)));
        List<String> common = new ArrayList<>(texts(lines.get(0)));
        lines.forEach(line -> common.retainAll(texts(line)));
        return listed(miss, Criterion.METHOD, kept, kept.isEmpty() ? common : kept);
    }

    private static List<String> texts(Capability line) {
        return line.methods().stream().map(Method::text).toList();
    }

    private Need marks(Evaluation miss) {
        List<String> wanted = Objects.requireNonNull(item.spec().marks());
        List<String> kept = wanted.size() == 1 ? List.of() : kept(miss, wanted);
        return once(Criterion.MARK, List.copyOf(kept), () -> listed(miss, Criterion.MARK, kept, kept));
    }

    private List<String> kept(Evaluation miss, List<String> wanted) {
        List<String> kept = new ArrayList<>(wanted);
        LocalDate finish = Offer.lastDay(miss.used());
        miss.used().forEach(line -> kept.retainAll(markRule.kept(kept, line.marks(miss.place()), finish)));
        return kept;
    }

    private Need listed(Evaluation miss, Criterion criterion, List<String> kept, List<String> left) {
        boolean mark = criterion == Criterion.MARK;
        String path = wish.path(mark ? "marks" : "methods");
        if (left.isEmpty()) {
            return dropped(miss, criterion, path);
        }
        String to = String.join(mark ? ", " : "; ", left);
        return new Need(
                wish.next(),
                criterion,
                0,
                Need.Extent.of(new HashSet<>(kept)),
                () -> new Relaxation(criterion, wish.asked(miss, criterion), to, List.of(Change.set(path, left))));
    }

    private Need deadline(Evaluation miss) {
        LocalDate finish = miss.offer().finish();
        return finish == null
                ? once(Criterion.DEADLINE, "", () -> dropped(miss, Criterion.DEADLINE, "/neededBy"))
                : once(Criterion.DEADLINE, finish, () -> later(miss, finish));
    }

    private Need later(Evaluation miss, LocalDate finish) {
        return new Need(
                wish.next(),
                Criterion.DEADLINE,
                (double) finish.toEpochDay(),
                () -> new Relaxation(
                        Criterion.DEADLINE,
                        wish.asked(miss, Criterion.DEADLINE),
                        finish.toString(),
                        List.of(Change.set("/neededBy", finish))));
    }

    private Need budget(Evaluation miss) {
        Money price = Objects.requireNonNull(miss.offer().atLeast());
        return once(Criterion.BUDGET, price, () -> dearer(miss, price));
    }

    private Need dearer(Evaluation miss, Money price) {
        return new Need(
                wish.next(),
                Criterion.BUDGET,
                (double) price.amount(),
                () -> new Relaxation(
                        Criterion.BUDGET,
                        wish.asked(miss, Criterion.BUDGET),
                        Texts.money(price),
                        List.of(Change.set("/budget", price))));
    }
}
