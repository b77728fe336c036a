package org.qibroker.gap.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.matching.words.Concept;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.matching.words.Vocabulary;
import org.qibroker.measure.Interval;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;

/** Reads what wishes are compared by out of what was asked: words of one meaning and units of one quantity are the same. */
public final class WantedReader {
    private static final double USUAL_K = 2;

    private final UnitRegistry units;
    private final Thesaurus thesaurus;

    /** Reads by these units and words. */
    public WantedReader(UnitRegistry units, Thesaurus thesaurus) {
        this.units = units;
        this.thesaurus = thesaurus;
    }

    /**
     * What an item wants.
     *
     * @param type why it is unmet; absent if only deadline, budget, mark or place stand in the way
     */
    public Wanted read(ItemSpec spec, @Nullable GapType type) {
        AskedItem item = AskedItem.of(spec, units);
        QuantityKind kind = kind(item);
        return kind == null
                ? new Wanted(key(spec, type, null), null, null)
                : new Wanted(key(spec, type, kind), range(item, kind), limit(spec, kind));
    }

    /** The quantity that an item asks for, as far as it says. */
    public Optional<QuantityKind> quantity(ItemSpec spec) {
        return Optional.ofNullable(kind(AskedItem.of(spec, units)));
    }

    /** The quantity asked; of an uncertainty that is a ratio to nobody knows what, ratio. */
    private @Nullable QuantityKind kind(AskedItem item) {
        if (item.kinds() != null) {
            return item.kinds().stream().findFirst().orElse(null);
        }
        return Limit.asked(item.spec()) == null ? null : units.kind("ratio").orElse(null);
    }

    private String key(ItemSpec spec, @Nullable GapType type, @Nullable QuantityKind kind) {
        List<String> parts = new ArrayList<>();
        parts.add(type == null ? "TERMS" : "GAP");
        parts.add(spec.family().name());
        parts.add(spec.serviceKind() == null ? "" : spec.serviceKind().name());
        parts.add(word(thesaurus.subjects(), spec.subject()));
        parts.add(spec.parameter() == null ? "" : word(thesaurus.parameters(), spec.parameter()));
        parts.add(kind == null ? "" : kind.key());
        parts.add(type == GapType.STANDARD ? methods(spec) : "");
        return String.join("|", parts);
    }

    private static String word(Vocabulary words, String word) {
        return TextKey.of(words.find(word).map(Concept::zh).orElse(word));
    }

    /** What there is no standard for is told apart by the standards asked, in whatever edition. */
    private static String methods(ItemSpec spec) {
        return Objects.requireNonNullElse(spec.methods(), List.<String>of()).stream()
                .map(method ->
                        Designations.parse(method).map(Designation::undated).orElseGet(() -> TextKey.of(method)))
                .sorted()
                .distinct()
                .collect(Collectors.joining(";"));
    }

    private static Wanted.@Nullable Range range(AskedItem item, QuantityKind kind) {
        List<Double> points = item.points(kind);
        if (!points.isEmpty()) {
            return new Wanted.Range(
                    points.stream().mapToDouble(p -> p).min().orElseThrow(),
                    points.stream().mapToDouble(p -> p).max().orElseThrow());
        }
        Interval range = item.range(kind);
        return range == null || range.isEmpty()
                ? null
                : new Wanted.Range(
                        end(range.lower(), Double.NEGATIVE_INFINITY), end(range.upper(), Double.POSITIVE_INFINITY));
    }

    private static double end(Interval.@Nullable End end, double unbounded) {
        return end == null ? unbounded : end.value();
    }

    private Wanted.@Nullable Limit limit(ItemSpec spec, QuantityKind kind) {
        Optional<Limit> limit = Limit.of(spec, kind, units);
        return limit.map(one -> new Wanted.Limit(one.value() * USUAL_K / one.k(), one.relative()))
                .orElse(null);
    }
}
