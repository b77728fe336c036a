package org.qibroker.catalog.imports;

import io.vertx.core.Future;
import java.util.Locale;
import java.util.Set;
import org.qibroker.catalog.imports.changes.ChangeView;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.UploadedBody;
import org.qibroker.shared.Family;
import org.qibroker.shared.Refusal;

/** Takes scope files over HTTP. */
final class ImportApi {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Platform platform;
    private final Imports imports;

    ImportApi(Platform platform, Imports imports) {
        this.platform = platform;
        this.imports = imports;
    }

    void bind(ApiBinder api) {
        api.bind("createImport", this::create);
        api.bind("getImport", call -> imports.get(call.id("id"), call.caller())
                .map(found -> ApiReply.ok(ImportView.of(found))));
        api.bind("listFindings", this::findings);
        api.bind("listImportChanges", this::changes);
        api.bind("confirmImport", this::confirm);
        api.bind("cancelImport", call -> imports.cancel(call.id("id"), call.caller())
                .map(found -> ApiReply.ok(ImportView.of(found))));
    }

    private Future<ApiReply> create(ApiCall call) {
        ImportOptions options = options(call);
        UploadedBody body = call.upload();
        if (body.size() == 0) {
            throw Refusal.badInput("", "body-missing");
        }
        Imports.Upload upload = new Imports.Upload(
                call.caller().organisation(), call.query("fileName").orElse(null), body.path());
        return call.header("Idempotency-Key").isPresent()
                ? platform.idempotency().once(call, () -> create(call, upload, options))
                : create(call, upload, options);
    }

    private Future<ApiReply> create(ApiCall call, Imports.Upload upload, ImportOptions options) {
        return imports.create(upload, options, call.caller()).map(ImportApi::accepted);
    }

    private Future<ApiReply> confirm(ApiCall call) {
        return imports.confirm(call.id("id"), call.caller()).map(ImportApi::accepted);
    }

    private static ApiReply accepted(Import taken) {
        return ApiReply.accepted("/api/v1/imports/" + taken.id(), ImportView.of(taken));
    }

    private static ImportOptions options(ApiCall call) {
        return new ImportOptions(
                format(call),
                call.queryEnum("mode", ScopeOffer.Mode.class).orElse(ScopeOffer.Mode.ADD),
                call.queryEnum("onError", ImportOptions.OnError.class).orElse(ImportOptions.OnError.ACCEPT_GOOD),
                call.queryFlag("confirm").orElse(false),
                call.queryFlag("dryRun").orElse(false),
                call.queryDate("effectiveFrom").orElse(null),
                call.queryEnum("family", Family.class).orElse(null),
                call.queryEnum("encoding", Encoding.class).orElse(null));
    }

    private static ImportOptions.Format format(ApiCall call) {
        return call.queryEnum("format", ImportOptions.Format.class)
                .orElseGet(() -> formatOf(call.header("Content-Type").orElse("")));
    }

    private static ImportOptions.Format formatOf(String contentType) {
        return switch (contentType.split(";")[0].strip().toLowerCase(Locale.ROOT)) {
            case "text/csv", "application/csv", "" -> ImportOptions.Format.CSV;
            case "application/json" -> ImportOptions.Format.JSON;
            case XLSX -> ImportOptions.Format.XLSX;
            default -> throw new Refusal(Refusal.Kind.UNSUPPORTED_TYPE, "import-type", contentType);
        };
    }

    private Future<ApiReply> changes(ApiCall call) {
        Set<LineChange.Kind> only =
                call.queryEnum("kind", LineChange.Kind.class).map(Set::of).orElse(Set.of());
        return imports.changes(call.id("id"), only, call.page(), call.caller())
                .map(page -> ApiReply.ok(page.map(ChangeView::of)));
    }

    private Future<ApiReply> findings(ApiCall call) {
        return imports.findings(call.id("id"), call.page(), call.caller())
                .map(page -> ApiReply.ok(page.map(finding -> view(finding, call.locale()))));
    }

    private ImportView.FindingView view(Finding finding, Locale locale) {
        return ImportView.FindingView.of(finding, text(finding, locale));
    }

    private String text(Finding finding, Locale locale) {
        return platform.messages()
                .text(
                        locale,
                        "catalog.finding." + finding.code(),
                        finding.arguments().toArray());
    }
}
