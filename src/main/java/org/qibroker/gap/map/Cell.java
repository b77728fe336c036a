package org.qibroker.gap.map;

/**
 * How many open gaps there are in one place.
 *
 * @param industry its code, empty for enterprises that said none, {@link #ALL} for the sum over all
 * @param district its code, empty where none is known, {@link #ALL} for the sum over all
 * @param enterprises that wish
 */
public record Cell(String industry, String district, int gaps, int enterprises) {
    /** The sum over all. */
    public static final String ALL = "ALL";
}
