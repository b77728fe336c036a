package org.qibroker.catalog.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;

/** What providers say of themselves, found by provider and by site. Immutable. */
final class Profiles {
    static final Profiles EMPTY = new Profiles(Map.of());

    private final Map<UUID, Provider> byId;
    private final Map<UUID, Provider> bySite = new HashMap<>();
    private final Map<UUID, Site> sites = new HashMap<>();
    private final Set<UUID> priced = new HashSet<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private volatile @Nullable Located[] located = new Located[0];

    private Profiles(Map<UUID, Provider> byId) {
        this.byId = byId;
        byId.values().forEach(this::enter);
    }

    private void enter(Provider provider) {
        numbers.put(provider.id(), numbers.size());
        provider.sites().forEach(site -> {
            bySite.put(site.id(), provider);
            sites.put(site.id(), site);
        });
        if (!provider.prices().rules().isEmpty()) {
            priced.add(provider.id());
        }
    }

    /** Whether a provider has prices that lines do not say themselves. */
    boolean hasPrices(UUID provider) {
        return !priced.isEmpty() && priced.contains(provider);
    }

    /** What is known of the place of a number; looked up once. */
    Located at(int number, Dictionary<Place> places) {
        @Nullable Located[] known = located;
        Located found = number < known.length ? known[number] : null;
        return found == null ? locate(number, places) : found;
    }

    /** Of two threads that do so at once one may have to look up again later. */
    private Located locate(int number, Dictionary<Place> places) {
        Place place = places.get(number);
        Provider provider = find(place.providerId()).orElseThrow();
        Located found = new Located(
                provider,
                site(place.siteId()).orElseThrow(),
                Objects.requireNonNull(numbers.get(provider.id())),
                hasPrices(provider.id()),
                Holding.of(provider.accreditations(), place.siteId()));
        @Nullable Located[] known = located;
        @Nullable Located[] next = number < known.length ? known : Arrays.copyOf(known, places.size());
        next[number] = found;
        located = next;
        return found;
    }

    /** These with some that are new or say something else now; itself if there is none. */
    Profiles with(Collection<Provider> providers) {
        if (providers.stream().allMatch(provider -> provider.equals(byId.get(provider.id())))) {
            return this;
        }
        Map<UUID, Provider> next = new HashMap<>(byId);
        providers.forEach(provider -> next.put(provider.id(), provider));
        return new Profiles(next);
    }

    Stream<Provider> all() {
        return byId.values().stream();
    }

    Optional<Provider> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Provider> ofSite(UUID site) {
        return Optional.ofNullable(bySite.get(site));
    }

    Optional<Site> site(UUID id) {
        return Optional.ofNullable(sites.get(id));
    }
}
