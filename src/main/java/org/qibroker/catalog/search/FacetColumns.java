package org.qibroker.catalog.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Parts;
import org.qibroker.catalog.index.RangePart;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.measure.UnitRegistry;

/**
 * The values that lines have of each facet, on a day, as numbers. What a part of a line says is read once, however many
 * lines share it. Used by one thread, for one search.
 */
final class FacetColumns {
    private static final int[] NONE = {};

    private final Parts parts;
    private final UnitRegistry units;
    private final Map<UUID, Where> sites = new HashMap<>();
    private final Map<Facet, Values> values = new EnumMap<>(Facet.class);
    private final Map<Facet, int[][]> known = new EnumMap<>(Facet.class);
    private final Map<Long, int[]> marks = new HashMap<>();

    FacetColumns(ScopeState state, UnitRegistry units, LocalDate day) {
        this.parts = state.parts();
        this.units = units;
        state.providers().forEach(provider -> provider.sites().forEach(site -> enter(provider, site, day)));
        for (Facet facet : Facet.values()) {
            values.put(facet, new Values());
            known.put(facet, new int[size(facet)][]);
        }
    }

    /**
     * A site.
     *
     * @param marks those that it may use on the day
     */
    private record Where(String district, Set<String> marks) {}

    private void enter(Provider provider, Site site, LocalDate day) {
        Set<String> held = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        provider.accreditations().stream()
                .filter(a -> a.siteIds().contains(site.id()) && a.holds(day, day))
                .forEach(a -> held.add(a.scheme()));
        sites.put(site.id(), new Where(site.district(), held));
    }

    /** Values of one facet by their numbers. */
    private static final class Values {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> texts = new ArrayList<>();

        int number(String text) {
            return numbers.computeIfAbsent(text, this::next);
        }

        private int next(String text) {
            texts.add(text);
            return texts.size() - 1;
        }
    }

    private int size(Facet facet) {
        return switch (facet) {
            case FAMILY, SERVICE_KIND, SUBJECT, SCENARIO -> parts.services().size();
            case QUANTITY -> parts.ranges().size();
            case DISTRICT, PROVIDER -> parts.places().size();
            case MARK -> 0;
        };
    }

    /** The value of a number. */
    String text(Facet facet, int number) {
        return values(facet).texts.get(number);
    }

    private Values values(Facet facet) {
        Values found = values.get(facet);
        if (found == null) {
            throw new IllegalStateException("no values of " + facet);
        }
        return found;
    }

    /** The numbers of the values that a line has of a facet; none where it has none. */
    int[] of(Facet facet, Lines lines, int row) {
        return switch (facet) {
            case FAMILY, SERVICE_KIND, SUBJECT, SCENARIO -> part(facet, lines.service(row));
            case QUANTITY -> part(facet, lines.range(row));
            case DISTRICT, PROVIDER -> part(facet, lines.place(row));
            case MARK -> marks.computeIfAbsent((long) lines.place(row) << 32 | lines.marks(row), this::marks);
        };
    }

    private int[] part(Facet facet, int number) {
        int[][] all = known.getOrDefault(facet, new int[0][]);
        int[] read = all[number];
        if (read == null) {
            read = numbers(facet, texts(facet, number));
            all[number] = read;
        }
        return read;
    }

    private int[] numbers(Facet facet, List<String> texts) {
        Values all = values(facet);
        return texts.isEmpty() ? NONE : texts.stream().mapToInt(all::number).toArray();
    }

    private List<String> texts(Facet facet, int number) {
        return switch (facet) {
            case FAMILY -> List.of(service(number).family().name());
            case SERVICE_KIND ->
                service(number).kind() == null
                        ? List.of()
                        : List.of(service(number).kind().name());
            case SUBJECT -> List.of(service(number).subject());
            case SCENARIO -> List.copyOf(service(number).scenarios());
            case QUANTITY -> quantities(parts.ranges().get(number));
            case DISTRICT -> List.of(where(number).district);
            case PROVIDER -> List.of(parts.places().get(number).providerId().toString());
            case MARK -> List.of();
        };
    }

    private Capability.Service service(int number) {
        return parts.services().get(number);
    }

    private Where where(int place) {
        return sites.getOrDefault(parts.places().get(place).siteId(), new Where("", Set.of()));
    }

    /** Marks that the line names and its site holds. */
    private int[] marks(long placeAndMarks) {
        Set<String> held = where((int) (placeAndMarks >>> 32)).marks;
        List<String> named = parts.marks().get((int) placeAndMarks).stream()
                .filter(held::contains)
                .toList();
        return numbers(Facet.MARK, named);
    }

    /** The quantity of a line; where it names none all that its unit serves, as V serves direct and alternating. */
    private List<String> quantities(RangePart part) {
        if (part.quantity() != null) {
            return List.of(part.quantity().key());
        }
        return part.range() == null
                ? List.of()
                : units.all(part.range().unit().symbol()).stream()
                        .map(unit -> unit.kind().key())
                        .distinct()
                        .toList();
    }
}
