package org.qibroker.ledger;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What several instruments have in common from now on; what is absent stays as it is. */
public record BulkChange(
        @NotEmpty @Size(max = 1000) List<@NotNull UUID> ids,
        @Nullable InstrumentState state,
        @Nullable @Size(max = 200) String location,
        @Nullable @Size(max = 100) String keeper) {}
