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
import org.qibroker.insight.Months;
import org.qibroker.insight.Uptake;
import org.qibroker.insight.Wanted;
import org.qibroker.platform.http.Inputs;
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
    private static final String PAGE = "insight/dashboard.jte";

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
        return Future.succeededFuture()
                .compose(now -> dashboards.of(call.inputs(), call.caller(), call.locale()))
                .map(found -> View.page(PAGE, params(call, found)))
                .recover(failure -> again(call, failure));
    }

    /** What is asked for wrongly is said at its field, above what is shown otherwise. */
    private Future<View> again(PageCall call, Throwable failure) {
        boolean said = failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.BAD_INPUT;
        return said
                ? dashboards
                        .of(new Inputs(name -> Optional.empty()), call.caller(), call.locale())
                        .map(found -> View.refused(failure, PAGE, params(call, found)))
                : Future.failedFuture(failure);
    }

    private static Map<String, Object> params(PageCall call, Dashboard dashboard) {
        Months months = dashboard.uptake().wanted().months();
        return Map.of(
                "dashboard",
                dashboard,
                "from",
                call.query("from").orElse(months.from().toString()),
                "to",
                call.query("to").orElse(months.to().toString()));
    }

    private Future<View> list(PageCall call) {
        Figure figure = Figure.named(call.path("figure")).findFirst().orElseThrow(() -> Refusal.notFound("figure"));
        Wanted wanted = figures.wanted(call.inputs());
        Future<Page<Entry>> entries = figures.entries(figure, wanted, call.page(), call.caller());
        Future<Uptake> uptake = figures.uptake(wanted, null, call.caller(), call.locale());
        return Future.all(entries, uptake)
                .compose(both -> list(entries.result(), uptake.result().wanted(), call.locale()))
                .map(params -> {
                    params.put("figure", figure);
                    params.put("values", uptake.result().now());
                    return View.page("insight/list.jte", params);
                });
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
