package org.qibroker.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On which resource the work of a booking is to be done instead.
 *
 * @param unit which of its units, any that is free if unsaid
 */
public record Reassignment(
        @NotNull UUID resourceId,
        @Nullable @Min(1) @Max(1000) Integer unit,
        @Nullable @Size(max = 2000) String reason) {}
