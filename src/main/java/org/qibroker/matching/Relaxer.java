package org.qibroker.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ConditionAsked;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.Unit;

/** Finds the smallest change of what is asked that would make a candidate of a site that fails. */
final class Relaxer {
    private final AskedItem item;
    private final MatchContext context;

    Relaxer(AskedItem item, MatchContext context) {
        this.item = item;
        this.context = context;
    }

    /**
     * A relaxation of one site.
     *
     * @param order how far it goes, for criteria where going further includes going less far; else 0
     */
    record Need(Relaxation relaxation, double order) {}

    /** One relaxation for each criterion that fails. */
    List<Need> needs(Evaluation miss) {
        return miss.failed().stream().map(criterion -> need(miss, criterion)).toList();
    }

    private Need need(Evaluation miss, Criterion criterion) {
        CriterionResult result = miss.result(criterion);
        String offered = result.offered() == null ? "" : result.offered();
        double order = 0;
        String to = offered;
        switch (criterion) {
            case UNCERTAINTY -> {
                Limit limit = Objects.requireNonNull(miss.uncertainty().limit());
                order = limit.roundedUp(miss.uncertainty().worst());
                to = limit.print(order);
            }
            case RANGE -> to = range(miss, offered);
            case CONDITIONS -> to = condition(miss, result);
            case METHOD -> to = methods(miss, result);
            case MARK -> to = marks(miss);
            case DEADLINE ->
                order = Objects.requireNonNull(miss.offer().finish()).toEpochDay();
            case BUDGET -> {
                order = Objects.requireNonNull(miss.offer().price()).amount();
                to = Texts.money(Objects.requireNonNull(miss.offer().price()));
            }
            default -> to = offered;
        }
        return new Need(new Relaxation(criterion, result.asked(), to), order);
    }

    private String range(Evaluation miss, String offered) {
        Coverage coverage = Objects.requireNonNull(miss.coverage());
        Line line = miss.used().get(0);
        QuantityKind kind = Objects.requireNonNull(line.kind());
        Unit unit = item.shown(
                kind,
                Objects.requireNonNull(line.capability().measured().range()).unit());
        if (coverage.verdict() == Verdict.NOT_COVERED) {
            return offered;
        }
        if (item.range(kind) == null) {
            return coverage.parts().stream()
                    .filter(p -> p.line() != null)
                    .map(p -> Texts.range(p.stretch(), unit))
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
        Interval longest = coverage.longest();
        return longest == null ? offered : Texts.range(longest, unit);
    }

    private String condition(Evaluation miss, CriterionResult result) {
        List<ConditionAsked> asked = Objects.requireNonNull(item.spec().conditions());
        return new ConditionRule(item.units())
                .offer(asked, deciding(miss, result).capability())
                .orElse("");
    }

    private static Line deciding(Evaluation miss, CriterionResult result) {
        UUID id = result.evidence() == null ? null : result.evidence().capabilityId();
        return miss.used().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElse(miss.used().get(0));
    }

    private String methods(Evaluation miss, CriterionResult result) {
        MethodRule rule = new MethodRule(context.reference().equivalences());
        List<String> kept = new ArrayList<>(Objects.requireNonNull(item.spec().methods()));
        miss.used().forEach(line -> kept.retainAll(rule.kept(kept, line.capability())));
        @Nullable String others = MethodRule.texts(deciding(miss, result).capability());
        return kept.isEmpty() ? Objects.requireNonNullElse(others, "") : String.join("; ", kept);
    }

    private String marks(Evaluation miss) {
        MarkRule rule = new MarkRule(miss.place().provider(), context.day());
        List<String> kept = new ArrayList<>(Objects.requireNonNull(item.spec().marks()));
        var finish = Objects.requireNonNullElse(miss.offer().finish(), context.day());
        miss.used().forEach(line -> kept.retainAll(rule.kept(kept, line.capability(), finish)));
        return String.join(", ", kept);
    }

    /**
     * What relaxing one criterion alone brings: providers that fail by it and nothing else, each counted from the
     * relaxation it needs upwards. Smallest relaxations first.
     *
     * @param served providers that are candidates anyway
     */
    List<Relaxation.Sum> sums(List<Evaluation> misses, Set<UUID> served) {
        Map<Relaxation, Need> kinds = new LinkedHashMap<>();
        Map<UUID, List<Need>> ofProvider = new LinkedHashMap<>();
        for (Evaluation miss : misses) {
            UUID provider = miss.place().provider().id();
            if (miss.failed().size() == 1 && !served.contains(provider)) {
                Need need = needs(miss).get(0);
                kinds.putIfAbsent(need.relaxation(), need);
                ofProvider.computeIfAbsent(provider, id -> new ArrayList<>()).add(need);
            }
        }
        return kinds.values().stream()
                .sorted(Comparator.comparing((Need n) -> n.relaxation().criterion())
                        .thenComparingDouble(Need::order))
                .map(need -> sum(need, ofProvider))
                .toList();
    }

    private static Relaxation.Sum sum(Need relaxed, Map<UUID, List<Need>> ofProvider) {
        Set<UUID> brought = new HashSet<>();
        ofProvider.forEach((provider, needs) -> {
            if (needs.stream().anyMatch(need -> includes(relaxed, need))) {
                brought.add(provider);
            }
        });
        Relaxation relaxation = relaxed.relaxation();
        return new Relaxation.Sum(relaxation.criterion(), relaxation.from(), relaxation.to(), brought.size());
    }

    private static boolean includes(Need relaxed, Need need) {
        boolean ordered =
                switch (need.relaxation().criterion()) {
                    case UNCERTAINTY, DEADLINE, BUDGET -> true;
                    default -> false;
                };
        return relaxed.relaxation().criterion() == need.relaxation().criterion()
                && (ordered
                        ? need.order() <= relaxed.order()
                        : need.relaxation().equals(relaxed.relaxation()));
    }
}
