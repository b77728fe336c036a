package org.qibroker.catalog.lint.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.lint.Field;
import org.qibroker.catalog.lint.Finding;
import org.qibroker.catalog.lint.Fix;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.catalog.plot.Shown;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.Unit;
import org.qibroker.shared.TextKey;

/** Doubts about lines that go together. Keeps of each line only what they need. Not for several threads at once. */
public final class GroupRules {
    /** Ends closer than this share of the larger were meant to meet. */
    private static final double NEAR = 0.05;
    /** What differs by less is the same but for rounding. */
    private static final double ROUNDING = 0.02;

    private static final Capability.Terms NO_TERMS = new Capability.Terms(false, Price.ON_REQUEST, null, null);

    private final Map<ScopeLine, Capability> seen = new HashMap<>();
    private final Map<String, List<Span>> spans = new HashMap<>();

    /** Where a line lies on the scale of its quantity. */
    private record Span(UUID id, Capability.Validity validity, String text, Unit unit, Ends ends, Uncertainty u) {
        double width() {
            return ends.upper.value() - ends.lower.value();
        }

        boolean together(Span other) {
            return !id.equals(other.id) && overlap(validity, other.validity);
        }
    }

    private record Ends(Interval.End lower, Interval.End upper) {}

    /** A line that says the same as an earlier one, if this one does; keeps the line for {@link #finish}. */
    public Optional<Finding> enter(LintedLine line) {
        Capability read = line.read();
        Capability before = seen.putIfAbsent(withoutTerms(line.stated()), read);
        if (before != null) {
            return before.id().equals(read.id()) || !overlap(before.validity(), read.validity())
                    ? Optional.empty()
                    : Optional.of(duplicate(line, before));
        }
        span(line).ifPresent(span -> spans.computeIfAbsent(key(line, span.unit), key -> new ArrayList<>(2))
                .add(span));
        return Optional.empty();
    }

    /** Prices do not tell two lines apart; but only one that has the same terms can end for nothing. */
    private static Finding duplicate(LintedLine line, Capability before) {
        String subject = line.read().service().subject();
        return before.terms().equals(line.read().terms())
                ? line.finding(Rule.DUPLICATE_LINE, Field.SUBJECT, Fix.endLine(), subject)
                : line.finding(Rule.DUPLICATE_LINE, Field.SUBJECT, subject, subject);
    }

    private static ScopeLine withoutTerms(ScopeLine line) {
        return new ScopeLine(line.siteId(), line.service(), line.texts(), line.marks(), NO_TERMS);
    }

    private static boolean overlap(Capability.Validity one, Capability.Validity other) {
        return (one.to() == null || !one.to().isBefore(other.from()))
                && (other.to() == null || !other.to().isBefore(one.from()));
    }

    private static Optional<Span> span(LintedLine line) {
        QuantityRange range = line.read().measured().range();
        if (range == null) {
            return Optional.empty();
        }
        Interval base = range.inBase();
        Interval.End lower = base.lower();
        Interval.End upper = base.upper();
        return lower == null || upper == null
                ? Optional.empty()
                : Optional.of(new Span(
                        line.id(),
                        line.read().validity(),
                        range.text(),
                        range.unit(),
                        new Ends(lower, upper),
                        line.read().measured().uncertainty()));
    }

    /** Lines that differ only in range and uncertainty are about the same. */
    private static String key(LintedLine line, Unit unit) {
        Capability.Service service = line.read().service();
        return String.join(
                "\n",
                line.stated().siteId().toString(),
                service.family() + "/" + service.kind(),
                TextKey.of(service.subject()),
                TextKey.of(service.parameter()),
                unit.kind().key(),
                TextKey.of(String.join(";", line.texts().methods())),
                TextKey.of(String.join(";", line.texts().conditions())),
                text(line.texts().limitation()),
                String.valueOf(line.stated().terms().onSite()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : TextKey.of(text);
    }

    /** Tells what only shows when all lines are there. */
    public void finish(Consumer<Finding> found) {
        for (List<Span> group : spans.values()) {
            group.sort(Comparator.comparingDouble(span -> span.ends.lower.value()));
            for (int i = 1; i < group.size(); i++) {
                neighbours(group.get(i - 1), group.get(i)).ifPresent(found);
            }
        }
    }

    private static Optional<Finding> neighbours(Span left, Span right) {
        if (!left.together(right)) {
            return Optional.empty();
        }
        double from = right.ends.lower.value();
        double to = left.ends.upper.value();
        if (!Numbers.less(from, to)) {
            return gap(left, right, to, from);
        }
        return touch(left, right, to - from) ? Optional.empty() : disagreement(left, right, from, to);
    }

    /** They overlap by no more than what comes of rounding an end to another unit. */
    private static boolean touch(Span left, Span right, double overlap) {
        return overlap <= ROUNDING * Math.min(left.width(), right.width());
    }

    private static Optional<Finding> disagreement(Span left, Span right, double from, double to) {
        double end = Math.min(to, right.ends.upper.value());
        for (double level : new double[] {end, from}) {
            OptionalDouble one = left.u.withCoverageFactor(2).at(level);
            OptionalDouble other = right.u.withCoverageFactor(2).at(level);
            if (one.isPresent() && other.isPresent() && differ(one.getAsDouble(), other.getAsDouble())) {
                return Optional.of(finding(
                        right,
                        Rule.OVERLAP_DISAGREES,
                        left.text,
                        Shown.level(level, right.unit),
                        Shown.difference(one.getAsDouble(), right.unit),
                        Shown.difference(other.getAsDouble(), right.unit)));
            }
        }
        return Optional.empty();
    }

    private static boolean differ(double one, double other) {
        return Math.abs(one - other) > ROUNDING * Math.max(one, other);
    }

    private static Optional<Finding> gap(Span left, Span right, double from, double to) {
        boolean meets = Numbers.same(from, to);
        boolean open = meets && !left.ends.upper.included() && !right.ends.lower.included();
        boolean near = !meets && to - from <= NEAR * Math.max(Math.abs(from), Math.abs(to));
        return open || near
                ? Optional.of(finding(
                        right,
                        Rule.GAP_BETWEEN_LINES,
                        left.text,
                        Shown.level(from, right.unit),
                        Shown.level(to, right.unit)))
                : Optional.empty();
    }

    private static Finding finding(Span span, Rule rule, String... arguments) {
        return new Finding(span.id, rule, Field.RANGE, span.text, List.of(arguments), null);
    }
}
