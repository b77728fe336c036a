package org.qibroker.catalog.imports;

import org.qibroker.catalog.Catalog;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires scope files. */
public final class ImportModule {
    private final Imports imports;
    private final ImportApi api;
    private final ImportPages pages;
    private final ScopeFile export;

    /** Files into and out of a catalog. */
    public ImportModule(Platform platform, Catalog catalog, UnitRegistry units) {
        this.imports = new Imports(platform, catalog, units);
        this.api = new ImportApi(platform, imports);
        this.pages = new ImportPages(platform, catalog, imports);
        this.export = new ScopeFile(catalog);
    }

    /** Binds createImport, getImport, listFindings, listImportChanges, confirmImport, cancelImport and exportCapabilities. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        export.bind(binder);
    }

    /** Mounts the pages of imports. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }

    /** The façade. */
    public Imports imports() {
        return imports;
    }
}
