package org.qibroker.measure.unit;

/**
 * A unit of one kind of quantity. A level (a temperature of 20 °C) and a difference (an uncertainty of 0.05 °C) convert
 * by methods of their own, since a difference never picks up the offset.
 *
 * @param symbol as printed, such as {@code µm}
 * @param ucum its code in the Unified Code for Units of Measure; empty if it has none
 * @param kind what it measures
 * @param factor size of the unit in the kind's base unit
 * @param offset level, in the base unit, of the unit's zero: 273.15 for °C, 0 for nearly all
 */
public record Unit(String symbol, String ucum, QuantityKind kind, double factor, double offset) {
    /** A level in the kind's base unit. */
    public double toBase(double level) {
        return level * factor + offset;
    }

    /** A level, given in the kind's base unit, in this unit. */
    public double fromBase(double level) {
        return (level - offset) / factor;
    }

    /** A difference in the kind's base unit; the offset plays no part. */
    public double differenceToBase(double difference) {
        return difference * factor;
    }

    /** A difference, given in the kind's base unit, in this unit; the offset plays no part. */
    public double differenceFromBase(double difference) {
        return difference / factor;
    }

    /** Whether zero of this unit is not zero of the quantity, so that a ratio of two levels means nothing. */
    public boolean hasOffset() {
        return offset != 0;
    }
}
