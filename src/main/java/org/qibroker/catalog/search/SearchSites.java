package org.qibroker.catalog.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.shared.BodyKind;

/** Where sites are, and which marks each may use on a day. */
final class SearchSites {
    private static final Where NOWHERE = new Where("", Set.of(), List.of());

    private final Map<UUID, Where> sites = new HashMap<>();

    SearchSites(ScopeState state, LocalDate day) {
        state.providers().forEach(provider -> provider.sites().forEach(site -> enter(provider, site, day)));
    }

    private record Where(String district, Set<String> marks, List<String> kinds) {}

    private void enter(Provider provider, Site site, LocalDate day) {
        Set<String> held = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        provider.accreditations().stream()
                .filter(a -> a.siteIds().contains(site.id()) && a.holds(day, day))
                .forEach(a -> held.add(a.scheme()));
        sites.put(
                site.id(),
                new Where(
                        site.district(),
                        held,
                        provider.kinds().stream().map(BodyKind::name).sorted().toList()));
    }

    String district(UUID site) {
        return sites.getOrDefault(site, NOWHERE).district;
    }

    /** What kinds of body work there. */
    List<String> kinds(UUID site) {
        return sites.getOrDefault(site, NOWHERE).kinds;
    }

    /** Those of the marks that the site may use. */
    List<String> held(UUID site, Set<String> marks) {
        Set<String> held = sites.getOrDefault(site, NOWHERE).marks;
        return marks.stream().filter(held::contains).toList();
    }
}
