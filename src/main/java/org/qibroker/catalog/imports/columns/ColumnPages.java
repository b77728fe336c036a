package org.qibroker.catalog.imports.columns;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** The page on which a provider says what the columns of its file are. */
public final class ColumnPages {
    private static final Access PROVIDERS = Access.of(Role.PROVIDER);

    private final ImportColumns columns;

    public ColumnPages(ImportColumns columns) {
        this.columns = columns;
    }

    public void mount(PageRouter pages) {
        pages.get("/imports/:id/columns", PROVIDERS, this::show);
        pages.post("/imports/:id/columns", PROVIDERS, this::correct);
    }

    private Future<View> show(PageCall call) {
        UUID id = call.id("id");
        return columns.of(id, call.caller())
                .map(seen -> View.page("catalog/columns.jte", Map.of("id", id, "columns", seen, "choices", choices())));
    }

    private static List<String> choices() {
        return Arrays.stream(Column.values()).map(Column::key).toList();
    }

    private Future<View> correct(PageCall call) {
        List<String> headings = call.form().all("heading");
        List<String> chosen = call.form().all("column");
        Map<String, @Nullable String> said = new HashMap<>();
        for (int i = 0; i < Math.min(headings.size(), chosen.size()); i++) {
            said.put(headings.get(i), chosen.get(i));
        }
        return columns.correct(call.id("id"), said, call.caller())
                .map(taken -> View.seeOther("/imports/" + taken.id()).flash("catalog.columns.taken"));
    }
}
