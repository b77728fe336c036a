package org.qibroker.demand.asked;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A point at which the uncertainty counts, in the unit. */
public record PointAsked(
        @NotNull @DecimalMin("-1e30") @DecimalMax("1e30") Double value, @NotBlank @Size(max = 40) String unit) {}
