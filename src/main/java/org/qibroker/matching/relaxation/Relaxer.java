package org.qibroker.matching.relaxation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Method;
import org.qibroker.demand.PointAsked;
import org.qibroker.demand.RangeAsked;
import org.qibroker.demand.ValueAsked;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.CriterionResult;
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
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.Unit;
import org.qibroker.shared.Money;

/** Finds the smallest change of what is asked that would make a candidate of a site that fails. */
public final class Relaxer {
    private final AskedItem item;
    private final MatchContext context;
    private final String place;

    /** For the item at an index of the request. */
    public Relaxer(AskedItem item, int index, MatchContext context) {
        this.item = item;
        this.context = context;
        this.place = "/items/" + index;
    }

    /** One relaxation for each criterion that fails. */
    public List<Need> needs(Evaluation miss) {
        return miss.failed().stream()
                .map(criterion -> need(miss, miss.result(criterion)))
                .toList();
    }

    private Need need(Evaluation miss, CriterionResult result) {
        return switch (result.criterion()) {
            case UNCERTAINTY -> uncertainty(miss, result);
            case RANGE -> range(miss, result);
            case CONDITIONS -> conditions(miss, result);
            case METHOD -> methods(miss, result);
            case MARK -> marks(miss, result);
            case DEADLINE -> deadline(miss, result);
            case BUDGET -> budget(miss, result);
            default -> dropped(result, place + "/onSite");
        };
    }

    private static Need dropped(CriterionResult result, String path) {
        Relaxation relaxation = new Relaxation(result.criterion(), result.asked(), "", List.of(Change.drop(path)));
        return Need.of(relaxation, Double.POSITIVE_INFINITY);
    }

    /** A larger limit of the same sort: what was a ratio to the value measured stays one. */
    private Need uncertainty(Evaluation miss, CriterionResult result) {
        Limit limit = Objects.requireNonNull(miss.uncertainty().limit());
        double order = limit.roundedUp(miss.uncertainty().worst());
        ValueAsked before = Objects.requireNonNull(Limit.asked(item.spec()));
        ValueAsked after = new ValueAsked(limit.inUnit(order), before.unit(), before.relative());
        List<Change> patch = new ArrayList<>();
        if (item.spec().tolerance() != null) {
            patch.add(Change.drop(place + "/tolerance"));
        }
        patch.add(Change.set(place + "/maxUncertainty", after));
        return Need.of(new Relaxation(result.criterion(), result.asked(), limit.print(order), patch), order);
    }

    private Need range(Evaluation miss, CriterionResult result) {
        Coverage coverage = Objects.requireNonNull(miss.coverage());
        Line line = miss.used().get(0);
        QuantityKind kind = Objects.requireNonNull(line.kind());
        Unit unit = item.shown(
                kind,
                Objects.requireNonNull(line.capability().measured().range()).unit());
        if (item.spec().points() != null && !item.spec().points().isEmpty()) {
            return points(coverage, kind, result);
        }
        Interval longest = coverage.longest();
        Interval left = longest == null ? Objects.requireNonNull(line.base()) : longest;
        boolean closed = longest != null && included(left.lower()) && included(left.upper());
        RangeAsked asked = new RangeAsked(level(left.lower(), unit), level(left.upper(), unit), unit.symbol());
        return new Need(
                new Relaxation(
                        result.criterion(),
                        result.asked(),
                        Texts.range(left, unit),
                        closed ? List.of(Change.set(place + "/range", asked)) : List.of()),
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

    private Need points(Coverage coverage, QuantityKind kind, CriterionResult result) {
        List<PointAsked> left = Objects.requireNonNull(item.spec().points()).stream()
                .filter(point -> item.units()
                        .find(point.unit(), kind)
                        .filter(unit -> coverage.serves(unit.toBase(point.value())))
                        .isPresent())
                .toList();
        if (left.isEmpty() || item.spec().range() != null) {
            return Need.of(
                    new Relaxation(
                            result.criterion(),
                            result.asked(),
                            result.offered() == null ? "" : result.offered(),
                            List.of()),
                    0);
        }
        String to = left.stream().map(Texts::point).collect(Collectors.joining(", "));
        List<Change> patch = List.of(Change.set(place + "/points", left));
        return Need.of(new Relaxation(result.criterion(), result.asked(), to, patch), 0);
    }

    private Need conditions(Evaluation miss, CriterionResult result) {
        return new ConditionRule(item.units())
                .left(Objects.requireNonNull(item.spec().conditions()), miss.capabilities())
                .map(left -> Need.of(
                        new Relaxation(
                                result.criterion(),
                                result.asked(),
                                ConditionRule.texts(left),
                                List.of(Change.set(place + "/conditions", left))),
                        0))
                .orElseGet(() -> dropped(result, place + "/conditions"));
    }

    /** The methods asked that none of the lines fails; else those that all of them name; else none at all. */
    private Need methods(Evaluation miss, CriterionResult result) {
        MethodRule rule = new MethodRule(context.reference().equivalences());
        List<String> kept = new ArrayList<>(Objects.requireNonNull(item.spec().methods()));
        miss.used().forEach(line -> kept.retainAll(rule.kept(kept, line.capability())));
        List<String> common = new ArrayList<>(miss.used().get(0).capability().methods().stream()
                .map(Method::text)
                .toList());
        miss.used()
                .forEach(line -> common.retainAll(
                        line.capability().methods().stream().map(Method::text).toList()));
        return listed(result, "/methods", "; ", kept, kept.isEmpty() ? common : kept);
    }

    private Need marks(Evaluation miss, CriterionResult result) {
        MarkRule rule = new MarkRule(miss.place().provider(), context.day());
        List<String> kept = new ArrayList<>(Objects.requireNonNull(item.spec().marks()));
        LocalDate finish = Offer.lastDay(miss.used(), context);
        miss.used().forEach(line -> kept.retainAll(rule.kept(kept, line.capability(), finish)));
        return listed(result, "/marks", ", ", kept, kept);
    }

    private Need listed(CriterionResult result, String field, String separator, List<String> kept, List<String> left) {
        if (left.isEmpty()) {
            return dropped(result, place + field);
        }
        Relaxation relaxation = new Relaxation(
                result.criterion(),
                result.asked(),
                String.join(separator, left),
                List.of(Change.set(place + field, left)));
        return new Need(relaxation, 0, null, new HashSet<>(kept));
    }

    private static Need deadline(Evaluation miss, CriterionResult result) {
        LocalDate finish = miss.offer().finish();
        return finish == null
                ? dropped(result, "/neededBy")
                : Need.of(
                        new Relaxation(
                                result.criterion(),
                                result.asked(),
                                finish.toString(),
                                List.of(Change.set("/neededBy", finish))),
                        (double) finish.toEpochDay());
    }

    private static Need budget(Evaluation miss, CriterionResult result) {
        Money price = Objects.requireNonNull(miss.offer().price());
        Relaxation relaxation = new Relaxation(
                result.criterion(), result.asked(), Texts.money(price), List.of(Change.set("/budget", price)));
        return Need.of(relaxation, (double) price.amount());
    }
}
