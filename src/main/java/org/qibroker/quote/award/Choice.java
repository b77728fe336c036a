package org.qibroker.quote.award;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer that is to be taken.
 *
 * @param demandItemIds for which items; if unsaid, for all that nobody has been awarded yet
 */
public record Choice(@NotNull UUID quoteId, @Nullable @Size(min = 1, max = 200) List<@NotNull UUID> demandItemIds) {}
