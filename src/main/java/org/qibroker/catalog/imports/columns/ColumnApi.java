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

/** Shows and corrects over HTTP what the columns of a file are. */
public final class ColumnApi {
    private final ImportColumns columns;

    public ColumnApi(ImportColumns columns) {
        this.columns = columns;
    }

    public void bind(ApiBinder api) {
        api.bind("getImportColumns", call -> columns.of(call.id("id"), call.caller())
                .map(seen -> ApiReply.ok(new Seen(seen))));
        api.bind("setImportColumns", this::set);
    }

    /** The headings of a file. */
    record Seen(List<SeenColumn> items) {}

    /** What headings mean. */
    record Said(@NotEmpty @Size(max = 1000) List<@Valid One> columns) {}

    /** What one heading means; no column: it is passed over. */
    record One(@NotBlank @Size(max = 4000) String heading, @Nullable @Size(max = 40) String column) {}

    private Future<ApiReply> set(ApiCall call) {
        Map<String, @Nullable String> said = new HashMap<>();
        call.body(Said.class).columns().forEach(one -> said.put(one.heading(), one.column()));
        return columns.correct(call.id("id"), said, call.caller())
                .map(taken -> ApiReply.accepted("/api/v1/imports/" + taken.id(), ImportView.of(taken)));
    }
}
