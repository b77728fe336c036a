package org.qibroker.matching.relaxation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Condition;
import org.qibroker.catalog.Method;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.matching.candidates.Coverage;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.candidates.Line;
import org.qibroker.matching.candidates.Offer;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.ConditionRule;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.matching.criteria.MarkRule;
import org.qibroker.matching.criteria.MethodRule;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.shared.Money;

/**
 * Finds the smallest change of what is asked that would make a candidate of a site that fails. What is the same for many
 * sites is worked out once. For one thread.
 */
public final class Relaxer {
    private final AskedItem item;
    private final MatchContext context;
    private final String place;
    private final Map<Criterion, Optional<String>> asked = new EnumMap<>(Criterion.class);
    private final Map<Criterion, Map<Object, Need>> known = new EnumMap<>(Criterion.class);
    private final Map<Double, Need> uncertainties = new HashMap<>();
    private int needs;

    /** For the item at an index of the request. */
    public Relaxer(AskedItem item, int index, MatchContext context) {
        this.item = item;
        this.context = context;
        this.place = "/items/" + index;
    }

    /** One relaxation for each criterion that fails. */
    public List<Relaxation> relaxations(Evaluation miss) {
        return needs(miss).stream().map(Need::relaxation).toList();
    }

    List<Need> needs(Evaluation miss) {
        List<Criterion> failed = miss.failed();
        return failed.size() == 1
                ? List.of(need(miss, failed.get(0)))
                : failed.stream().map(criterion -> need(miss, criterion)).toList();
    }

    private Need need(Evaluation miss, Criterion criterion) {
        return switch (criterion) {
            case UNCERTAINTY -> uncertainty(miss);
            case RANGE -> range(miss);
            case CONDITIONS -> conditions(miss);
            case METHOD -> methods(miss);
            case MARK -> marks(miss);
            case DEADLINE -> deadline(miss);
            case BUDGET -> budget(miss);
            default -> once(criterion, criterion, () -> dropped(miss, criterion, place + "/onSite"));
        };
    }

    /** Works out once what follows from a key alone. */
    private Need once(Criterion criterion, Object key, Supplier<Need> work) {
        Map<Object, Need> of = known.computeIfAbsent(criterion, c -> new HashMap<>());
        Need need = of.get(key);
        if (need == null) {
            need = work.get();
            of.put(key, need);
        }
        return need;
    }

    /** What is asked, as any proof of it says. */
    private @Nullable String asked(Evaluation miss, Criterion criterion) {
        return asked.computeIfAbsent(
                        criterion, c -> Optional.ofNullable(miss.result(c).asked()))
                .orElse(null);
    }

    private Need dropped(Evaluation miss, Criterion criterion, String path) {
        Relaxation relaxation = new Relaxation(criterion, asked(miss, criterion), "", List.of(Change.drop(path)));
        return Need.of(needs++, relaxation, Double.POSITIVE_INFINITY);
    }

    /** A larger limit of the same sort: what was a ratio to the value measured stays one. */
    private Need uncertainty(Evaluation miss) {
        Limit limit = Objects.requireNonNull(miss.limit());
        return once(Criterion.UNCERTAINTY, new Exceeded(limit.unit().kind(), miss.worst()), () -> {
            double order = limit.roundedUp(miss.worst());
            return uncertainties.computeIfAbsent(order, rounded -> larger(miss, limit, rounded));
        });
    }

    private record Exceeded(QuantityKind kind, double worst) {}

    private Need larger(Evaluation miss, Limit limit, double order) {
        ValueAsked before = Objects.requireNonNull(Limit.asked(item.spec()));
        ValueAsked after = new ValueAsked(limit.inUnit(order), before.unit(), before.relative());
        List<Change> patch = new ArrayList<>();
        if (item.spec().tolerance() != null) {
            patch.add(Change.drop(place + "/tolerance"));
        }
        patch.add(Change.set(place + "/maxUncertainty", after));
        String from = asked(miss, Criterion.UNCERTAINTY);
        return Need.of(needs++, new Relaxation(Criterion.UNCERTAINTY, from, limit.print(order), patch), order);
    }

    private Need range(Evaluation miss) {
        Coverage coverage = Objects.requireNonNull(miss.coverage());
        Line line = miss.used().get(0);
        QuantityKind kind = Objects.requireNonNull(line.kind());
        if (item.spec().points() != null && !item.spec().points().isEmpty()) {
            return points(miss, coverage, kind);
        }
        Interval longest = coverage.longest();
        Interval left = longest == null ? Objects.requireNonNull(line.base()) : longest;
        return once(
                Criterion.RANGE,
                new Left(kind, left, longest != null),
                () -> shorter(miss, kind, new Left(kind, left, longest != null)));
    }

    /** What is left of a range; whether any of what is asked is. */
    private record Left(QuantityKind kind, Interval range, boolean some) {}

