package org.qibroker.catalog.search;

import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires search. */
public final class SearchModule {
    private final SearchApi api;
    private final SearchPages pages;

    /** Search over an index. */
    public SearchModule(Platform platform, Catalog catalog, ScopeIndex index, UnitRegistry units) {
        CapabilitySearch search = new CapabilitySearch(platform.vertx(), index, units);
        FacetLabels labels = new FacetLabels(platform.messages(), units, index.terms());
        this.api = new SearchApi(search, catalog, units, labels);
        this.pages = new SearchPages(search, catalog, units, labels);
    }

    /** Binds searchCapabilities. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the search page. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
