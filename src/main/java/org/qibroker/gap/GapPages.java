package org.qibroker.gap;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.watch.Waiting;
import org.qibroker.matching.watch.Watches;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
import org.qibroker.shared.Role;

/** The coordinator's list of gaps, and the correction of one. */
final class GapPages {
    private static final Access COORDINATOR = Access.of(Role.COORDINATOR);
    private static final String NONE = "NONE";

    private final Gaps gaps;
    private final Organisations organisations;
    private final Watches watches;

    GapPages(Gaps gaps, Organisations organisations, Watches watches) {
        this.watches = watches;
        this.gaps = gaps;
        this.organisations = organisations;
    }

    void mount(PageRouter pages) {
        pages.get("/region/gaps", COORDINATOR, this::list);
        pages.post("/region/gaps/:id/correction", COORDINATOR, this::correct);
    }

    private Future<View> list(PageCall call) {
        GapType type = call.inputs().constant("type", GapType.class).orElse(null);
        return gaps.list(call.page(), type).compose(page -> Future.all(
                        organisations.byIds(enterprises(page)), watches.waiting())
                .map(found -> View.page("gap/list.jte", params(page, type, found.resultAt(0), found.resultAt(1)))));
    }

    private static List<UUID> enterprises(Page<Gap> page) {
        return page.items().stream().map(gap -> gap.item().enterpriseId()).toList();
    }

    private static Map<String, Object> params(
            Page<Gap> page, @Nullable GapType type, Map<UUID, Organisation> enterprises, List<Waiting> waiting) {
        Map<String, Object> params = new HashMap<>();
        params.put("gaps", page.items());
        params.put("type", Optional.ofNullable(type));
        params.put("next", Optional.ofNullable(page.nextCursor()));
        params.put("enterprises", enterprises);
        params.put("waiting", waiting);
        return params;
    }

    private Future<View> correct(PageCall call) {
        Form form = call.form();
        long version = form.inputs().integer("version").orElse(0);
        GapType type = form.text("type").equals(NONE)
                ? null
                : form.inputs().constant("type", GapType.class).orElse(null);
        return gaps.correct(
                        call.id("id"), version, type, form.optional("reason").orElse(null), call.caller())
                .map(gap -> View.seeOther("/region/gaps").flash("gap.flash.corrected"));
    }
}
