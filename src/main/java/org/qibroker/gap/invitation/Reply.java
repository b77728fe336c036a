package org.qibroker.gap.invitation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A provider's answer.
 *
 * @param able yes or no
 * @param ableOn for a yes, when it wants to be able to do it
 */
public record Reply(
        @NotNull Boolean able, @Nullable LocalDate ableOn, @Nullable @Size(min = 1, max = 1000) String text) {}
