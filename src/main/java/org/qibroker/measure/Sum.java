package org.qibroker.measure;

import java.util.Optional;

/** Terms of an uncertainty, added up: constant, share of the value, and growth with a variable. */
final class Sum {
    private double constant;
    private double share;
    private double slope;
    private double zero;
    private int constants;
    private int dependents;

    void addConstant(double difference) {
        constant += difference;
        constants++;
    }

    void addShare(double ratio) {
        share += ratio;
        dependents++;
    }

    void addSlope(double growth, double zeroOfVariable) {
        slope += growth;
        zero = zeroOfVariable;
        dependents++;
    }

    boolean hasShare() {
        return share != 0;
    }

    /** The uncertainty, if each part is there at most once and none is negative; two constants are a slip of the pen. */
    Optional<Uncertainty> total(double coverageFactor) {
        boolean sound = constants <= 1 && dependents <= 1 && constant >= 0 && share >= 0 && slope >= 0;
        if (!sound || constant + share + slope <= 0) {
            return Optional.empty();
        }
        if (share + slope == 0) {
            return Optional.of(new Constant(constant, coverageFactor));
        }
        if (constant == 0 && zero == 0) {
            return Optional.of(new Relative(share + slope, coverageFactor));
        }
        return Optional.of(new Linear(constant, share + slope, zero, coverageFactor));
    }
}
