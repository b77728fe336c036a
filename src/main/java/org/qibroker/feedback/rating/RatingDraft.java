package org.qibroker.feedback.rating;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an enterprise says of a completed booking; points from 1 to 5. */
public record RatingDraft(
        @NotNull @Min(1) @Max(5) Integer service,
        @NotNull @Min(1) @Max(5) Integer punctuality,
        @NotNull @Min(1) @Max(5) Integer clarity,
        @Nullable @Size(max = 2000) String comment) {
    Rating.Points points() {
        return new Rating.Points(service, punctuality, clarity);
    }
}
