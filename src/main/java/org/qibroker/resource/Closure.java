package org.qibroker.resource;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time at which no work is done although the weekly hours say so. */
public record Closure(@NotNull Instant from, @NotNull Instant to, @Nullable @Size(max = 200) String reason) {
    /** As long, from another moment on. */
    Closure from(Instant other) {
        return new Closure(other, other.plus(Duration.between(from, to)), reason);
    }
}
