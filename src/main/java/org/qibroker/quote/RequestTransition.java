package org.qibroker.quote;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to happen to a request.
 *
 * @param reason needed to decline and to withdraw
 * @param answerBy the new last day, to extend
 */
public record RequestTransition(
        @NotNull RequestAction action, @Nullable @Size(max = 1000) String reason, @Nullable LocalDate answerBy) {}
