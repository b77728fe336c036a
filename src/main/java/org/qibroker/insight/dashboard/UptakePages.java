package org.qibroker.insight.dashboard;

import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Entry;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Figures;
import org.qibroker.insight.Uptake;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.Wanted;
import org.qibroker.insight.dashboard.ProviderTable.Order;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
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
        pages.get(HOME + "/providers", COORDINATOR, this::providers);
        pages.get(HOME + "/:figure", COORDINATOR, this::list);
    }

    private Future<View> dashboard(PageCall call) {
        return Asked.of(call, "insight/dashboard.jte", (query, page) -> dashboards
                .of(query, call)
                .map(dashboard -> Map.of("dashboard", dashboard)));
    }

    private Future<View> providers(PageCall call) {
        return Asked.of(call, "insight/providerList.jte", (query, page) -> providers(call, query, page));
    }

    private Future<Map<String, Object>> providers(PageCall call, Inputs query, PageRequest page) {
        Wanted asked = figures.wanted(query).only(EnumSet.copyOf(Figure.OF_PROVIDERS));
        Order order = Order.of(query);
        Future<List<Row>> rows = figures.breakdowns(Map.of(Dimension.PROVIDER, asked), call.caller(), call.locale())
                .map(parts -> parts.getOrDefault(Dimension.PROVIDER, List.of()));
        return Future.all(rows, figures.seen(asked, call.caller()))
                .compose(both -> form(both.resultAt(1), call))
                .map(params -> {
                    params.put("table", ProviderTable.of(rows.result(), order, page));
                    return params;
                });
    }

    private Future<View> list(PageCall call) {
        Figure figure = Figure.named(call.path("figure")).findFirst().orElseThrow(() -> Refusal.notFound("figure"));
        return Asked.of(call, "insight/list.jte", (query, page) -> list(call, figure, figures.wanted(query), page));
    }

    private Future<Map<String, Object>> list(PageCall call, Figure figure, Wanted wanted, PageRequest page) {
        Future<Page<Entry>> entries = figures.entries(figure, wanted, page, call.caller());
        Future<Uptake> uptake = figures.uptake(wanted, null, call.caller(), call.locale());
        return Future.all(entries, uptake)
                .compose(both -> form(uptake.result().wanted(), call))
                .compose(params -> figures.parties(entries.result().items()).map(parties -> {
                    params.put("figure", figure);
                    params.put("values", uptake.result().now());
                    params.put("entries", entries.result().items());
                    params.put("next", Optional.ofNullable(entries.result().nextCursor()));
                    params.put("parties", parties);
                    return params;
                }));
    }

    private Future<Map<String, Object>> form(Wanted wanted, PageCall call) {
        return dashboards.form(wanted, call).map(form -> {
            Map<String, Object> params = new HashMap<>();
            params.put("link", Link.of(wanted));
            params.put("form", form);
            return params;
        });
    }
}
