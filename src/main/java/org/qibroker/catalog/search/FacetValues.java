package org.qibroker.catalog.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.Site;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.UnitRegistry;

/** The values that a line has of each facet, on a day. Used by one thread, for one search: it remembers what it read. */
final class FacetValues {
    private final UnitRegistry units;
    private final LocalDate day;
    private final Map<UUID, Owner> owners;
    private final Map<UUID, Place> places = new HashMap<>();
    private final Map<String, List<String>> quantities = new HashMap<>();

    FacetValues(ScopeView view, UnitRegistry units, LocalDate day) {
        this.units = units;
        this.day = day;
        this.owners = view.providers().collect(Collectors.toMap(Provider::id, p -> new Owner(p.id().toString(), p)));
        owners.values().forEach(owner -> owner.provider.sites().forEach(site -> enter(owner.provider, site)));
    }

    private record Owner(String id, Provider provider) {}

    /**
     * A site.
     *
     * @param marks those that it may use on the day
     */
    private record Place(String district, TreeSet<String> marks) {}

    private void enter(Provider provider, Site site) {
        TreeSet<String> marks = provider.accreditations().stream()
                .filter(a -> a.siteIds().contains(site.id()) && a.holds(day, day))
                .map(Accreditation::scheme)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        places.put(site.id(), new Place(site.district(), marks));
    }

    /** Gives each value that the line has of the facet; none where it has none. */
    void each(Facet facet, Capability line, Consumer<String> taker) {
        Capability.Service service = line.service();
        switch (facet) {
            case FAMILY -> taker.accept(service.family().name());
            case SERVICE_KIND -> {
                if (service.kind() != null) {
                    taker.accept(service.kind().name());
                }
            }
            case SUBJECT -> taker.accept(service.subject());
            case QUANTITY -> quantities(line).forEach(taker);
            case MARK -> marks(line, taker);
            case DISTRICT -> taker.accept(place(line).district);
            case SCENARIO -> service.scenarios().forEach(taker);
            case PROVIDER -> taker.accept(owner(line).id);
        }
    }

    private Place place(Capability line) {
        return known(places, line.siteId());
    }

    private Owner owner(Capability line) {
        return known(owners, line.providerId());
    }

    private static <T> T known(Map<UUID, T> all, UUID id) {
        T found = all.get(id);
        if (found == null) {
            throw new IllegalStateException("a line of " + id + ", which is not in its view");
        }
        return found;
    }

    /** Marks that the line names and its site holds. */
    private void marks(Capability line, Consumer<String> taker) {
        TreeSet<String> held = place(line).marks;
        for (String mark : line.marks()) {
            if (held.contains(mark)) {
                taker.accept(mark);
            }
        }
    }

    /** The quantity of the line; where it names none all that its unit serves, as V serves direct and alternating. */
    private List<String> quantities(Capability line) {
        QuantityKind stated = line.measured().quantity();
        QuantityRange range = line.measured().range();
        if (stated != null) {
            return List.of(stated.key());
        }
        return range == null
                ? List.of()
                : quantities.computeIfAbsent(range.unit().symbol(), this::ofUnit);
    }

    private List<String> ofUnit(String symbol) {
        return units.all(symbol).stream()
                .map(unit -> unit.kind().key())
                .distinct()
                .toList();
    }
}
