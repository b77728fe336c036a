package org.qibroker.catalog.search;

import io.vertx.core.Future;
import java.util.Map;
import org.qibroker.catalog.Catalog;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;

/** The search page. */
final class SearchPages {
    private static final String TEMPLATE = "catalog/search.jte";

    private final CapabilitySearch search;
    private final Catalog catalog;
    private final UnitRegistry units;
    private final FacetLabels labels;

    SearchPages(CapabilitySearch search, Catalog catalog, UnitRegistry units, FacetLabels labels) {
        this.search = search;
        this.catalog = catalog;
        this.units = units;
        this.labels = labels;
    }

    void mount(PageRouter pages) {
        pages.get("/search", Access.PUBLIC, this::page);
    }

    private Future<View> page(PageCall call) {
        SearchForm form = new SearchForm(call.inputs(), units);
        SearchQuery query = SearchQuery.of(call);
        return Future.succeededFuture()
                .compose(go -> search.find(form.request(catalog.today()), call.page()))
                .map(found -> View.page(TEMPLATE, Map.of("page", page(found, query, call))))
                .otherwise(failure -> View.refused(failure, TEMPLATE, Map.of("page", SearchPage.empty(query))));
    }

    private SearchPage page(CapabilitySearch.Found found, SearchQuery query, PageCall call) {
        return new SearchPageMaker(found, query, labels, call.locale()).page();
    }
}
