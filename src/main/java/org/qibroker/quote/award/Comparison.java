package org.qibroker.quote.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.quote.Quote;
import org.qibroker.quote.QuoteDraft;

/** Holds offers side by side. Nothing is best where there is nothing to compare it with. Pure. */
public final class Comparison {
    /** Two values within this part of each other are equal. */
    private static final double EQUAL = 1e-9;

    private static final double COMMON_FACTOR = 2;

    private final UnitRegistry units;

    /** Compares uncertainties in these units. */
    public Comparison(UnitRegistry units) {
        this.units = units;
    }

    /**
     * The offers that are best, by their ids; several where they are equal.
     *
     * @param bestPrice after discounts
     * @param mostAccurate by expanded uncertainties brought to k = 2; none where they are of different kinds, or where not
     *     at least two say how accurate they are
     */
    public record Marks(Set<UUID> bestPrice, Set<UUID> earliest, Set<UUID> mostAccurate) {
        /** Nothing to compare. */
        public static final Marks NONE = new Marks(Set.of(), Set.of(), Set.of());
    }

    /**
     * Offers compared.
     *
     * @param byItem marks of each item, by its id
     * @param total marks of those that offer all items; most accurate is who is so for the most items
     * @param complete those that offer all items
     */
    public record Compared(Map<UUID, Marks> byItem, Marks total, Set<UUID> complete) {
        /** The marks of an item. */
        public Marks of(UUID item) {
            return byItem.getOrDefault(item, Marks.NONE);
        }
    }

    /** Compares offers for items. */
    public Compared of(Collection<UUID> items, List<Quote> quotes) {
        Map<UUID, Marks> byItem = new HashMap<>();
        items.forEach(item -> byItem.put(item, marks(item, quotes)));
        List<Quote> whole = quotes.stream()
                .filter(quote ->
                        items.stream().allMatch(item -> quote.item(item).isPresent()))
                .toList();
        Set<UUID> complete = whole.stream().map(Quote::id).collect(Collectors.toSet());
        Marks total = whole.size() < 2
                ? Marks.NONE
                : new Marks(
                        least(whole, quote -> (double) quote.total().amount()),
                        least(whole, quote -> (double) quote.finishBy().toEpochDay()),
                        most(complete, byItem.values()));
        return new Compared(byItem, total, complete);
    }

    private Marks marks(UUID item, List<Quote> quotes) {
        List<Quote> offering =
                quotes.stream().filter(quote -> quote.item(item).isPresent()).toList();
        if (offering.size() < 2) {
            return Marks.NONE;
        }
        return new Marks(
                least(offering, quote -> (double) part(quote, item).net().amount()),
                least(offering, quote -> (double) day(part(quote, item).finishBy())),
                mostAccurate(offering, item));
    }

    private static Quote.Item part(Quote quote, UUID item) {
        return quote.item(item).orElseThrow();
    }

    private static long day(LocalDate date) {
        return date.toEpochDay();
    }

    private static Set<UUID> least(List<Quote> quotes, Function<Quote, Double> value) {
        double least = quotes.stream().mapToDouble(value::apply).min().orElse(0);
        return quotes.stream()
                .filter(quote -> value.apply(quote) <= least + Math.abs(least) * EQUAL)
                .map(Quote::id)
                .collect(Collectors.toSet());
    }

    private Set<UUID> mostAccurate(List<Quote> quotes, UUID item) {
        List<Quote> stated = quotes.stream()
                .filter(quote -> part(quote, item).uncertainty() != null)
                .toList();
        Map<UUID, Double> values = new HashMap<>();
        for (QuantityKind kind : commonKinds(stated, item)) {
            values.clear();
            stated.forEach(quote -> inKind(part(quote, item), kind).ifPresent(u -> values.put(quote.id(), u)));
            if (values.size() == stated.size() && stated.size() > 1) {
                return least(stated, quote -> values.getOrDefault(quote.id(), Double.MAX_VALUE));
            }
        }
        return Set.of();
    }

    private Set<QuantityKind> commonKinds(List<Quote> stated, UUID item) {
        Set<QuantityKind> common = null;
        for (Quote quote : stated) {
            Set<QuantityKind> kinds = kinds(part(quote, item).uncertainty());
            if (common == null) {
                common = kinds;
            } else {
                common.retainAll(kinds);
            }
        }
        return common == null ? Set.of() : common;
    }

    private Set<QuantityKind> kinds(QuoteDraft.@Nullable Uncertainty u) {
        return u == null
                ? new HashSet<>()
                : units.all(u.unit()).stream().map(Unit::kind).collect(Collectors.toCollection(HashSet::new));
    }

    private OptionalDouble inKind(Quote.Item item, QuantityKind kind) {
        QuoteDraft.Uncertainty u = item.uncertainty();
        Optional<Unit> unit = u == null ? Optional.empty() : units.find(u.unit(), kind);
        return u == null || unit.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(unit.get().differenceToBase(u.value()) / u.factor() * COMMON_FACTOR);
    }

    /** Whether one item is offered more accurately by one than by the other; not if they cannot be compared. */
    boolean moreAccurate(Quote one, Quote other, UUID item) {
        Set<UUID> best = mostAccurate(List.of(one, other), item);
        return best.contains(one.id()) && !best.contains(other.id());
    }

    private static Set<UUID> most(Set<UUID> complete, Collection<Marks> marks) {
        Map<UUID, Long> wins = new HashMap<>();
        for (Marks item : marks) {
            item.mostAccurate().stream().filter(complete::contains).forEach(quote -> wins.merge(quote, 1L, Long::sum));
        }
        long most = wins.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<UUID> best = new ArrayList<>();
        wins.forEach((quote, won) -> {
            if (won == most) {
                best.add(quote);
            }
        });
        return Set.copyOf(best);
    }
}
