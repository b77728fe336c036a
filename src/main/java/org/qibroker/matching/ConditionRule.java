package org.qibroker.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Condition;
import org.qibroker.demand.ConditionAsked;
import org.qibroker.demand.RangeAsked;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Unit;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.shared.TextKey;

/** CONDITIONS: named intervals; one that the item does not mention is shown and not judged. */
final class ConditionRule {
    private final UnitRegistry units;

    ConditionRule(UnitRegistry units) {
        this.units = units;
    }

    private record Finding(
            Verdict verdict, @Nullable String reason, ConditionAsked asked, @Nullable Condition offered) {}

    CriterionResult judge(@Nullable List<ConditionAsked> asked, Capability line) {
        String shown = line.conditions().isEmpty()
                ? null
                : line.conditions().stream().map(Condition::text).collect(Collectors.joining("; "));
        Evidence evidence = Evidence.of(line.id(), shown);
        if (asked == null || asked.isEmpty()) {
            return new CriterionResult(Criterion.CONDITIONS, Verdict.NOT_ASKED, null, shown, null, evidence);
        }
        Finding worst = worst(asked, line);
        String text = asked.stream().map(ConditionRule::text).collect(Collectors.joining("; "));
        return new CriterionResult(Criterion.CONDITIONS, worst.verdict, text, shown, worst.reason, evidence);
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

    /** What the line would do of the condition it fails worst: the part it covers, or else what it offers. */
    Optional<String> offer(List<ConditionAsked> asked, Capability line) {
        Finding worst = worst(asked, line);
        QuantityRange offered = worst.offered == null ? null : worst.offered.range();
        if (offered == null) {
            return Optional.empty();
        }
        Unit unit =
                units.find(worst.asked.range().unit(), offered.unit().kind()).orElse(offered.unit());
        Interval base = offered.inBase();
        Interval part = base(worst.asked.range(), unit).intersect(base);
        return Optional.of(worst.asked.name() + ": " + Texts.range(part.isEmpty() ? base : part, unit));
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
