package org.qibroker.insight.dashboard;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qibroker.insight.Entry;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Figures;
import org.qibroker.insight.Wanted;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
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
                .compose(page -> list(page, wanted, call.locale()).map(params -> {
                    params.put("figure", figure);
                    return View.page("insight/list.jte", params);
                }));
    }

    private Future<Map<String, Object>> list(Page<Entry> page, Wanted wanted, Locale locale) {
        Map<String, Object> params = new HashMap<>();
        params.put("link", Link.of(wanted));
        params.put("entries", page.items());
        params.put("next", Optional.ofNullable(page.nextCursor()));
        return Future.all(
                        figures.parties(page.items()).onSuccess(parties -> params.put("parties", parties)),
                        dashboards.filters(wanted, locale).onSuccess(filters -> params.put("filters", filters)))
                .map(params);
    }
}
