package org.qibroker.catalog.search;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Place;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.ScopeView;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.PageRequest;

/** Finds lines in the scopes that this node has in memory: one look at each line answers and counts. */
final class CapabilitySearch {
    private final Vertx vertx;
    private final ScopeIndex index;
    private final UnitRegistry units;
    private final SearchText text;
    private final RecentSearches recent = new RecentSearches();

    CapabilitySearch(Vertx vertx, ScopeIndex index, UnitRegistry units) {
        this.vertx = vertx;
        this.index = index;
        this.units = units;
        this.text = new SearchText(units);
    }

    /**
     * What was found.
     *
     * @param facets of each facet the values of the lines that meet everything but that facet
     * @param understood the request as it was searched for
     * @param view the scopes it was searched in
     */
    record Found(
            List<Capability> lines,
            long total,
            @Nullable String nextCursor,
            Map<Facet, List<FacetCounts.Count>> facets,
            SearchRequest understood,
            ScopeView view) {}

    /** Part of the lines that a request fits, best first. Fails BAD_INPUT if the cursor was not given for it. */
    Future<Found> find(SearchRequest request, PageRequest page) {
        ScopeView view = index.view();
        return recent.find(view, request, page).map(Future::succeededFuture).orElseGet(() -> vertx.executeBlocking(
                        () -> find(view, request, page), false)
                .onSuccess(found -> recent.keep(request, page, found)));
    }

    private Found find(ScopeView view, SearchRequest request, PageRequest page) {
        SearchRequest understood = text.understand(request, marks(view));
        Found found = seek(understood, view, page);
        boolean methodOfWords = understood.method() != null && request.method() == null;
        if (found.total() > 0 || !methodOfWords) {
            return found;
        }
        String words = Stream.of(understood.words(), understood.method())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return seek(understood.withMethod(null).withWords(words), view, page);
    }

    private static Set<String> marks(ScopeView view) {
        Set<String> marks = new TreeSet<>();
        view.providers().forEach(p -> p.accreditations().forEach(a -> marks.add(a.scheme())));
        return marks;
    }

    private Found seek(SearchRequest request, ScopeView view, PageRequest page) {
        return new Tally(view, request, units, hits(request, page)).found();
    }

    private Hits hits(SearchRequest request, PageRequest page) {
        if (request.words() == null) {
            return new Hits.ById(page.limit(), Place.id(page.cursor()));
        }
        Map<UUID, Integer> ranks = new HashMap<>();
        index.find(request.words()).forEach(id -> ranks.putIfAbsent(id, ranks.size()));
        return new Hits.ByRank(ranks, page.limit(), Place.number(page.cursor(), 0));
    }
}
