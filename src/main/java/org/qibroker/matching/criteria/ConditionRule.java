package org.qibroker.matching.criteria;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Condition;
import org.qibroker.demand.asked.ConditionAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.TextKey;

/** CONDITIONS: named intervals; one that the item does not mention is shown and not judged. */
public final class ConditionRule {
    private final UnitRegistry units;

    /** Understands conditions in these units. */
    public ConditionRule(UnitRegistry units) {
        this.units = units;
    }

    private record Finding(
            Verdict verdict, @Nullable String reason, ConditionAsked asked, @Nullable Condition offered) {}

    /** How a line meets the conditions asked. */
    public CriterionResult judge(@Nullable List<ConditionAsked> asked, Capability line) {
        String shown = line.conditions().isEmpty()
                ? null
                : line.conditions().stream().map(Condition::text).collect(Collectors.joining("; "));
        Evidence evidence = Evidence.of(line.id(), shown);
        if (asked == null || asked.isEmpty()) {
            return new CriterionResult(Criterion.CONDITIONS, Verdict.NOT_ASKED, null, shown, null, evidence, null);
        }
        Finding worst = worst(asked, line);
        return new CriterionResult(
                Criterion.CONDITIONS, worst.verdict, texts(asked), shown, worst.reason, evidence, null);
    }

    private Finding worst(List<ConditionAsked> asked, Capability line) {
        return asked.stream()
                .map(condition -> best(condition, line))
                .max(Comparator.comparingInt(f -> f.verdict.badness()))
                .orElseThrow();
    }

    private static String text(ConditionAsked asked) {
        return asked.name() + ": " + Texts.range(asked.range());
    }

    /** What can be left of the conditions for all lines to meet them: narrower, or without some; empty if nothing. */
    public Optional<List<ConditionAsked>> left(List<ConditionAsked> asked, List<Capability> lines) {
        List<ConditionAsked> left = new ArrayList<>();
        for (ConditionAsked condition : asked) {
            boolean fails = lines.stream()
                    .anyMatch(line -> best(condition, line).verdict.fails(Criterion.CONDITIONS));
            if (fails) {
                narrowed(condition, lines).ifPresent(left::add);
            } else {
                left.add(condition);
            }
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    /** The part of a condition that all lines offer, if it has its ends. */
    private Optional<ConditionAsked> narrowed(ConditionAsked asked, List<Capability> lines) {
        Interval part = null;
        Unit shown = null;
        for (Capability line : lines) {
            Condition offered = best(asked, line).offered;
            QuantityRange range = offered == null ? null : offered.range();
            if (range != null) {
                Optional<Unit> unit =
                        units.find(asked.range().unit(), range.unit().kind());
                shown = unit.orElse(range.unit());
                part = (part == null ? base(asked.range(), shown) : part).intersect(range.inBase());
            }
        }
        return part == null || part.isEmpty() || !closed(part)
                ? Optional.empty()
                : Optional.of(new ConditionAsked(asked.name(), asked(part, Objects.requireNonNull(shown))));
    }

    private static boolean closed(Interval part) {
        Interval.@Nullable End lower = part.lower();
        Interval.@Nullable End upper = part.upper();
        return (lower == null || lower.included()) && (upper == null || upper.included());
    }

    private static RangeAsked asked(Interval part, Unit unit) {
        Interval.@Nullable End lower = part.lower();
        Interval.@Nullable End upper = part.upper();
        return new RangeAsked(
                lower == null ? null : Numbers.rounded(unit.fromBase(lower.value())),
                upper == null ? null : Numbers.rounded(unit.fromBase(upper.value())),
                unit.symbol());
    }

    /** Conditions as people read them. */
    public static String texts(List<ConditionAsked> asked) {
        return asked.stream().map(ConditionRule::text).collect(Collectors.joining("; "));
    }

    private Finding best(ConditionAsked asked, Capability line) {
        return line.conditions().stream()
                .filter(c -> TextKey.of(c.name()).equals(TextKey.of(asked.name())))
                .map(c -> finding(asked, c))
                .min(Comparator.comparingInt(f -> f.verdict.badness()))
                .orElse(new Finding(Verdict.UNDECIDABLE, "not-said", asked, null));
    }

    private Finding finding(ConditionAsked asked, Condition offered) {
        QuantityRange range = offered.range();
        Optional<Unit> unit = range == null
                ? Optional.empty()
                : units.find(asked.range().unit(), range.unit().kind());
        if (range == null || unit.isEmpty()) {
            return new Finding(Verdict.UNDECIDABLE, "text-only", asked, offered);
        }
        Interval wanted = base(asked.range(), unit.get());
        Interval base = range.inBase();
        if (base.covers(wanted)) {
            return new Finding(Verdict.COVERED, null, asked, offered);
        }
        boolean meets = !base.intersect(wanted).isEmpty();
        return new Finding(
                meets ? Verdict.PARTLY : Verdict.NOT_COVERED, meets ? "part-of-range" : "outside", asked, offered);
    }

    private static Interval base(RangeAsked asked, Unit unit) {
        return Interval.ofClosed(
                asked.min() == null ? null : unit.toBase(asked.min()),
                asked.max() == null ? null : unit.toBase(asked.max()));
    }
}
