package org.qibroker.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a provider may say about itself. */
public final class ProviderCommands {
    private ProviderCommands() {}

    /** How the provider presents itself. */
    public record Introduce(@Nullable @Size(max = 4000) String introZh, @Nullable @Size(max = 4000) String introEn) {}

    /**
     * A place where the provider works. The first one becomes the main site whatever is said; a new main site takes
     * over from the one before.
     *
     * @param zone IANA time zone, {@code Asia/Shanghai} where absent
     */
    public record DescribeSite(
            @NotBlank @Size(max = 200) String nameZh,
            @Nullable @Size(max = 200) String nameEn,
            @NotNull @Pattern(regexp = "[0-9]{6}") String district,
            @NotNull @Size(max = 300) String addressZh,
            boolean main,
            @Nullable @Size(max = 60) String zone) {}

    /** What entitles the sites to a mark. */
    public record DescribeAccreditation(
            @NotBlank @Size(max = 40) String scheme,
            @NotBlank @Size(max = 100) String certificateNumber,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotEmpty Set<UUID> siteIds) {}
}
