package org.qibroker.catalog.imports;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.imports.changes.ImportChange;
import org.qibroker.catalog.imports.columns.ImportColumns;
import org.qibroker.catalog.imports.columns.SeenColumns.Doubt;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Family;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Pages on which a provider uploads its scope and sees how it was read. */
final class ImportPages {
    private static final Access PROVIDERS = Access.of(Role.PROVIDER);
    private static final int HISTORY = 20;
    private static final int FINDINGS = 100;
    private static final int CHANGES = 50;

    private final Platform platform;
    private final Catalog catalog;
    private final Imports imports;
    private final ImportColumns columns;

    ImportPages(Platform platform, Catalog catalog, Imports imports, ImportColumns columns) {
        this.platform = platform;
        this.catalog = catalog;
        this.imports = imports;
        this.columns = columns;
    }

    void mount(PageRouter pages) {
        pages.get("/imports", PROVIDERS, call -> list(call).map(ImportPages::view));
        pages.upload("/imports", PROVIDERS, this::upload);
        pages.get("/imports/:id", PROVIDERS, this::one);
        pages.post("/imports/:id/confirm", PROVIDERS, call -> imports.confirm(call.id("id"), call.caller())
                .map(taken -> at(taken.id()).flash("catalog.imports.confirmed")));
        pages.post("/imports/:id/cancel", PROVIDERS, call -> imports.cancel(call.id("id"), call.caller())
                .map(taken -> at(taken.id()).flash("catalog.imports.cancelled")));
    }

    private static View view(ImportList list) {
        return View.page("catalog/imports.jte", Map.of("page", list));
    }

    private static View at(UUID id) {
        return View.seeOther("/imports/" + id);
    }

    private Future<ImportList> list(PageCall call) {
        UUID provider = call.caller().organisation();
        return catalog.provider(provider).compose(found -> imports.latest(provider, HISTORY, call.caller())
                .map(latest -> new ImportList(found, latest)));
    }

    private Future<View> upload(PageCall call) {
        return take(call).recover(failure -> list(call)
                .map(list -> View.refused(failure, "catalog/imports.jte", Map.of("page", list))));
    }

    private Future<View> take(PageCall call) {
        Optional<PageCall.Upload> sent = call.upload("file");
        if (sent.isEmpty()) {
            return Future.failedFuture(Refusal.badInput("/file", "no-file"));
        }
        PageCall.Upload file = sent.get();
        Imports.Upload upload = new Imports.Upload(call.caller().organisation(), file.name(), file.path());
        ImportOptions options = options(call.form(), ImportOptions.Format.ofName(file.name()));
        return columns.doubt(upload, options).compose(doubt -> imports.create(
                        upload, doubt == Doubt.NONE ? options : options.waiting(), call.caller())
                .map(taken -> doubt == Doubt.HEADINGS
                        ? View.seeOther("/imports/" + taken.id() + "/columns").flash("catalog.columns.doubtful")
                        : at(taken.id()).flash("catalog.imports.taken")));
    }

    private static ImportOptions options(Form form, ImportOptions.Format format) {
        return new ImportOptions(
                format,
                form.inputs().constant("mode", ScopeOffer.Mode.class).orElse(ScopeOffer.Mode.ADD),
                form.inputs()
                        .constant("onError", ImportOptions.OnError.class)
                        .orElse(ImportOptions.OnError.ACCEPT_GOOD),
                form.has("confirm"),
                form.has("dryRun"),
                form.inputs().date("effectiveFrom").orElse(null),
                form.inputs().constant("family", Family.class).orElse(null),
                form.inputs().constant("encoding", Encoding.class).orElse(null));
    }

    private Future<View> one(PageCall call) {
        UUID id = call.id("id");
        return imports.get(id, call.caller())
                .compose(found -> shown(found, call))
                .map(page -> View.page("catalog/import.jte", Map.of("page", page)));
    }

    /** While the work goes on there is nothing yet to list. */
    private Future<ImportPage> shown(Import found, PageCall call) {
        LineChange.Kind kind =
                call.inputs().constant("kind", LineChange.Kind.class).orElseGet(() -> ImportPage.firstKind(found));
        if (found.state().working()) {
            return Future.succeededFuture(
                    new ImportPage(found, kind, ImportPage.Part.empty(), ImportPage.Part.empty()));
        }
        boolean ofChanges = call.query("list").orElse("").equals("changes");
        String cursor = call.query("cursor").orElse(null);
        PageRequest changes = new PageRequest(CHANGES, ofChanges ? cursor : null);
        PageRequest findings = new PageRequest(FINDINGS, ofChanges ? null : cursor);
        return Future.all(
                        imports.changes(found.id(), Set.of(kind), changes, call.caller()),
                        imports.findings(found.id(), findings, call.caller()))
                .map(both -> shown(found, kind, both.resultAt(0), both.resultAt(1), call));
    }

    private ImportPage shown(
            Import found, LineChange.Kind kind, Page<ImportChange> changes, Page<Finding> findings, PageCall call) {
        String url = "/imports/" + found.id() + "?kind=" + kind;
        Function<Finding, ImportPage.Shown> told = finding -> new ImportPage.Shown(finding, text(finding, call));
        return new ImportPage(
                found,
                kind,
                ImportPage.Part.of(changes, url + "&list=changes", change -> change),
                ImportPage.Part.of(findings, url, told));
    }

    private String text(Finding finding, PageCall call) {
        return platform.messages()
                .text(
                        call.locale(),
                        "catalog.finding." + finding.code(),
                        finding.arguments().toArray());
    }
}
