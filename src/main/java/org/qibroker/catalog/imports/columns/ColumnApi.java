package org.qibroker.catalog.imports.columns;

import io.vertx.core.Future;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.ImportView;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Family;
import org.qibroker.shared.Refusal;

/** Shows and corrects over HTTP what the columns of a file are, and what is remembered of headings. */
public final class ColumnApi {
    private final ImportColumns columns;
    private final RememberedColumns remembered;

    /** Operations on columns. */
    public ColumnApi(ImportColumns columns, RememberedColumns remembered) {
        this.columns = columns;
        this.remembered = remembered;
    }

    /** Binds them. */
    public void bind(ApiBinder api) {
        api.bind("getImportColumns", call -> columns.of(call.id("id"), call.caller())
                .map(seen -> ApiReply.ok(new Seen(seen.columns(), seen.family()))));
        api.bind("setImportColumns", this::set);
        api.bind(
                "listRememberedColumns",
                call -> remembered.list(call.caller().organisation()).map(all -> ApiReply.ok(new Remembered(all))));
        api.bind("rememberColumns", call -> remembered
                .keep(call.caller().organisation(), call.body(Chosen.class).said(), call.caller())
                .map(kept -> ApiReply.noContent()));
        api.bind("forgetColumn", this::forget);
    }

    /** The headings of a file. */
    record Seen(List<SeenColumn> items, @Nullable Family family) {}

    /** What is remembered. */
    record Remembered(List<RememberedColumn> items) {}

    /** What headings mean. */
    record Chosen(@NotEmpty @Size(max = 1000) List<@Valid One> columns, @Nullable Family family) {
        Map<String, @Nullable String> said() {
            Map<String, @Nullable String> said = new HashMap<>();
            columns.forEach(one -> said.put(one.heading(), one.column()));
            return said;
        }
    }

    /** What one heading means; no column: it is passed over. */
    record One(@NotBlank @Size(max = 4000) String heading, @Nullable @Size(max = 40) String column) {}

    private Future<ApiReply> set(ApiCall call) {
        Chosen chosen = call.body(Chosen.class);
        ImportColumns.Said said = new ImportColumns.Said(chosen.said(), chosen.family());
        return columns.correct(call.id("id"), said, call.caller())
                .map(taken -> ApiReply.accepted("/api/v1/imports/" + taken.id(), ImportView.of(taken)));
    }

    private Future<ApiReply> forget(ApiCall call) {
        String heading = call.query("heading").orElseThrow(() -> Refusal.badInput("/heading", "not-blank"));
        return remembered.forget(call.caller().organisation(), heading).map(gone -> ApiReply.noContent());
    }
}
