package org.qibroker.demand.asked;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The largest expanded uncertainty that will do.
 *
 * @param value in the unit, above zero
 * @param unit symbol of the unit; {@code %} and {@code ppm} are relative to what is measured
 * @param relative says so for a quantity whose own unit is {@code %}
 */
public record ValueAsked(
        @NotNull @Positive @DecimalMax("1e30") Double value,
        @NotBlank @Size(max = 40) String unit,
        @Nullable Boolean relative) {}
