package org.qibroker.catalog.search;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.CapabilityView;
import org.qibroker.catalog.Catalog;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Inputs;

/** Answers searches. */
final class SearchApi {
    private final CapabilitySearch search;
    private final Catalog catalog;
    private final UnitRegistry units;

    SearchApi(CapabilitySearch search, Catalog catalog, UnitRegistry units) {
        this.search = search;
        this.catalog = catalog;
        this.units = units;
    }

    void bind(ApiBinder api) {
        api.bind("searchCapabilities", this::search);
    }

    private Future<ApiReply> search(ApiCall call) {
        SearchForm form = new SearchForm(new Inputs(call::query), units);
        return search.find(form.request(catalog.today()), call.page())
                .map(found -> ApiReply.ok(CapabilityPage.of(found)));
    }

    record CapabilityPage(
            List<CapabilityView> items, @Nullable String nextCursor, long total, Map<String, List<FacetValue>> facets) {
        static CapabilityPage of(CapabilitySearch.Found found) {
            List<CapabilityView> items =
                    found.lines().stream().map(line -> view(line, found)).toList();
            Map<String, List<FacetValue>> facets = new TreeMap<>();
            found.facets().forEach((name, counts) -> facets.put(name, FacetValue.all(counts)));
            return new CapabilityPage(items, found.nextCursor(), found.total(), facets);
        }

        private static CapabilityView view(Capability line, CapabilitySearch.Found found) {
            return CapabilityView.of(line, found.view().provider(line.providerId()));
        }
    }

    record FacetValue(String value, long count) {
        static List<FacetValue> all(Map<String, Long> counts) {
            List<FacetValue> values = new ArrayList<>();
            counts.forEach((value, count) -> values.add(new FacetValue(value, count)));
            return values;
        }
    }
}
