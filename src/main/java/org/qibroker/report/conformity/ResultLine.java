package org.qibroker.report.conformity;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.DecisionRule;

/**
 * One value of a report; all its numbers are in one unit.
 *
 * @param parameter what was measured, such as {@code 示值误差 100 mm}
 * @param unit absent for a pure number
 * @param expandedUncertainty U as it was stated, with its coverage factor
 * @param coverageFactor k of that U, {@link #USUAL_FACTOR} if unsaid
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
    /** The coverage factor of a U that is stated without one, and of the U that guard bands are made of. */
    public static final BigDecimal USUAL_FACTOR = BigDecimal.valueOf(2);

    /** Whether there is a limit that it can be held against. */
    public boolean limited() {
        return lowerLimit != null || upperLimit != null;
    }

    /** The coverage factor of its uncertainty, as it was stated or as it is usual; none without an uncertainty. */
    public Optional<BigDecimal> factor() {
        return expandedUncertainty == null
                ? Optional.empty()
                : Optional.of(coverageFactor == null ? USUAL_FACTOR : coverageFactor);
    }

    /**
     * The guard band w that a rule keeps from its limits: U brought to {@link #USUAL_FACTOR}, that is U · 2 / k, since what
     * ILAC-G8:09/2019, 4.2.2 and 4.2.3, sets w to is the uncertainty of about 95 %. None where the rule keeps none, there
     * is no limit to keep it from, or no uncertainty is stated.
     */
    public Optional<BigDecimal> guardBand(DecisionRule rule) {
        BigDecimal stated = expandedUncertainty;
        return stated == null || !limited() || !rule.needsUncertainty()
                ? Optional.empty()
                : factor().map(k -> stated.multiply(USUAL_FACTOR).divide(k, MathContext.DECIMAL64));
    }
}
