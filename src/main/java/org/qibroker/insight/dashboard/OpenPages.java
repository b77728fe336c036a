package org.qibroker.insight.dashboard;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.insight.Figures;
import org.qibroker.insight.Wanted;
import org.qibroker.insight.open.OpenThing;
import org.qibroker.insight.open.OpenWork;
import org.qibroker.insight.open.Waiting;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The lists behind what is not over: bookings that stand somewhere, and what waits for the coordinator. */
final class OpenPages {
    private static final Access COORDINATOR = Access.of(Role.COORDINATOR);
    private static final String PAGE = "insight/open.jte";

    private final Figures figures;
    private final Dashboards dashboards;
    private final OpenWork open;

    OpenPages(Figures figures, Dashboards dashboards, OpenWork open) {
        this.figures = figures;
        this.dashboards = dashboards;
        this.open = open;
    }

    void mount(PageRouter pages) {
        pages.get("/region/uptake/standing/:state", COORDINATOR, this::standing);
        pages.get("/region/uptake/waiting/:what", COORDINATOR, this::waiting);
    }

    private Future<View> standing(PageCall call) {
        String state = call.path("state");
        return Asked.of(call, PAGE, (query, page) -> figures.seen(figures.wanted(query), call.caller())
                .compose(wanted -> open.standing(wanted, state, page).compose(things -> params(call, things, wanted)))
                .map(params -> titled(params, "booking.state." + state, Optional.empty())));
    }

    private Future<View> waiting(PageCall call) {
        Waiting what = Waiting.named(call.path("what")).findFirst().orElseThrow(() -> Refusal.notFound("list"));
        return Asked.of(call, PAGE, (query, page) -> figures.seen(figures.wanted(query), call.caller())
                .compose(wanted -> open.waiting(wanted, what, page).compose(things -> params(call, things, wanted)))
                .map(params -> titled(params, "insight.waiting." + what.name(), Optional.of(what))));
    }

    private static Map<String, Object> titled(Map<String, Object> params, String title, Optional<Waiting> waiting) {
        params.put("title", title);
        params.put("waiting", waiting);
        return params;
    }

    private Future<Map<String, Object>> params(PageCall call, Page<OpenThing> page, Wanted wanted) {
        Map<String, Object> params = new HashMap<>();
        Set<UUID> parties = new LinkedHashSet<>();
        for (OpenThing thing : page.items()) {
            parties.add(thing.enterpriseId());
            if (thing.providerId() != null) {
                parties.add(thing.providerId());
            }
        }
        params.put("link", Link.of(wanted));
        params.put("things", page.items());
        params.put("next", Optional.ofNullable(page.nextCursor()));
        return Future.all(
                        figures.organisations(parties).onSuccess(names -> params.put("parties", names)),
                        dashboards.form(wanted, call).onSuccess(form -> params.put("form", form)))
                .map(params);
    }
}
