package org.qibroker.demand.asked;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A closed range that a service has to span.
 *
 * @param min lower end in the unit, absent if unbounded
 * @param max upper end in the unit, absent if unbounded
 * @param unit symbol of the unit
 */
public record RangeAsked(
        @Nullable @DecimalMin("-1e30") @DecimalMax("1e30") Double min,
        @Nullable @DecimalMin("-1e30") @DecimalMax("1e30") Double max,
        @NotBlank @Size(max = 40) String unit) {}
