package org.qibroker.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.shared.BodyKind;

/**
 * An organisation that offers services, with where it works and what it may certify.
 *
 * @param id the organisation's id
 * @param kinds what kinds of body it is
 * @param prices what it asks for lines that do not say it themselves
 */
public record Provider(
        UUID id,
        String nameZh,
        @Nullable String nameEn,
        List<Site> sites,
        List<Accreditation> accreditations,
        @Nullable String introZh,
        @Nullable String introEn,
        Set<BodyKind> kinds,
        long version,
        PriceList prices) {

    /** Copies the lists. */
    public Provider {
        sites = List.copyOf(sites);
        accreditations = List.copyOf(accreditations);
        kinds = Set.copyOf(kinds);
    }

    /** The site of that id. */
    public Optional<Site> site(UUID siteId) {
        return sites.stream().filter(s -> s.id().equals(siteId)).findFirst();
    }

    /** The accreditations that cover a site, whatever their dates and status. */
    public List<Accreditation> accreditationsOf(UUID siteId) {
        return accreditations.stream().filter(a -> a.siteIds().contains(siteId)).toList();
    }

    /** The site that lines belong to which name none. */
    public Optional<Site> mainSite() {
        return sites.stream().filter(Site::main).findFirst();
    }
}
