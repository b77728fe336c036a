package org.qibroker.demand.paste;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.qibroker.demand.DemandDraft;
import org.qibroker.demand.Demands;
import org.qibroker.demand.ItemSpec;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Pasting a table: the text is read, shown row by row, and what is ticked becomes a draft. */
final class PastePages {
    private static final String TEMPLATE = "demand/paste.jte";

    private final Vertx vertx;
    private final Demands demands;
    private final TableUnderstander tables;

    PastePages(Vertx vertx, Demands demands, TableUnderstander tables) {
        this.vertx = vertx;
        this.demands = demands;
        this.tables = tables;
    }

    void mount(PageRouter pages) {
        Access enterprise = Access.of(Role.ENTERPRISE);
        pages.get("/demands/paste", enterprise, call -> Future.succeededFuture(shown(PastePage.EMPTY)));
        pages.post("/demands/paste", enterprise, this::sent);
    }

    private static View shown(PastePage page) {
        return View.page(TEMPLATE, Map.of("page", page));
    }

    private Future<View> sent(PageCall call) {
        Form form = call.form();
        String text = form.text("table");
        if (text.length() > TableUnderstander.LONGEST) {
            Refusal tooLong = Refusal.badInput("/table", "too-long", TableUnderstander.LONGEST);
            return Future.succeededFuture(View.refused(tooLong, TEMPLATE, Map.of("page", PastePage.EMPTY)));
        }
        return vertx.executeBlocking(() -> PastePage.read(text, tables.understand(text)), false)
                .compose(page -> form.text("do").equals("take")
                        ? taken(new PastePage(text, page.table(), ticked(form)), call)
                        : Future.succeededFuture(shown(page)));
    }

    private static Set<Integer> ticked(Form form) {
        Set<Integer> rows = new TreeSet<>();
        for (String row : form.all("row")) {
            if (row.matches("\\d{1,6}")) {
                rows.add(Integer.valueOf(row));
            }
        }
        return rows;
    }

    private Future<View> taken(PastePage page, PageCall call) {
        List<ItemSpec> items = page.items();
        if (items.isEmpty()) {
            Refusal none = Refusal.badInput("/table", "no-row-taken");
            return Future.succeededFuture(View.refused(none, TEMPLATE, Map.of("page", page)));
        }
        DemandDraft draft = new DemandDraft(null, null, null, null, null, null, null, null, null, items);
        return demands.create(draft, call.caller())
                .map(demand -> View.seeOther("/demands/" + demand.id()).flash("demand.paste.flash"))
                .otherwise(failure -> View.refused(failure, TEMPLATE, Map.of("page", page)));
    }
}
