package org.qibroker.quote;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks providers for quotes.
 *
 * @param providerIds whom, in the match of the demand or not
 * @param demandItemIds for what; all items if unsaid
 * @param answerBy the last day for an answer
 * @param message a first message to each of them
 */
public record AskQuotes(
        @NotEmpty @Size(max = MOST_PROVIDERS) List<@NotNull UUID> providerIds,
        @Nullable @Size(min = 1, max = 200) List<@NotNull UUID> demandItemIds,
        @NotNull LocalDate answerBy,
        @Nullable @Size(max = 2000) String message) {
    /** How many providers can be asked for one demand. */
    public static final int MOST_PROVIDERS = 20;
}
