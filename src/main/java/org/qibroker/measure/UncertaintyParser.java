package org.qibroker.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.Notation;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * Reads an expanded uncertainty as scopes write it: {@code U=0.02 mm (k=2)}, {@code Urel=0.3%}, {@code
 * U=(0.5+L/200)µm}, {@code 0.058 % rdg + 1.2 kΩ}, {@code 4.4 µV/V + 0.62 µV}, {@code Q[0.3, 1.5L]µm (L:m)}, {@code 0 mm:
 * 0.5 µm; 100 mm: 0.8 µm}. Safe for use by several threads.
 */
public final class UncertaintyParser {
    private static final int LONGEST = 300;
    private static final Pattern COMMAS = Pattern.compile("[:@][^,]*,[^,]*[:@]");

    private final UnitRegistry units;

    /** A parser that knows these units. */
    public UncertaintyParser(UnitRegistry units) {
        this.units = units;
    }

    /**
     * The uncertainty a text states. An accuracy class or a limit of error is not one, and stays text.
     *
     * @param text as written in a scope
     * @param range what it holds for, if understood: gives the unit of a variable and the span of {@code % FS}
     * @param kind the quantity, if known and no range tells it
     * @param coverageFactor to take if the text states none
     * @return {@link TextOnly} if the text is not surely understood
     */
    public Uncertainty parse(
            String text, @Nullable QuantityRange range, @Nullable QuantityKind kind, double coverageFactor) {
        if (text.length() > LONGEST) {
            return new TextOnly(text, coverageFactor);
        }
        Measurand measurand = Measurand.of(units, kind, range);
        return Preface.of(Notation.fold(text))
                .flatMap(preface -> read(preface, measurand, coverageFactor))
                .orElseGet(() -> new TextOnly(text, coverageFactor));
    }

    /**
     * The kind of quantity that a plain value such as {@code 55 µin} can only be one of. For lines that state neither
     * range nor quantity, so that their uncertainty can be told to {@link #parse}.
     */
    public Optional<QuantityKind> kindOf(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return Preface.of(Notation.fold(text)).filter(p -> !p.relative()).flatMap(this::kindOf);
    }

    private Optional<QuantityKind> kindOf(Preface preface) {
        Scanner in = new Scanner(preface.formula(), units);
        if (in.number().isEmpty()) {
            return Optional.empty();
        }
        List<Unit> possible = in.unit().map(units::all).orElse(List.of());
        boolean sure = possible.size() == 1 && in.atEnd();
        return sure ? Optional.of(possible.get(0).kind()) : Optional.empty();
    }

    private Optional<Uncertainty> read(Preface preface, Measurand measurand, double coverageFactor) {
        double k = preface.coverageFactor().orElse(coverageFactor);
        if (preface.formula().indexOf('[') < 0) {
            if (preface.formula().indexOf(';') > 0) {
                return table(preface.formula().split(";"), measurand, k);
            }
            if (COMMAS.matcher(preface.formula()).find()) {
                return table(preface.formula().split(","), measurand, k);
            }
        }
        Scanner in = new Scanner(preface.formula(), units);
        return new UncertaintyReader(in, measurand, preface, k).read();
    }

    /** {@code level: uncertainty}, or {@code uncertainty @ level}. */
    private Optional<Uncertainty> table(String[] entries, Measurand measurand, double k) {
        List<Table.Point> points = new ArrayList<>();
        for (String entry : entries) {
            Optional<Table.Point> point = point(entry.strip(), measurand);
            boolean ascends = points.isEmpty()
                    || point.filter(p -> p.at() > points.get(points.size() - 1).at())
                            .isPresent();
            if (point.isEmpty() || !ascends) {
                return Optional.empty();
            }
            points.add(point.get());
        }
        return points.size() < 2 ? Optional.empty() : Optional.of(new Table(points, k));
    }

    private Optional<Table.Point> point(String entry, Measurand measurand) {
        Scanner in = new Scanner(entry, units);
        Optional<Value> first = value(in, measurand);
        boolean levelFirst = in.accept(":");
        if (first.isEmpty() || !(levelFirst || in.accept("@"))) {
            return Optional.empty();
        }
        in.accept("U=", "U =");
        Optional<Value> second = value(in, measurand).filter(v -> in.atEnd());
        if (second.isEmpty()) {
            return Optional.empty();
        }
        Value level = levelFirst ? first.get() : second.get();
        Value uncertainty = levelFirst ? second.get() : first.get();
        return uncertainty.number <= 0
                ? Optional.empty()
                : Optional.of(new Table.Point(
                        level.unit.toBase(level.number), uncertainty.unit.differenceToBase(uncertainty.number)));
    }

    private record Value(double number, Unit unit) {}

    private static Optional<Value> value(Scanner in, Measurand measurand) {
        OptionalDouble number = in.number();
        return number.isEmpty()
                ? Optional.empty()
                : in.unit().flatMap(measurand::unit).map(unit -> new Value(number.getAsDouble(), unit));
    }
}
