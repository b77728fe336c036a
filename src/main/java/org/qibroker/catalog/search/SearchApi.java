package org.qibroker.catalog.search;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.CapabilityView;
import org.qibroker.catalog.Catalog;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Inputs;

/** Answers searches. */
final class SearchApi {
    private final CapabilitySearch search;
    private final Catalog catalog;
    private final UnitRegistry units;
    private final FacetLabels labels;

    SearchApi(CapabilitySearch search, Catalog catalog, UnitRegistry units, FacetLabels labels) {
        this.search = search;
        this.catalog = catalog;
        this.units = units;
        this.labels = labels;
    }

    void bind(ApiBinder api) {
        api.bind("searchCapabilities", this::search);
    }

    private Future<ApiReply> search(ApiCall call) {
        SearchForm form = new SearchForm(new Inputs(call::query), units);
        return search.find(form.request(catalog.today()), call.page())
                .map(found -> ApiReply.ok(page(found, call.locale())));
    }

    private CapabilityPage page(CapabilitySearch.Found found, Locale locale) {
        List<CapabilityView> items =
                found.lines().stream().map(line -> view(line, found)).toList();
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        found.facets()
                .forEach((facet, counts) -> facets.put(
                        facet.parameter(),
                        counts.stream().map(c -> value(facet, c, found, locale)).toList()));
        return new CapabilityPage(items, found.nextCursor(), found.total(), facets);
    }

    private static CapabilityView view(Capability line, CapabilitySearch.Found found) {
        return CapabilityView.of(line, found.view().provider(line.providerId()));
    }

    private FacetValue value(Facet facet, FacetCounts.Count count, CapabilitySearch.Found found, Locale locale) {
        String label = labels.of(facet, count, found.view(), locale);
        return new FacetValue(count.value(), label, count.lines());
    }

    private record CapabilityPage(
            List<CapabilityView> items,
            @Nullable String nextCursor,
            long total,
            Map<String, List<FacetValue>> facets) {}

    private record FacetValue(String value, String label, long count) {}
}
