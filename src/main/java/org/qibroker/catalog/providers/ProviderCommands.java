package org.qibroker.catalog.providers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Confirmation;
import org.qibroker.shared.BodyKind;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/** What a provider may say about itself. */
public final class ProviderCommands {
    private ProviderCommands() {}

    /** How the provider presents itself. */
    public record Introduce(
            @Nullable @Size(max = 4000) String introZh,
            @Nullable @Size(max = 4000) String introEn,
            @Nullable Set<@NotNull BodyKind> kinds) {
        Set<BodyKind> kindsOrNone() {
            return kinds == null ? Set.of() : kinds;
        }
    }

    /**
     * A place where the provider works. The first one becomes the main site whatever is said; a new main site takes
     * over from the one before.
     *
     * @param zone IANA time zone, that of the region where absent
     */
    public record DescribeSite(
            @NotBlank @Size(max = 200) String nameZh,
            @Nullable @Size(max = 200) String nameEn,
            @NotNull @Pattern(regexp = "[0-9]{6}") String district,
            @NotNull @Size(max = 300) String addressZh,
            @Nullable Boolean main,
            @Nullable @Size(max = 60) String zone) {
        /**
         * The zone said, or the city's.
         *
         * @throws Refusal BAD_INPUT if there is no such zone
         */
        public String zoneOrUsual() {
            String said = zone == null ? RegionTime.ZONE.getId() : zone;
            try {
                return ZoneId.of(said).getId();
            } catch (DateTimeException e) {
                throw (Refusal) Refusal.badInput("/zone", "unknown-zone", said).initCause(e);
            }
        }
    }

    /**
     * The end of a site.
     *
     * @param on the last day, today where absent
     */
    public record EndSite(@Nullable LocalDate on) {}

    /** What entitles the sites to a mark. */
    public record DescribeAccreditation(
            @NotBlank @Size(max = 40) String scheme,
            @NotBlank @Size(max = 100) String certificateNumber,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotEmpty Set<UUID> siteIds) {}

    /** Another status of an accreditation. */
    public record ChangeStatus(Accreditation.@NotNull Status status, @Nullable @Size(max = 500) String reason) {}

    /**
     * What a coordinator finds about something stated.
     *
     * @param decision CONFIRMED or REJECTED
     * @param reason why it is rejected
     */
    public record Decide(Confirmation.@NotNull State decision, @Nullable @Size(max = 500) String reason) {}
}
