package org.qibroker.demand;

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
public record RangeAsked(@Nullable Double min, @Nullable Double max, @NotBlank @Size(max = 40) String unit) {}