    private Need shorter(Evaluation miss, QuantityKind kind, Left what) {
        Unit unit = item.shown(
                kind,
                Objects.requireNonNull(
                                miss.used().get(0).capability().measured().range())
                        .unit());
        Interval left = what.range;
        boolean closed = what.some && included(left.lower()) && included(left.upper());
        RangeAsked range = new RangeAsked(level(left.lower(), unit), level(left.upper(), unit), unit.symbol());
        return new Need(
                needs++,
                new Relaxation(
                        Criterion.RANGE,
                        asked(miss, Criterion.RANGE),
                        Texts.range(left, unit),
                        closed ? List.of(Change.set(place + "/range", range)) : List.of()),
                0,
                left,
                Set.of());
    }

    /** What is asked is closed, so a range without its end cannot be: it would ask for that end too. */
    private static boolean included(Interval.@Nullable End end) {
        return end == null || end.included();
    }

    private static @Nullable Double level(Interval.@Nullable End end, Unit unit) {
        return end == null ? null : Numbers.rounded(unit.fromBase(end.value()));
    }

    private Need points(Evaluation miss, Coverage coverage, QuantityKind kind) {
        List<PointAsked> left = Objects.requireNonNull(item.spec().points()).stream()
                .filter(point -> item.units()
                        .find(point.unit(), kind)
                        .filter(unit -> coverage.serves(unit.toBase(point.value())))
                        .isPresent())
                .toList();
        String from = asked(miss, Criterion.RANGE);
        if (left.isEmpty() || item.spec().range() != null) {
            String offered = miss.result(Criterion.RANGE).offered();
            return Need.of(
                    needs++, new Relaxation(Criterion.RANGE, from, offered == null ? "" : offered, List.of()), 0);
        }
        String to = left.stream().map(Texts::point).collect(Collectors.joining(", "));
        List<Change> patch = List.of(Change.set(place + "/points", left));
        return Need.of(needs++, new Relaxation(Criterion.RANGE, from, to, patch), 0);
    }

    private Need conditions(Evaluation miss) {
        List<Capability> lines = miss.capabilities();
        List<List<Condition>> offered =
                lines.stream().map(Capability::conditions).toList();
        return once(Criterion.CONDITIONS, offered, () -> fewer(miss, lines));
    }

    private Need fewer(Evaluation miss, List<Capability> lines) {
        return new ConditionRule(item.units())
                .left(Objects.requireNonNull(item.spec().conditions()), lines)
                .map(left -> Need.of(
                        needs++,
                        new Relaxation(
                                Criterion.CONDITIONS,
                                asked(miss, Criterion.CONDITIONS),
                                ConditionRule.texts(left),
                                List.of(Change.set(place + "/conditions", left))),
                        0))
                .orElseGet(() -> dropped(miss, Criterion.CONDITIONS, place + "/conditions"));
    }

    /** The methods asked that none of the lines fails; else those that all of them name; else none at all. */
    private Need methods(Evaluation miss) {
        List<Capability> lines = miss.capabilities();
        List<List<Method>> offered = lines.stream().map(Capability::methods).toList();
        return once(Criterion.METHOD, offered, () -> other(miss, lines));
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
        MarkRule rule = new MarkRule(miss.place().provider(), context.day());
        List<String> kept = new ArrayList<>(wanted);
        LocalDate finish = Offer.lastDay(miss.used(), context);
        miss.used().forEach(line -> kept.retainAll(rule.kept(kept, line.capability(), finish)));
        return kept;
    }

    private Need listed(Evaluation miss, Criterion criterion, List<String> kept, List<String> left) {
        boolean mark = criterion == Criterion.MARK;
        String path = place + (mark ? "/marks" : "/methods");
        if (left.isEmpty()) {
            return dropped(miss, criterion, path);
        }
        Relaxation relaxation = new Relaxation(
                criterion,
                asked(miss, criterion),
                String.join(mark ? ", " : "; ", left),
                List.of(Change.set(path, left)));
        return new Need(needs++, relaxation, 0, null, new HashSet<>(kept));
    }

    private Need deadline(Evaluation miss) {
        LocalDate finish = miss.offer().finish();
        return finish == null
                ? once(Criterion.DEADLINE, "", () -> dropped(miss, Criterion.DEADLINE, "/neededBy"))
                : once(Criterion.DEADLINE, finish, () -> later(miss, finish));
    }

    private Need later(Evaluation miss, LocalDate finish) {
        Relaxation relaxation = new Relaxation(
                Criterion.DEADLINE,
                asked(miss, Criterion.DEADLINE),
                finish.toString(),
                List.of(Change.set("/neededBy", finish)));
        return Need.of(needs++, relaxation, (double) finish.toEpochDay());
    }

    private Need budget(Evaluation miss) {
        Money price = Objects.requireNonNull(miss.offer().atLeast());
        return once(Criterion.BUDGET, price, () -> dearer(miss, price));
    }

    private Need dearer(Evaluation miss, Money price) {
        Relaxation relaxation = new Relaxation(
                Criterion.BUDGET,
                asked(miss, Criterion.BUDGET),
                Texts.money(price),
                List.of(Change.set("/budget", price)));
        return Need.of(needs++, relaxation, (double) price.amount());
    }
}
