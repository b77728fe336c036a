package org.qibroker.demand.asked;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A tolerance from which the largest uncertainty follows: U ≤ value / ratio.
 *
 * @param value half the tolerance band, |MPE|, in the unit
 * @param unit symbol of the unit
 * @param ratio how many times smaller the uncertainty has to be, {@link #USUAL_RATIO} if absent
 */
public record ToleranceAsked(
        @NotNull @Positive @DecimalMax("1e30") Double value,
        @NotBlank @Size(max = 40) String unit,
        @Nullable @DecimalMin("1") @DecimalMax("100") Double ratio) {
    /** U ≤ MPE/3, the usual rule of JJF 1094. */
    public static final double USUAL_RATIO = 3;

    /** The uncertainty that is still small enough, in the unit. */
    public double largestUncertainty() {
        return value / (ratio == null ? USUAL_RATIO : ratio);
    }
}
