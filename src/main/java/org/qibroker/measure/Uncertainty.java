package org.qibroker.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Expanded uncertainty (VIM 2.35) of a capability as a function of the value measured. Values go in as levels in the
 * base unit of the quantity's kind and come out as differences in that unit, for the coverage factor stated.
 */
public sealed interface Uncertainty permits Constant, Relative, Linear, RootSumSquare, Table, TextOnly {
    /** How it depends on the value. */
    enum Form {
        /** The same everywhere. */
        CONSTANT,
        /** Proportional to the value. */
        RELATIVE,
        /** {@code a + b·|x|}. */
        LINEAR,
        /** {@code √(a² + (b·x)²)}. */
        ROOT_SUM_SQUARE,
        /** Interpolated between points. */
        TABLE,
        /** Not understood. */
        TEXT
    }

    /**
     * The largest uncertainty over a range.
     *
     * @param value of the uncertainty, in the base unit (or a ratio, if asked for relatively)
     * @param at where it is reached, a level in the base unit
     */
    record Worst(double value, double at) {}

    /** How it depends on the value. */
    Form form();

    /** The uncertainty at a value; empty if it cannot be told. */
    OptionalDouble at(double baseValue);

    /** The largest over a range; empty if it cannot be told, as over an unbounded range unless it is constant. */
    Optional<Worst> worstOver(Interval base);

    /** The largest quotient of uncertainty and |value| over a range; empty also if the range contains 0. */
    Optional<Worst> worstRatioOver(Interval base);

    /** The coverage factor k it is stated for (VIM 2.38). */
    double coverageFactor();

    /** The same uncertainty stated for another coverage factor. */
    Uncertainty withCoverageFactor(double k);
}
