package org.qibroker.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.LineSummary;
import org.qibroker.measure.Numbers;

/** Makes the page of what was found. */
final class SearchPageMaker {
    private static final int SHOWN = 8;

    private final CapabilitySearch.Found found;
    private final SearchRequest understood;
    private final SearchQuery query;
    private final FacetLabels labels;
    private final Locale locale;
    private final List<SearchPage.Chip> active = new ArrayList<>();
    private final List<SearchPage.Chip> read = new ArrayList<>();

    SearchPageMaker(CapabilitySearch.Found found, SearchQuery query, FacetLabels labels, Locale locale) {
        this.found = found;
        this.understood = found.understood();
        this.query = query;
        this.labels = labels;
        this.locale = locale;
    }

    SearchPage page() {
        measured();
        chosen();
        return new SearchPage(
                query.values(),
                groups(),
                active,
                read,
                query.wordsOnly(),
                found.lines().stream().map(this::summary).toList(),
                found.total(),
                found.nextCursor() == null ? null : query.with("cursor", found.nextCursor()));
    }

    private LineSummary summary(Capability line) {
        return LineSummary.of(line, found.view().provider(line.providerId()), understood.day());
    }

    private List<SearchPage.Group> groups() {
        List<SearchPage.Group> groups = new ArrayList<>();
        found.facets().forEach((facet, counts) -> {
            List<SearchPage.Option> options = options(facet, counts);
            if (options.size() > 1 || query.has(facet.parameter())) {
                int shown = Math.min(SHOWN, options.size());
                groups.add(new SearchPage.Group(
                        facet.parameter(), options.subList(0, shown), options.subList(shown, options.size())));
            }
        });
        return groups;
    }

    /** The value chosen first, also if no line has it. */
    private List<SearchPage.Option> options(Facet facet, List<FacetCounts.Count> counts) {
        String chosen = understood.value(facet);
        String key = facet.key(chosen);
        List<SearchPage.Option> options = new ArrayList<>();
        for (FacetCounts.Count count : counts) {
            boolean same = !chosen.isEmpty() && facet.key(count.value()).equals(key);
            options.add(same ? 0 : options.size(), option(facet, count, same));
        }
        if (!chosen.isEmpty() && options.stream().noneMatch(SearchPage.Option::chosen)) {
            options.add(0, option(facet, new FacetCounts.Count(chosen, null, 0), true));
        }
        return options;
    }

    private SearchPage.Option option(Facet facet, FacetCounts.Count count, boolean chosen) {
        String url = chosen ? query.without(facet.parameter()) : query.with(facet.parameter(), count.value());
        return new SearchPage.Option(label(facet, count), count.lines(), chosen, url);
    }

    private String label(Facet facet, FacetCounts.Count count) {
        return labels.of(facet, count, found.view(), locale);
    }

    /** The value chosen of a facet, as lines spell and count it. */
    private FacetCounts.Count chosen(Facet facet, String value) {
        return found.facets().getOrDefault(facet, List.of()).stream()
                .filter(count -> facet.key(count.value()).equals(facet.key(value)))
                .findFirst()
                .orElseGet(() -> new FacetCounts.Count(value, null, 0));
    }

    private void chosen() {
        for (Facet facet : found.facets().keySet()) {
            String value = understood.value(facet);
            String name = facet.parameter();
            if (!value.isEmpty()) {
                boolean typed = query.has(name);
                String url = typed ? query.without(name) : "";
                (typed ? active : read).add(new SearchPage.Chip("facet", label(facet, chosen(facet, value)), url));
            }
        }
    }

    private void measured() {
        SearchRequest.Span span = understood.measured().span();
        SearchRequest.Limit limit = understood.measured().limit();
        if (span != null) {
            String text = end(span.min()) + " – " + end(span.max()) + " "
                    + span.units().get(0).symbol();
            chip("range", text, query.has("min") || query.has("max"), "min", "max");
        }
        if (limit != null) {
            String text = "U ≤ " + Numbers.print(limit.value()) + " "
                    + limit.units().get(0).symbol();
            chip("uncertainty", text, query.has("maxUncertainty"), "maxUncertainty", "uncertaintyUnit");
        }
        if (understood.method() != null) {
            chip("method", understood.method(), query.has("method"), "method");
        }
        if (Objects.equals(understood.onSite(), true)) {
            chip("on-site", "", true, "onSite");
        }
        if (query.has("validOn")) {
            chip("valid-on", understood.day().toString(), true, "validOn");
        }
    }

    private void chip(String kind, String text, boolean typed, String... fields) {
        String url = typed ? query.without(fields) : "";
        (typed ? active : read).add(new SearchPage.Chip(kind, text, url));
    }

    private static String end(@Nullable Double value) {
        return value == null ? "…" : Numbers.print(value);
    }
}
