package org.qibroker.shared;

/**
 * So many of so many, with what that tells of very many more: the interval of Wilson (1927) at 95 per cent, which is
 * right for few cases, too.
 *
 * @param hits from 0 to {@code cases}
 */
public record Proportion(long hits, long cases) {
    private static final double Z = 1.96;
    private static final double WHOLE = 100;

    /** Checks that there are no more hits than cases. */
    public Proportion {
        if (hits < 0 || hits > cases) {
            throw new IllegalArgumentException(hits + " of " + cases);
        }
    }

    /** 0…1; 0 if there is no case. */
    public double share() {
        return cases == 0 ? 0 : (double) hits / cases;
    }

    /** The lower end of the interval; 0 if there is no case. */
    public double low() {
        return cases == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    /** The upper end of the interval; 1 if there is no case. */
    public double high() {
        return cases == 0 ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (share() + Z * Z / (2 * cases)) / (1 + Z * Z / cases);
    }

    private double halfWidth() {
        double spread = share() * (1 - share()) / cases + Z * Z / (4.0 * cases * cases);
        return Z * Math.sqrt(spread) / (1 + Z * Z / cases);
    }

    /** The share in whole per cent. */
    public long percent() {
        return Math.round(share() * WHOLE);
    }

    /** The lower end in whole per cent. */
    public long percentLow() {
        return Math.round(low() * WHOLE);
    }

    /** The upper end in whole per cent. */
    public long percentHigh() {
        return Math.round(high() * WHOLE);
    }
}
