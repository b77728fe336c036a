package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider as the contract shows it. */
record ProviderView(
        UUID id,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String introZh,
        @Nullable String introEn,
        List<SiteView> sites,
        List<AccreditationView> accreditations) {

    record SiteView(
            UUID id,
            UUID providerId,
            String nameZh,
            @Nullable String nameEn,
            String district,
            String addressZh,
            boolean main,
            String zone) {
        static SiteView of(Site site) {
            return new SiteView(
                    site.id(),
                    site.providerId(),
                    site.nameZh(),
                    site.nameEn(),
                    site.district(),
                    site.addressZh(),
                    site.main(),
                    site.zone());
        }
    }

    record AccreditationView(
            UUID id,
            UUID providerId,
            String scheme,
            String certificateNumber,
            LocalDate from,
            LocalDate to,
            Accreditation.Status status,
            Set<UUID> siteIds) {
        static AccreditationView of(Accreditation accreditation) {
            return new AccreditationView(
                    accreditation.id(),
                    accreditation.providerId(),
                    accreditation.scheme(),
                    accreditation.certificateNumber(),
                    accreditation.from(),
                    accreditation.to(),
                    accreditation.status(),
                    accreditation.siteIds());
        }
    }

    static ProviderView of(Provider provider) {
        return new ProviderView(
                provider.id(),
                provider.nameZh(),
                provider.nameEn(),
                provider.introZh(),
                provider.introEn(),
                provider.sites().stream().map(SiteView::of).toList(),
                provider.accreditations().stream().map(AccreditationView::of).toList());
    }
}
