package org.qibroker.resource;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about a resource.
 *
 * @param kind a bench if unsaid
 * @param mode slots if unsaid
 * @param slotMinutes needed for slots, of no matter otherwise
 * @param noticeHours none if unsaid
 * @param horizonDays a year if unsaid
 * @param calibrationDue the last day on which the calibration is valid; only of equipment
 * @param keep bookings and holds that would break and are to stay as exceptions
 * @param zone IANA time zone; the site's if unsaid
 * @param sharedIdle whether these are idle hours of own equipment, open to others; not if unsaid
 */
public record ResourceDraft(
        @NotNull UUID siteId,
        @NotBlank @Size(max = 200) String name,
        @Nullable ResourceKind kind,
        @Nullable ResourceMode mode,
        @NotNull @Min(1) @Max(1000) Integer capacity,
        @NotNull @Size(max = 50) List<@Valid @NotNull OpeningHours> openingHours,
        @Nullable @Size(max = 200) List<@Valid @NotNull Closure> closures,
        @Nullable @Min(5) @Max(1440) Integer slotMinutes,
        @Nullable @Min(0) @Max(1440) Integer bufferBeforeMinutes,
        @Nullable @Min(0) @Max(1440) Integer bufferAfterMinutes,
        @Nullable String zone,
        @Nullable @Min(0) @Max(2160) Integer noticeHours,
        @Nullable @Min(1) @Max(1095) Integer horizonDays,
        @Nullable LocalDate calibrationDue,
        @Nullable Boolean sharedIdle,
        @Nullable @Size(max = 1000) List<@NotNull UUID> keep) {
    private static final int DAY = 1440;
    private static final int YEAR = 365;

    /** What is said about a resource already, with other closures. */
    static ResourceDraft of(Resource r, List<Closure> closures) {
        return new ResourceDraft(
                r.siteId(),
                r.name(),
                r.kind(),
                r.mode(),
                r.capacity(),
                r.openingHours(),
                closures,
                r.slotMinutes(),
                r.bufferBeforeMinutes(),
                r.bufferAfterMinutes(),
                r.zone().getId(),
                r.noticeHours(),
                r.horizonDays(),
                r.calibrationDue(),
                r.sharedIdle(),
                null);
    }

    ResourceKind kindOrBench() {
        return Objects.requireNonNullElse(kind, ResourceKind.BENCH);
    }

    ResourceMode modeOrSlot() {
        return Objects.requireNonNullElse(mode, ResourceMode.SLOT);
    }

    int minutes() {
        return modeOrSlot().wholeDays() ? DAY : Objects.requireNonNullElse(slotMinutes, DAY);
    }

    int notice() {
        return Objects.requireNonNullElse(noticeHours, 0);
    }

    int horizon() {
        return Objects.requireNonNullElse(horizonDays, YEAR);
    }

    Set<UUID> kept() {
        return keep == null ? Set.of() : Set.copyOf(keep);
    }

    List<Closure> closuresOrNone() {
        return closures == null ? List.of() : closures;
    }

    int before() {
        return modeOrSlot().wholeDays() ? 0 : Objects.requireNonNullElse(bufferBeforeMinutes, 0);
    }

    int after() {
        return modeOrSlot().wholeDays() ? 0 : Objects.requireNonNullElse(bufferAfterMinutes, 0);
    }
}
