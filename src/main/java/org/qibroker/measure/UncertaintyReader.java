package org.qibroker.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import org.qibroker.measure.unit.Unit;

/** Reads the formula of an uncertainty: terms joined by plus signs, a bracket with one unit, or Q[a, b]. */
final class UncertaintyReader {
    private static final String[] READING = {
        "rdg.",
        "rdg",
        "reading",
        "of reading",
        "of rdg",
        "of the reading",
        "of value",
        "of measured value",
        "of indicated value",
        "setting",
        "of setting",
        "of magnification",
        "of timed interval",
        "读数",
        "示值"
    };
    private static final String[] FULL_SCALE = {
        "F.S.", "F.S", "FS", "of FS", "of F.S.", "of full scale", "full scale", "of span", "满量程", "量程"
    };

    private final Scanner in;
    private final Measurand measurand;
    private final Preface preface;
    private final double k;
    private final Sum sum = new Sum();

    UncertaintyReader(Scanner in, Measurand measurand, Preface preface, double k) {
        this.in = in;
        this.measurand = measurand;
        this.preface = preface;
        this.k = k;
    }

    Optional<Uncertainty> read() {
        int start = in.mark();
        if (in.accept("Q[", "Q [", "Q(")) {
            return rootSumSquare().filter(u -> in.atEnd());
        }
        boolean read = in.peek() == '(' && bracket();
        if (!read) {
            in.reset(start);
            read = terms();
        }
        if (!read || !in.atEnd() || (sum.hasShare() && !measurand.hasRatio())) {
            return Optional.empty();
        }
        return sum.total(k);
    }

    private boolean terms() {
        boolean enclosed = in.accept("(");
        do {
            if (!term()) {
                return false;
            }
        } while (in.accept("+"));
        return !enclosed || in.accept(")");
    }

    private boolean term() {
        OptionalDouble number = in.number();
        if (number.isEmpty()) {
            return false;
        }
        double value = number.getAsDouble();
        if (in.accept("parts in 10^6", "parts per million")) {
            return share(value * 1e-6);
        }
        int mark = in.mark();
        Optional<String> spelling = in.unit();
        if (spelling.filter(this::isVariableOnly).isPresent()) {
            in.reset(mark);
            return bare(value);
        }
        if (spelling.isPresent()) {
            return measured(value, spelling.get());
        }
        Optional<String> above = in.numerator();
        if (above.isPresent()) {
            return quotient(value, above.get());
        }
        return bare(value);
    }

    /** L is a litre, but in the uncertainty of a length it is the length. */
    private boolean isVariableOnly(String spelling) {
        return measurand.isVariable(spelling) && measurand.unit(spelling).isEmpty();
    }

    private boolean measured(double value, String spelling) {
        double size = shareSize(spelling);
        if (size > 0) {
            return percentage(value, size, spelling);
        }
        Optional<Unit> unit = measurand.unit(spelling);
        if (unit.isPresent() && !preface.relative()) {
            sum.addConstant(unit.get().differenceToBase(value));
            return true;
        }
        return perUnit(value, spelling);
    }

    private static double shareSize(String spelling) {
        return switch (spelling) {
            case "%" -> 1e-2;
            case "‰" -> 1e-3;
            case "ppm" -> 1e-6;
            case "ppb" -> 1e-9;
            default -> 0;
        };
    }

    private boolean percentage(double value, double size, String spelling) {
        if (in.accept(READING) || preface.relative()) {
            return share(value * size);
        }
        if (in.accept(FULL_SCALE)) {
            measurand.span().ifPresent(span -> sum.addConstant(value * size * span));
            return measurand.span().isPresent();
        }
        return switch (measurand.share(spelling)) {
            case OF_VALUE -> share(value * size);
            case OWN_UNIT -> {
                measurand.unit(spelling).ifPresent(unit -> sum.addConstant(unit.differenceToBase(value)));
                yield true;
            }
            case UNCLEAR -> false;
        };
    }

    private boolean share(double ratio) {
        sum.addShare(ratio);
        return true;
    }

    /** A unit over another that the registry knows as one of another kind: mg/kg of a mass. */
    private boolean perUnit(double value, String spelling) {
        String[] parts = spelling.split("/");
        return parts.length == 2 && relativeTo(value, parts[0], parts[1]);
    }

