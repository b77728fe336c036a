package org.qibroker.resource;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about a resource.
 *
 * @param zone IANA time zone; the site's if unsaid
 * @param sharedIdle whether these are idle hours of own equipment, open to others; not if unsaid
 */
public record ResourceDraft(
        @NotNull UUID siteId,
        @NotBlank @Size(max = 200) String name,
        @NotNull @Min(1) @Max(1000) Integer capacity,
        @NotNull @Size(max = 50) List<@Valid @NotNull OpeningHours> openingHours,
        @Nullable @Size(max = 200) List<@Valid @NotNull Closure> closures,
        @NotNull @Min(5) @Max(1440) Integer slotMinutes,
        @Nullable @Min(0) @Max(1440) Integer bufferBeforeMinutes,
        @Nullable @Min(0) @Max(1440) Integer bufferAfterMinutes,
        @Nullable String zone,
        @Nullable Boolean sharedIdle) {

    List<Closure> closuresOrNone() {
        return closures == null ? List.of() : closures;
    }

    int before() {
        return Objects.requireNonNullElse(bufferBeforeMinutes, 0);
    }

    int after() {
        return Objects.requireNonNullElse(bufferAfterMinutes, 0);
    }
}
