package org.qibroker.catalog.imports;

import org.qibroker.catalog.Catalog;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;

/** Wires scope files. */
public final class ImportModule {
    private final Imports imports;
    private final ImportApi api;
    private final ScopeFile export;

    /** Files into and out of a catalog. */
    public ImportModule(Platform platform, Catalog catalog, UnitRegistry units) {
        this.imports = new Imports(platform, catalog, units);
        this.api = new ImportApi(platform, imports);
        this.export = new ScopeFile(catalog);
    }

    /** Binds createImport, getImport, listFindings and exportCapabilities. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        export.bind(binder);
    }

    /** The façade. */
    public Imports imports() {
        return imports;
    }
}