    /** µV/V, and 5 µm/m × L. */
    private boolean quotient(double value, String above) {
        Optional<String> below = in.accept("/") ? in.unit() : Optional.empty();
        return below.isPresent() && relativeTo(value, above, below.get());
    }

    private boolean relativeTo(double value, String above, String below) {
        Optional<Double> ratio = measurand.ratio(above, below);
        if (ratio.isEmpty() || (in.accept("×", "·", "*") && !variable())) {
            return false;
        }
        return share(value * ratio.get());
    }

    /** A number without a unit: 5×10^-6 L, a relative uncertainty, or a value in the only unit there is. */
    private boolean bare(double value) {
        int mark = in.mark();
        in.accept("×", "·", "*");
        if (variable()) {
            return value < 1e-4 && share(value);
        }
        in.reset(mark);
        if (preface.relative()) {
            return share(value);
        }
        Optional<Unit> only = measurand.units().onlyUnitOf(measurand.kind());
        only.ifPresent(unit -> sum.addConstant(unit.differenceToBase(value)));
        return only.isPresent();
    }

    private boolean variable() {
        int mark = in.mark();
        boolean bars = in.accept("|");
        boolean there = in.letter().filter(measurand::isVariable).isPresent() && (!bars || in.accept("|"));
        if (!there) {
            in.reset(mark);
        }
        return there;
    }

    /** (0.5 + L/200) µm: numbers that all count in the unit behind the bracket. */
    private boolean bracket() {
        in.accept("(");
        double[] parts = numbers("+");
        if (parts.length == 0 || !in.accept(")")) {
            return false;
        }
        Optional<Unit> unit = in.unit().flatMap(measurand::unit);
        return unit.isPresent() && !preface.relative() && addInUnit(parts, unit.get());
    }

    private boolean addInUnit(double[] parts, Unit unit) {
        if (parts[0] != 0) {
            sum.addConstant(unit.differenceToBase(parts[0]));
        }
        if (parts[1] == 0) {
            return parts[0] != 0;
        }
        Optional<Unit> variable = variableUnit(unit, parts[0], parts[1]);
        variable.ifPresent(v -> sum.addSlope(unit.differenceToBase(parts[1]) / v.factor(), v.offset()));
        return variable.isPresent();
    }

    /**
     * The unit a variable counts in. Unless it is stated, two signs say that it is not the range's: a factor as small
     * as of 5×10^-6 L, and a term so small that it never changes the sum.
     */
    private Optional<Unit> variableUnit(Unit unit, double constant, double slope) {
        Optional<Unit> variable = measurand.variableUnit(preface.variableUnit());
        if (preface.variableUnit() != null || variable.equals(Optional.of(unit))) {
            return variable;
        }
        double largest = measurand.farthestFromZero().orElse(Double.POSITIVE_INFINITY);
        return slope < 2e-5 || slope * largest < constant / 100 ? Optional.empty() : variable;
    }

    private Optional<Uncertainty> rootSumSquare() {
        double[] parts = numbers(",", ";");
        if (parts.length == 0 || parts[0] <= 0 || parts[1] <= 0 || !in.accept("]", ")")) {
            return Optional.empty();
        }
        Optional<Unit> unit = in.unit().flatMap(measurand::unit);
        if (unit.isEmpty() || preface.relative()) {
            return Optional.empty();
        }
        double a = unit.get().differenceToBase(parts[0]);
        double b = unit.get().differenceToBase(parts[1]);
        return variableUnit(unit.get(), parts[0], parts[1])
                .map(v -> new RootSumSquare(a, b / v.factor(), v.offset(), k));
    }

    /** A number and a factor of the variable, either one possibly missing (0); empty if anything else is there. */
    private double[] numbers(String... separators) {
        double[] parts = new double[2];
        do {
            OptionalDouble number = in.number();
            double value = number.orElse(1);
            in.accept("×", "·", "*");
            int part = variable() ? 1 : 0;
            if ((part == 0 && number.isEmpty()) || parts[part] != 0 || value <= 0) {
                return new double[0];
            }
            OptionalDouble divisor = part == 1 && in.accept("/") ? in.number() : OptionalDouble.of(1);
            if (divisor.isEmpty() || divisor.getAsDouble() <= 0) {
                return new double[0];
            }
            parts[part] = value / divisor.getAsDouble();
        } while (in.accept(separators));
        return parts;
    }
}
