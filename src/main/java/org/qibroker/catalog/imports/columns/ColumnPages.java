package org.qibroker.catalog.imports.columns;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Family;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The pages on which a provider says what the columns of its files are, and sees what is remembered of that. */
public final class ColumnPages {
    private static final Access PROVIDERS = Access.of(Role.PROVIDER);
    private static final String REMEMBERED = "/import-columns";

    private final ImportColumns columns;
    private final RememberedColumns remembered;

    /** Pages about columns. */
    public ColumnPages(ImportColumns columns, RememberedColumns remembered) {
        this.columns = columns;
        this.remembered = remembered;
    }

    /** Mounts them. */
    public void mount(PageRouter pages) {
        pages.get("/imports/:id/columns", PROVIDERS, this::show);
        pages.post("/imports/:id/columns", PROVIDERS, this::correct);
        pages.post("/imports/:id/encoding", PROVIDERS, this::encoding);
        pages.get(REMEMBERED, PROVIDERS, this::list);
        pages.post(REMEMBERED, PROVIDERS, this::remember);
        pages.post(REMEMBERED + "/forget", PROVIDERS, this::forget);
    }

    private Future<View> show(PageCall call) {
        UUID id = call.id("id");
        return columns.of(id, call.caller())
                .map(seen -> View.page("catalog/columns.jte", Map.of("id", id, "seen", seen, "choices", choices())));
    }

    private static List<String> choices() {
        return Arrays.stream(Column.values()).map(Column::key).toList();
    }

    private Future<View> correct(PageCall call) {
        Family family = call.form().inputs().constant("family", Family.class).orElse(null);
        ImportColumns.Said said = new ImportColumns.Said(said(call), family);
        return columns.correct(call.id("id"), said, call.caller())
                .map(taken -> View.seeOther("/imports/" + taken.id()).flash("catalog.columns.taken"));
    }

    private Future<View> encoding(PageCall call) {
        Encoding encoding = call.form()
                .inputs()
                .constant("encoding", Encoding.class)
                .orElseThrow(() -> Refusal.badInput("/encoding", "not-blank"));
        return columns.correct(call.id("id"), encoding, call.caller())
                .map(taken -> View.seeOther("/imports/" + taken.id()).flash("catalog.encoding.taken"));
    }

    private static Map<String, @Nullable String> said(PageCall call) {
        List<String> headings = call.form().all("heading");
        List<String> chosen = call.form().all("column");
        Map<String, @Nullable String> said = new HashMap<>();
        for (int i = 0; i < Math.min(headings.size(), chosen.size()); i++) {
            said.put(headings.get(i), chosen.get(i));
        }
        return said;
    }

    private Future<View> list(PageCall call) {
        return remembered
                .list(call.caller().organisation())
                .map(all -> View.page("catalog/remembered.jte", Map.of("columns", all, "choices", choices())));
    }

    private Future<View> remember(PageCall call) {
        return remembered
                .keep(call.caller().organisation(), said(call), call.caller())
                .map(kept -> View.seeOther(REMEMBERED).flash("catalog.remembered.kept"));
    }

    private Future<View> forget(PageCall call) {
        return remembered
                .forget(call.caller().organisation(), call.form().text("heading"))
                .map(gone -> View.seeOther(REMEMBERED).flash("catalog.remembered.forgotten"));
    }
}
