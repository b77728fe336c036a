package org.qibroker.catalog.search;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Place;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.ScopeView;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.PageRequest;
import org.qibroker.standards.Equivalences;

/** Finds lines in the scopes that this node has in memory. */
final class CapabilitySearch {
    private final Vertx vertx;
    private final ScopeIndex index;
    private final UnitRegistry units;
    private final SearchText text;

    CapabilitySearch(Vertx vertx, ScopeIndex index, UnitRegistry units) {
        this.vertx = vertx;
        this.index = index;
        this.units = units;
        this.text = new SearchText(units);
    }

    /**
     * What was found.
     *
     * @param understood the request as it was searched for
     * @param view the scopes it was searched in
     */
    record Found(
            List<Capability> lines,
            long total,
            @Nullable String nextCursor,
            Map<String, Map<String, Long>> facets,
            SearchRequest understood,
            ScopeView view) {}

    /** Part of the lines that a request fits, best first. */
    Future<Found> find(SearchRequest request, PageRequest page) {
        int from = Place.number(page.cursor(), 0);
        return vertx.executeBlocking(() -> find(request, page.limit(), from), false);
    }

    private Found find(SearchRequest request, int limit, int from) {
        ScopeView view = index.view();
        SearchRequest understood = text.understand(request, marks(view));
        List<Capability> all = lines(understood, view);
        boolean methodOfWords =
                understood.what().method() != null && request.what().method() == null;
        if (all.isEmpty() && methodOfWords) {
            String words = Stream.of(understood.words(), understood.what().method())
                    .filter(w -> w != null)
                    .collect(Collectors.joining(" "));
            all = lines(understood.withMethod(null).withWords(words), view);
        }
        int to = (int) Math.min(all.size(), (long) from + limit);
        List<Capability> part = from >= to ? List.of() : all.subList(from, to);
        String next = to < all.size() && to > from ? Cursor.of(to) : null;
        return new Found(part, all.size(), next, facets(all, view), understood, view);
    }

    private static Set<String> marks(ScopeView view) {
        Set<String> marks = new TreeSet<>();
        view.providers().forEach(p -> p.accreditations().forEach(a -> marks.add(a.scheme())));
        return marks;
    }

    private List<Capability> lines(SearchRequest request, ScopeView view) {
        LineFilter filter = new LineFilter(request, view, units, Recorded.EQUIVALENCES);
        if (request.words() == null) {
            return view.lines()
                    .filter(filter)
                    .sorted(Comparator.comparing(Capability::id))
                    .toList();
        }
        Map<UUID, Capability> byId =
                view.lines().filter(filter).collect(Collectors.toMap(Capability::id, Function.identity(), (a, b) -> b));
        return index.find(request.words()).stream()
                .map(byId::get)
                .filter(line -> line != null)
                .toList();
    }

    private static Map<String, Map<String, Long>> facets(List<Capability> lines, ScopeView view) {
        Map<String, Map<String, Long>> facets = new TreeMap<>();
        facets.put(
                "family", count(lines, line -> Stream.of(line.service().family().name())));
        facets.put("mark", count(lines, line -> line.marks().stream()));
        facets.put(
                "district",
                count(lines, line -> Stream.of(view.site(line.siteId()).district())));
        return facets;
    }

    private static Map<String, Long> count(List<Capability> lines, Function<Capability, Stream<String>> values) {
        return lines.stream()
                .flatMap(values)
                .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
    }

    /** Read when first needed. */
    private static final class Recorded {
        static final Equivalences EQUIVALENCES = Equivalences.standard();
    }
}
