package org.qibroker.catalog;

import org.qibroker.account.Organisations;
import org.qibroker.catalog.directory.Directory;
import org.qibroker.catalog.directory.DirectoryModule;
import org.qibroker.catalog.directory.Standings;
import org.qibroker.catalog.imports.ImportModule;
import org.qibroker.catalog.imports.Imports;
import org.qibroker.catalog.lines.CapabilityPages;
import org.qibroker.catalog.lint.LintModule;
import org.qibroker.catalog.providers.Confirmations;
import org.qibroker.catalog.providers.Providers;
import org.qibroker.catalog.providers.ProvidersModule;
import org.qibroker.catalog.scope.ScopeModule;
import org.qibroker.catalog.search.SearchModule;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.shared.Glossary;

/** Wires the catalog: what is offered, scope files, search. */
public final class CatalogModule {
    private final Catalog catalog;
    private final ScopeIndex index;
    private final CapabilityApi api;
    private final CapabilityPages pages;
    private final ProvidersModule providers;
    private final DirectoryModule directory;
    private final ImportModule imports;
    private final SearchModule search;
    private final LintModule lint;
    private final ScopeModule scope;

    /** A catalog whose scopes are searched in the node's index. */
    public CatalogModule(
            Platform platform, UnitRegistry units, ScopeIndex index, Organisations organisations, Standings standings) {
        this.index = index;
        this.catalog = new Catalog(platform, units, organisations);
        Directory listed = new Directory(platform, catalog, index, units, standings);
        this.directory = new DirectoryModule(listed);
        this.providers = new ProvidersModule(platform, catalog, index, listed);
        this.api = new CapabilityApi(catalog, units);
        this.pages = new CapabilityPages(catalog, units, providers);
        this.imports = new ImportModule(platform, catalog, units);
        this.search = new SearchModule(platform, catalog, index, units);
        this.lint = new LintModule(platform, catalog, units);
        this.scope = new ScopeModule(platform, catalog, units, lint.findings());
    }

    /** Binds the operations of providers, capabilities, quantities and imports. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        providers.bind(binder);
        directory.bind(binder);
        imports.bind(binder);
        search.bind(binder);
        lint.bind(binder);
        scope.bind(binder);
    }

    /** Mounts search, providers, capabilities and imports. */
    public void mount(PageRouter router) {
        search.mount(router);
        directory.mount(router);
        providers.mount(router);
        pages.mount(router);
        imports.mount(router);
        lint.mount(router);
        scope.mount(router);
    }

    /** What is offered. */
    public Catalog catalog() {
        return catalog;
    }

    /** The scopes in memory. */
    public ScopeIndex scopes() {
        return index;
    }

    /** What the words of scopes, and sites, are called in English. */
    public Glossary naming() {
        return new SiteNames(index);
    }

    /** What providers say of themselves. */
    public Providers providers() {
        return providers.providers();
    }

    /** What coordinators make of it. */
    public Confirmations confirmations() {
        return providers.confirmations();
    }

    /** Scope files. */
    public Imports imports() {
        return imports.imports();
    }
}
