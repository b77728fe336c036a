package org.qibroker.catalog;

import org.qibroker.account.Organisations;
import org.qibroker.catalog.imports.ImportModule;
import org.qibroker.catalog.imports.Imports;
import org.qibroker.catalog.lint.LintModule;
import org.qibroker.catalog.scope.ScopeModule;
import org.qibroker.catalog.search.SearchModule;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires the catalog: what is offered, scope files, search. */
public final class CatalogModule {
    private final Catalog catalog;
    private final Providers providers;
    private final CatalogApi api;
    private final CatalogPages pages;
    private final ProviderForms forms;
    private final ImportModule imports;
    private final SearchModule search;
    private final LintModule lint;
    private final ScopeModule scope;

    /** A catalog whose scopes are searched in the node's index. */
    public CatalogModule(Platform platform, UnitRegistry units, ScopeIndex index, Organisations organisations) {
        this.catalog = new Catalog(platform, units, organisations);
        this.providers = new Providers(platform, catalog);
        this.api = new CatalogApi(catalog, units);
        this.pages = new CatalogPages(catalog, index, units);
        this.forms = new ProviderForms(providers, pages);
        this.imports = new ImportModule(platform, catalog, units);
        this.search = new SearchModule(platform, catalog, index, units);
        this.lint = new LintModule(platform, catalog, units);
        this.scope = new ScopeModule(platform, catalog, units, lint.findings());
    }

    /** Binds the operations of providers, capabilities, quantities and imports. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        imports.bind(binder);
        search.bind(binder);
        lint.bind(binder);
        scope.bind(binder);
    }

    /** Mounts search, providers, capabilities and imports. */
    public void mount(PageRouter router) {
        search.mount(router);
        pages.mount(router);
        forms.mount(router);
        imports.mount(router);
        lint.mount(router);
        scope.mount(router);
    }

    /** What is offered. */
    public Catalog catalog() {
        return catalog;
    }

    /** What providers say of themselves. */
    public Providers providers() {
        return providers;
    }

    /** Scope files. */
    public Imports imports() {
        return imports.imports();
    }
}
