package org.qibroker.catalog.imports;

import io.vertx.core.Future;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.imports.columns.ColumnApi;
import org.qibroker.catalog.imports.columns.ColumnPages;
import org.qibroker.catalog.imports.columns.ImportColumns;
import org.qibroker.catalog.imports.columns.RememberedColumns;
import org.qibroker.catalog.imports.exports.Remarks;
import org.qibroker.catalog.imports.exports.ScopeExport;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** Wires scope files. */
public final class ImportModule {
    private static final Access PROVIDERS = Access.of(Role.PROVIDER);

    private final Imports imports;
    private final ImportApi api;
    private final ImportPages pages;
    private final ScopeExport export;
    private final Remarks remarks;
    private final ImportColumns columns;
    private final RememberedColumns remembered;

    /** Files into and out of a catalog. */
    public ImportModule(Platform platform, Catalog catalog, UnitRegistry units) {
        this.imports = new Imports(platform, catalog, units);
        this.api = new ImportApi(platform, imports);
        this.export = new ScopeExport(platform.vertx(), catalog);
        this.remarks = new Remarks(platform, imports);
        this.remembered = new RememberedColumns(platform, catalog);
        this.columns = new ImportColumns(platform, imports, remembered);
        this.pages = new ImportPages(platform, catalog, imports, columns);
    }

    /** Binds the operations of imports and exports. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        export.bind(binder);
        new ColumnApi(columns, remembered).bind(binder);
        binder.bind("getRemarks", call -> remarks(call, Remarks.Form.CSV));
        binder.bind("getRemarksWorkbook", call -> remarks(call, Remarks.Form.XLSX));
    }

    /** Mounts the pages of imports. */
    public void mount(PageRouter router) {
        pages.mount(router);
        new ColumnPages(columns, remembered).mount(router);
        router.get("/imports/:id/remarks.csv", PROVIDERS, call -> remarks(call, Remarks.Form.CSV));
        router.get("/imports/:id/remarks.xlsx", PROVIDERS, call -> remarks(call, Remarks.Form.XLSX));
    }

    private Future<ApiReply> remarks(ApiCall call, Remarks.Form form) {
        return remarks.of(call.id("id"), form, call.caller(), call.locale());
    }

    private Future<View> remarks(PageCall call, Remarks.Form form) {
        return remarks.of(call.id("id"), form, call.caller(), call.locale()).map(View::file);
    }

    /** The façade. */
    public Imports imports() {
        return imports;
    }
}
