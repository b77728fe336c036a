package org.qibroker.catalog.scope;

import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.lint.ScopeFindings;
import org.qibroker.catalog.prices.Prices;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires the provider's own table of its scope. */
public final class ScopeModule {
    private final ScopeApi api;
    private final PricesApi pricesApi;
    private final TablePages tablePages;
    private final LinePages linePages;
    private final PricePages pricePages;
    private final PlotPages plotPages;

    /** The scopes of a catalog, with what is doubtful about them. */
    public ScopeModule(Platform platform, Catalog catalog, UnitRegistry units, ScopeFindings findings) {
        Lines lines = new Lines(platform, catalog, units, findings);
        ScopeTable table = new ScopeTable(platform, catalog, findings);
        TermsEdits edits = new TermsEdits(platform, catalog, table);
        Prices prices = new Prices(platform, catalog);
        this.api = new ScopeApi(catalog, lines);
        this.pricesApi = new PricesApi(catalog, prices, edits);
        this.tablePages = new TablePages(platform, catalog, table, findings);
        this.linePages = new LinePages(platform, catalog, units, lines);
        this.pricePages = new PricePages(catalog, prices, edits, table);
        this.plotPages = new PlotPages(catalog, table, units);
    }

    /** Binds the changes of single lines and of prices. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        pricesApi.bind(binder);
    }

    /** Mounts the table, lines, prices and pictures. */
    public void mount(PageRouter router) {
        tablePages.mount(router);
        linePages.mount(router);
        pricePages.mount(router);
        plotPages.mount(router);
    }
}
