package org.qibroker.catalog.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeView;

/**
 * Counts lines: one that has all that is chosen is found and counts in every facet; one that lacks a single facet
 * counts in that one, so that each facet shows what choosing otherwise would find.
 */
final class Tally {
    private static final Facet[] FACETS = Facet.values();

    private final FacetChoice choice;
    private final FacetValues values;
    private final Hits hits;
    private final FacetCounts counts = new FacetCounts();
    private long total;

    Tally(FacetChoice choice, FacetValues values, Hits hits) {
        this.choice = choice;
        this.values = values;
        this.hits = hits;
    }

    /** Looks at a line that meets all but words and facets. */
    void look(Capability line) {
        if (!hits.named(line)) {
            return;
        }
        FacetChoice.Lack lack = choice.lack(line);
        if (lack.nothing()) {
            total++;
            hits.take(line);
            for (Facet facet : FACETS) {
                counts.add(facet, line, values);
            }
        } else if (lack.one() != null) {
            counts.add(lack.one(), line, values);
        }
    }

    CapabilitySearch.Found found(SearchRequest request, ScopeView view) {
        Map<Facet, List<FacetCounts.Count>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : FACETS) {
            facets.put(facet, counts.top(facet));
        }
        Hits.Part part = hits.part();
        return new CapabilitySearch.Found(part.lines(), total, part.next(), facets, request, view);
    }
}
