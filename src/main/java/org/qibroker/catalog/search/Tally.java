package org.qibroker.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.SubjectLines;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * Looks at each line once: one that has all that is chosen is found and counts in every facet; one that lacks a single
 * facet counts in that one, so that each facet shows what choosing otherwise would find.
 */
final class Tally {
    private final ScopeView view;
    private final SearchRequest request;
    private final LineFilter filter;
    private final Hits hits;
    private final List<FacetChoice> chosen = new ArrayList<>();
    private final List<FacetCounts> counts = new ArrayList<>();
    private final int day;
    private long total;

    Tally(ScopeView view, SearchRequest request, UnitRegistry units, Hits hits) {
        this.view = view;
        this.request = request;
        this.hits = hits;
        this.filter = new LineFilter(request, view.state().parts());
        this.day = Math.toIntExact(request.day().toEpochDay());
        SearchSites sites = new SearchSites(view.state(), request.day());
        for (Facet facet : Facet.values()) {
            FacetColumn column = new FacetColumn(facet, view.state().parts(), units, sites);
            String value = request.chosen().get(facet);
            counts.add(new FacetCounts(column));
            if (value != null) {
                chosen.add(new FacetChoice(column, value));
            }
        }
    }

    /** What is found in all of the view. */
    CapabilitySearch.Found found() {
        Collection<UUID> named = hits.named();
        if (named == null) {
            view.state().subjects().forEach(this::look);
        } else {
            named.forEach(id -> view.state().rowsOf(id, this::lookIfFit));
        }
        Map<Facet, List<FacetCounts.Count>> facets = new EnumMap<>(Facet.class);
        counts.forEach(count -> facets.put(count.facet(), count.top()));
        Hits.Part part = hits.part();
        return new CapabilitySearch.Found(
                part.lines().stream()
                        .map(hit -> view.state().line(hit.lines(), hit.row()))
                        .toList(),
                total,
                part.next(),
                facets,
                request,
                view);
    }

    private void look(SubjectLines subject) {
        for (int part = 0; part < subject.parts(); part++) {
            Lines lines = subject.part(part);
            for (int row = 0; row < lines.size(); row++) {
                lookIfFit(lines, row);
            }
        }
    }

    private void lookIfFit(Lines lines, int row) {
        if (lines.holds(row, day) && filter.meets(lines, row)) {
            look(lines, row);
        }
    }

    private void look(Lines lines, int row) {
        Facet lacking = null;
        for (FacetChoice choice : chosen) {
            if (!choice.meets(lines, row)) {
                if (lacking != null) {
                    return;
                }
                lacking = choice.facet();
            }
        }
        if (lacking == null) {
            total++;
            hits.take(lines, row);
        }
        for (FacetCounts count : counts) {
            if (lacking == null || lacking == count.facet()) {
                count.add(lines, row);
            }
        }
    }
}
