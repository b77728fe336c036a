package org.qibroker.catalog.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Parts;
import org.qibroker.catalog.index.RangePart;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.ServiceKind;

/**
 * The values that lines have of one facet, as numbers. What a part of a line says is read once, however many lines share
 * it. Used by one thread, for one search.
 */
final class FacetColumn {
    private static final int[] NONE = {};

    private final Facet facet;
    private final Parts parts;
    private final UnitRegistry units;
    private final SearchSites sites;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, String> english = new HashMap<>();
    private final int[][] known;
    private final int[][][] marks;

    FacetColumn(Facet facet, Parts parts, UnitRegistry units, SearchSites sites) {
        this.facet = facet;
        this.parts = parts;
        this.units = units;
        this.sites = sites;
        this.known = new int[size()][];
        this.marks = new int[facet == Facet.MARK ? parts.places().size() : 0][][];
    }

    private int size() {
        return switch (facet) {
            case FAMILY, SERVICE_KIND, SUBJECT, SCENARIO -> parts.services().size();
            case QUANTITY -> parts.ranges().size();
            case BODY_KIND, DISTRICT, PROVIDER -> parts.places().size();
            case MARK -> 0;
        };
    }

    /** The facet. */
    Facet facet() {
        return facet;
    }

    /** The value of a number. */
    String text(int number) {
        return texts.get(number);
    }

    /** What lines call the value of a number in English; absent where none does. */
    @Nullable
    String english(int number) {
        return english.get(number);
    }

    /** The numbers of the values that a line has; none where it has none. */
    int[] of(Lines lines, int row) {
        return facet == Facet.MARK ? marks(lines.place(row), lines.marks(row)) : ofPart(part(lines, row));
    }

    /** Number of the part of a line that alone says which values it has; −1 if it takes more than one part. */
    int part(Lines lines, int row) {
        return switch (facet) {
            case FAMILY, SERVICE_KIND, SUBJECT, SCENARIO -> lines.service(row);
            case QUANTITY -> lines.range(row);
            case BODY_KIND, DISTRICT, PROVIDER -> lines.place(row);
            case MARK -> -1;
        };
    }

    /** How many such parts there are. */
    int parts() {
        return known.length;
    }

    /** The numbers of the values that lines with a part have. */
    int[] ofPart(int number) {
        int[] read = known[number];
        if (read == null) {
            read = numbers(texts(number));
            known[number] = read;
            String name = facet == Facet.SUBJECT ? service(number).subjectEn() : null;
            if (name != null && !name.isBlank()) {
                english.putIfAbsent(read[0], name);
            }
        }
        return read;
    }

    private int[] numbers(List<String> values) {
        return values.isEmpty() ? NONE : values.stream().mapToInt(this::number).toArray();
    }

    private int number(String text) {
        return numbers.computeIfAbsent(text, this::next);
    }

    private int next(String text) {
        texts.add(text);
        return texts.size() - 1;
    }

    private static List<String> kind(@Nullable ServiceKind kind) {
        return kind == null ? List.of() : List.of(kind.name());
    }

    private List<String> texts(int number) {
        return switch (facet) {
            case FAMILY -> List.of(service(number).family().name());
            case SERVICE_KIND -> kind(service(number).kind());
            case SUBJECT -> List.of(service(number).subject());
            case SCENARIO -> List.copyOf(service(number).scenarios());
            case QUANTITY -> quantities(parts.ranges().get(number));
            case BODY_KIND -> sites.kinds(parts.places().get(number).siteId());
            case DISTRICT -> List.of(sites.district(parts.places().get(number).siteId()));
            case PROVIDER -> List.of(parts.places().get(number).providerId().toString());
            case MARK -> List.of();
        };
    }

    private Capability.Service service(int number) {
        return parts.services().get(number);
    }

    /** Marks that the line names and its site holds. */
    private int[] marks(int place, int named) {
        int[][] here = marks[place];
        if (here == null) {
            here = new int[parts.marks().size()][];
            marks[place] = here;
        }
        int[] read = here[named];
        if (read == null) {
            read = numbers(
                    sites.held(parts.places().get(place).siteId(), parts.marks().get(named)));
            here[named] = read;
        }
        return read;
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
