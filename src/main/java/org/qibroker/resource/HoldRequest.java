package org.qibroker.resource;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** Asks to keep one place of a slot for a while. */
public record HoldRequest(@NotNull UUID resourceId, @NotNull Instant start, @NotNull Instant end) {}
