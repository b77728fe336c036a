package org.qibroker.catalog.lint.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.lint.Field;
import org.qibroker.catalog.lint.Finding;
import org.qibroker.catalog.lint.Fix;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.catalog.plot.Shown;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Relative;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** Doubts about the expanded uncertainty. */
final class UncertaintyRules {
    private static final double TWO = 2;
    private static final Pattern BARE_SHARE = Pattern.compile(
            "^\\s*(?:U\\s*[=＝:：])?\\s*[±]?\\s*\\d[\\d.]*(?:[eE][+-]?\\d+)?\\s*(?:%|％|‰|ppm|ppb)\\s*(?:[,，;；(（]\\s*k\\s*=\\s*[\\d.]+\\s*[)）]?)?\\s*$");
    private static final Pattern NAMED = Pattern.compile("^\\s*U\\s*[=＝:：]\\s*");

    private UncertaintyRules() {}

    static Stream<Finding> understood(LintedLine line, Surroundings around) {
        Capability read = line.read();
        String text = line.texts().uncertainty();
        if (text == null) {
            boolean needed = read.service().family() == Family.METROLOGY
                    && (read.service().kind() == null || read.service().kind() == ServiceKind.CALIBRATION);
            return needed
                    ? Stream.of(line.finding(Rule.UNCERTAINTY_MISSING, Field.UNCERTAINTY, (String) null))
                    : Stream.empty();
        }
        if (!(read.measured().uncertainty() instanceof TextOnly)) {
            return Stream.empty();
        }
        return Stream.of(foreign(line, around, text)
                .orElseGet(() -> line.finding(Rule.UNCERTAINTY_NOT_UNDERSTOOD, Field.UNCERTAINTY, text, text)));
    }

    private static Optional<Finding> foreign(LintedLine line, Surroundings around, String text) {
        QuantityKind kind = line.read().measured().quantity();
        if (kind == null) {
            return Optional.empty();
        }
        return around.tables()
                .uncertainties()
                .kindOf(text)
                .filter(other -> !other.equals(kind))
                .map(other -> RangeRules.foreign(
                        line,
                        around,
                        new RangeRules.Stranger(
                                Field.UNCERTAINTY, text, other.nameZh() + " (" + other.nameEn() + ")", kind)));
    }

    /** As wide as what is measured: then nothing is measured. */
    static Stream<Finding> wide(LintedLine line, Surroundings around) {
        QuantityRange range = line.read().measured().range();
        Uncertainty uncertainty = line.read().measured().uncertainty();
        if (range == null || uncertainty instanceof TextOnly) {
            return Stream.empty();
        }
        Interval base = range.inBase();
        double width = width(base, range.unit());
        return uncertainty
                .worstOver(base)
                .filter(worst -> Double.isFinite(width) && width > 0 && worst.value() >= width)
                .map(worst -> line.finding(
                        Rule.UNCERTAINTY_WIDER_THAN_RANGE,
                        Field.UNCERTAINTY,
                        line.texts().uncertainty(),
                        Shown.difference(worst.value(), range.unit()),
                        Shown.difference(width, range.unit())))
                .stream();
    }

    /** How wide a range is; for a point or an open range, how far it reaches from zero, where zero means something. */
    private static double width(Interval base, Unit unit) {
        if (base.isBounded() && !base.isPoint()) {
            return base.length();
        }
        Interval.End end = base.upper() == null ? base.lower() : base.upper();
        return end == null || unit.hasOffset() ? Double.POSITIVE_INFINITY : Math.abs(end.value());
    }

    /** Better than any national institute at one of the ends. */
    static Stream<Finding> best(LintedLine line, Surroundings around) {
        QuantityRange range = line.read().measured().range();
        QuantityKind kind = line.read().measured().quantity();
        Uncertainty uncertainty = line.read().measured().uncertainty();
        if (range == null || kind == null || !kind.equals(range.unit().kind()) || uncertainty instanceof TextOnly) {
            return Stream.empty();
        }
        Uncertainty doubled = uncertainty.withCoverageFactor(TWO);
        for (double level : levels(range.inBase())) {
            OptionalDouble claimed = doubled.at(level);
            OptionalDouble best = around.tables().best().at(kind, level);
            if (claimed.isPresent() && best.isPresent() && Numbers.less(claimed.getAsDouble(), best.getAsDouble())) {
                return Stream.of(line.finding(
                        Rule.UNCERTAINTY_BELOW_BEST,
                        Field.UNCERTAINTY,
                        line.texts().uncertainty(),
                        Shown.difference(claimed.getAsDouble(), range.unit()),
                        Shown.level(level, range.unit()),
                        Shown.difference(best.getAsDouble(), range.unit())));
            }
        }
        return Stream.empty();
    }

    /** The ends that say something: zero does not. */
    private static List<Double> levels(Interval base) {
        List<Double> levels = new ArrayList<>();
        for (Interval.End end : new Interval.End[] {base.upper(), base.lower()}) {
            if (end != null && end.value() != 0) {
                levels.add(end.value());
            }
        }
        return levels;
    }

    /** A share that does not say of what; it is read as one of the value. */
    static Stream<Finding> share(LintedLine line, Surroundings around) {
        String text = line.texts().uncertainty();
        if (text == null
                || !(line.read().measured().uncertainty() instanceof Relative)
                || !BARE_SHARE.matcher(text).matches()) {
            return Stream.empty();
        }
        String plain = "Urel=" + NAMED.matcher(text).replaceFirst("").strip();
        return Stream.of(line.finding(
                Rule.RELATIVE_WITHOUT_REFERENCE, Field.UNCERTAINTY, Fix.replace(text, plain), text, plain));
    }
}
