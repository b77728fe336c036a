package org.qibroker.insight;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The coordinator's dashboard, the lists behind its numbers, and the definitions. */
final class UptakePages {
    private static final Access COORDINATOR = Access.of(Role.COORDINATOR);
    private static final String HOME = "/region/uptake";

    private final Figures figures;
    private final Dashboards dashboards;

    UptakePages(Figures figures, Dashboards dashboards) {
        this.figures = figures;
        this.dashboards = dashboards;
    }

    void mount(PageRouter pages) {
        pages.get(HOME, COORDINATOR, this::dashboard);
        pages.get(
                HOME + "/definitions",
                COORDINATOR,
                call -> Future.succeededFuture(
                        View.page("insight/definitions.jte", Map.of("figures", List.of(Figure.values())))));
        pages.get(HOME + "/:figure", COORDINATOR, this::list);
    }

    private Future<View> dashboard(PageCall call) {
        return dashboards
                .of(call.inputs(), call.caller(), call.locale())
                .map(found -> View.page("insight/dashboard.jte", Map.of("dashboard", found)));
    }

    private Future<View> list(PageCall call) {
        Figure figure = Figure.named(call.path("figure")).findFirst().orElseThrow(() -> Refusal.notFound("figure"));
        Wanted wanted = figures.wanted(call.inputs());
        return figures.entries(figure, wanted, call.page(), call.caller())
                .compose(page -> Future.all(figures.parties(page.items()), dashboards.filters(wanted, call.locale()))
                        .map(found -> {
                            Map<String, Object> params = new HashMap<>();
                            params.put("figure", figure);
                            params.put("link", Link.of(wanted));
                            params.put("entries", page.items());
                            params.put("next", Optional.ofNullable(page.nextCursor()));
                            params.put("parties", found.resultAt(0));
                            params.put("filters", found.resultAt(1));
                            return View.page("insight/list.jte", params);
                        }));
    }
}
