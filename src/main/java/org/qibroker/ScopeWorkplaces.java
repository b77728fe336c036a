package org.qibroker;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.Site;
import org.qibroker.resource.Workplaces;

/** Sites of providers as places at which resources stand, the main site first. */
final class ScopeWorkplaces implements Workplaces {
    private final ScopeIndex scopes;

    ScopeWorkplaces(ScopeIndex scopes) {
        this.scopes = scopes;
    }

    @Override
    public List<Workplace> of(UUID provider) {
        List<Site> sites =
                scopes.view().findProvider(provider).map(Provider::sites).orElse(List.of());
        return sites.stream()
                .sorted(Comparator.comparing(Site::main).reversed())
                .map(ScopeWorkplaces::workplace)
                .toList();
    }

    private static Workplace workplace(Site site) {
        return new Workplace(site.id(), site.nameZh(), site.nameEn(), ZoneId.of(site.zone()));
    }
}
