package org.qibroker.report.conformity;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of a report; all its numbers are in one unit.
 *
 * @param parameter what was measured, such as {@code 示值误差 100 mm}
 * @param unit absent for a pure number
 * @param expandedUncertainty U, with its coverage factor
 * @param coverageFactor k, 2 if unsaid
 * @param lowerLimit of the tolerance, absent if it is open below
 * @param upperLimit of the tolerance, absent if it is open above
 */
public record ResultLine(
        @NotBlank @Size(max = 200) String parameter,
        @NotNull @Digits(integer = 15, fraction = 15) BigDecimal value,
        @Nullable @Size(max = 30) String unit,
        @Nullable @PositiveOrZero @Digits(integer = 15, fraction = 15) BigDecimal expandedUncertainty,
        @Nullable @Positive @Digits(integer = 2, fraction = 3) BigDecimal coverageFactor,
        @Nullable @Digits(integer = 15, fraction = 15) BigDecimal lowerLimit,
        @Nullable @Digits(integer = 15, fraction = 15) BigDecimal upperLimit) {

    /** Whether there is a limit that it can be held against. */
    public boolean limited() {
        return lowerLimit != null || upperLimit != null;
    }
}
