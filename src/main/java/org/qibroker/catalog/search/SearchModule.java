package org.qibroker.catalog.search;

import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;

/** Wires search. */
public final class SearchModule {
    private final SearchApi api;

    /** Search over an index. */
    public SearchModule(Platform platform, Catalog catalog, ScopeIndex index, UnitRegistry units) {
        CapabilitySearch search = new CapabilitySearch(platform.vertx(), index, units);
        this.api = new SearchApi(search, catalog, units);
    }

    /** Binds searchCapabilities. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }
}
