package org.qibroker.catalog.lint;

import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.lint.rules.BestCmcs;
import org.qibroker.catalog.lint.rules.Supersessions;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.ConfigFiles;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires doubts about scopes. */
public final class LintModule {
    private final ScopeFindings findings;
    private final FindingsApi api;
    private final FindingsPages pages;

    /** Judges the scopes of a catalog. Reads the tables of best measurement capabilities and superseded standards. */
    public LintModule(Platform platform, Catalog catalog, UnitRegistry units) {
        this.findings = new ScopeFindings(
                platform,
                catalog,
                units,
                BestCmcs.load(ConfigFiles.open("best-cmc.csv"), units),
                Supersessions.load(ConfigFiles.open("superseded.csv")));
        this.api = new FindingsApi(platform, findings);
        this.pages = new FindingsPages(platform, catalog, findings);
    }

    /** Binds listScopeFindings and getScopeQuality. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the page of findings. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }

    /** The façade. */
    public ScopeFindings findings() {
        return findings;
    }
}
