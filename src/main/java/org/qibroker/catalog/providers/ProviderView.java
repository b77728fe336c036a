package org.qibroker.catalog.providers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.shared.BodyKind;
import org.qibroker.shared.Role;

/** A provider as the contract shows it. */
public record ProviderView(
        UUID id,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String introZh,
        @Nullable String introEn,
        List<BodyKind> kinds,
        List<SiteView> sites,
        List<AccreditationView> accreditations,
        long version) {

    /** What a coordinator made of it. */
    public record ConfirmationView(
            Confirmation.State state, @Nullable String by, @Nullable Instant at, @Nullable String reason) {
        static ConfirmationView of(Confirmation confirmation) {
            return new ConfirmationView(
                    confirmation.state(), confirmation.by(), confirmation.at(), confirmation.reason());
        }
    }

    /** A site. */
    public record SiteView(
            UUID id,
            UUID providerId,
            String nameZh,
            @Nullable String nameEn,
            String district,
            String addressZh,
            boolean main,
            String zone,
            @Nullable LocalDate endedOn,
            ConfirmationView confirmation,
            long version) {
        static SiteView of(Site site) {
            return new SiteView(
                    site.id(),
                    site.providerId(),
                    site.nameZh(),
                    site.nameEn(),
                    site.district(),
                    site.addressZh(),
                    site.main(),
                    site.zone(),
                    site.endedOn(),
                    ConfirmationView.of(site.confirmation()),
                    site.version());
        }
    }

    /** An accreditation. */
    public record AccreditationView(
            UUID id,
            UUID providerId,
            String scheme,
            String certificateNumber,
            LocalDate from,
            LocalDate to,
            Accreditation.Status status,
            @Nullable Role suspendedBy,
            ConfirmationView confirmation,
            Set<UUID> siteIds,
            long version) {
        static AccreditationView of(Accreditation accreditation) {
            return new AccreditationView(
                    accreditation.id(),
                    accreditation.providerId(),
                    accreditation.scheme(),
                    accreditation.certificateNumber(),
                    accreditation.from(),
                    accreditation.to(),
                    accreditation.status(),
                    accreditation.suspendedBy(),
                    ConfirmationView.of(accreditation.confirmation()),
                    accreditation.siteIds(),
                    accreditation.version());
        }
    }

    /** A provider as anybody may see it. */
    public static ProviderView of(Provider provider) {
        return new ProviderView(
                provider.id(),
                provider.nameZh(),
                provider.nameEn(),
                provider.introZh(),
                provider.introEn(),
                provider.kinds().stream().sorted().toList(),
                provider.sites().stream().map(SiteView::of).toList(),
                provider.accreditations().stream().map(AccreditationView::of).toList(),
                provider.version());
    }
}
