package org.qibroker.gap.wish;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/** Adds wishes up. Pure. */
public final class Needs {
    private static final Comparator<Wish> FIRST = Comparator.comparing(Wish::id, Clusters.FIRST);

    private final UnitRegistry units;

    /** Adds up wishes in these units. */
    public Needs(UnitRegistry units) {
        this.units = units;
    }

    /** What wishes add up to, those taken back left out; empty if all are. */
    public Optional<Need> of(Collection<Wish> wishes) {
        List<Wish> live = wishes.stream().filter(Wish::live).sorted(FIRST).toList();
        return live.isEmpty() ? Optional.empty() : Optional.of(need(live));
    }

    private Need need(List<Wish> live) {
        List<Wish> alike = mostAlike(live);
        List<Wish> strict = mostAlikeLimits(alike);
        int enterprises = (int) live.stream().map(Wish::enterpriseId).distinct().count();
        ItemSpec first = strict.isEmpty() ? alike.get(0).asked() : strict.get(0).asked();
        return new Need(
                enterprises,
                live.size(),
                over(first, alike),
                strict.isEmpty() ? null : first,
                strict.isEmpty() ? null : strict.get((strict.size() - 1) / 2).asked());
    }

    /** Wishes joined by hand may want different things; those that most want stand for all. */
    private static List<Wish> mostAlike(List<Wish> live) {
        return most(live, wish -> wish.wanted().key());
    }

    /** Those that name an uncertainty of the more usual form, the strictest first. */
    private static List<Wish> mostAlikeLimits(List<Wish> alike) {
        List<Wish> limited =
                alike.stream().filter(wish -> wish.wanted().limit() != null).toList();
        return most(limited, wish -> limit(wish).relative()).stream()
                .sorted(Comparator.comparingDouble((Wish wish) -> limit(wish).value())
                        .thenComparing(FIRST))
                .toList();
    }

    private static Wanted.Limit limit(Wish wish) {
        return Objects.requireNonNull(wish.wanted().limit());
    }

    /** The largest group, of equal ones that of the first wish. */
    private static <K> List<Wish> most(List<Wish> wishes, Function<Wish, K> by) {
        Map<K, List<Wish>> groups = wishes.stream().collect(Collectors.groupingBy(by));
        return groups.values().stream()
                .max(Comparator.comparingInt((List<Wish> group) -> group.size())
                        .thenComparing(group -> group.get(0), FIRST.reversed()))
                .orElse(List.of());
    }

    private ItemSpec over(ItemSpec first, List<Wish> alike) {
        Unit unit = unit(alike);
        List<Wanted.Range> ranges = alike.stream()
                .map(wish -> wish.wanted().range())
                .filter(Objects::nonNull)
                .toList();
        return unit == null || ranges.isEmpty() ? plain(first, null) : plain(first, hull(ranges, unit));
    }

    private static RangeAsked hull(List<Wanted.Range> ranges, Unit unit) {
        double low = ranges.stream().mapToDouble(Wanted.Range::low).min().orElseThrow();
        double high = ranges.stream().mapToDouble(Wanted.Range::high).max().orElseThrow();
        return new RangeAsked(end(low, unit), end(high, unit), unit.symbol());
    }

    private static @Nullable Double end(double base, Unit unit) {
        return Double.isInfinite(base) ? null : Numbers.rounded(unit.fromBase(base));
    }

    /** The unit of the first range or point. */
    private @Nullable Unit unit(List<Wish> alike) {
        return alike.stream()
                .filter(wish -> wish.wanted().range() != null)
                .map(wish -> AskedItem.of(wish.asked(), units))
                .flatMap(item -> kind(item).stream().map(kind -> item.shown(kind, base(kind))))
                .findFirst()
                .orElse(null);
    }

    private static Optional<QuantityKind> kind(AskedItem item) {
        return Optional.ofNullable(item.kinds()).flatMap(kinds -> kinds.stream().findFirst());
    }

    private Unit base(QuantityKind kind) {
        return units.find(kind.baseUnit(), kind).orElseThrow();
    }

    /** The item without what only its enterprise needs: marks, pieces, place. */
    private static ItemSpec plain(ItemSpec item, @Nullable RangeAsked range) {
        return new ItemSpec(
                item.family(),
                item.serviceKind(),
                item.subject(),
                item.parameter(),
                item.quantity(),
                range,
                null,
                item.conditions(),
                item.maxUncertainty(),
                item.tolerance(),
                item.coverageFactor(),
                item.methods(),
                null,
                null,
                null);
    }
}
