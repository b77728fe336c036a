package org.qibroker.gap;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qibroker.gap.Gaps.Remarks;
import org.qibroker.gap.wish.Wish;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.watch.Waiting;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Family;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The region's list of gaps, for anybody and for coordinators, and the page of one. */
final class GapPages {
    private static final Access COORDINATOR = Access.of(Role.COORDINATOR);
    private static final Access ENTERPRISE = Access.of(Role.ENTERPRISE);
    private static final String PAGE = "gap/gap.jte";
    private static final int MOST_OTHERS = 20;

    private final Gaps gaps;
    private final GapForms forms;
    private final GapModule.Sources sources;

    GapPages(Gaps gaps, GapForms forms, GapModule.Sources sources) {
        this.gaps = gaps;
        this.forms = forms;
        this.sources = sources;
    }

    void mount(PageRouter pages) {
        pages.get("/gaps", Access.PUBLIC, call -> list(call, List.of()));
        pages.get(
                "/region/gaps", COORDINATOR, call -> sources.watches().waiting().compose(w -> list(call, w)));
        pages.get("/gaps/:id", Access.PUBLIC, this::show);
        pages.post("/gaps/:id/correction", COORDINATOR, call -> done(call, forms.correct(call), "corrected"));
        pages.post("/gaps/:id/notes", COORDINATOR, call -> done(call, forms.note(call), "noted"));
        pages.post("/gaps/:id/split", COORDINATOR, call -> done(call, forms.split(call), "split"));
        pages.post("/gaps/:id/merge", COORDINATOR, call -> done(call, forms.merge(call), "merged"));
        pages.post("/gaps/:id/me-too", ENTERPRISE, call -> done(call, forms.join(call), "joined"));
        pages.post("/gaps/:id/me-too/end", ENTERPRISE, call -> done(call, forms.leave(call), "left"));
    }

    private Future<View> list(PageCall call, List<Waiting> waiting) {
        GapFilter filter = new GapFilter(
                call.inputs().constant("type", GapType.class).orElse(null),
                call.inputs().constant("family", Family.class).orElse(null),
                call.inputs().constant("state", GapState.class).orElse(GapState.OPEN),
                call.query("q").orElse(null),
                null);
        return gaps.list(filter, call.page(), call.caller())
                .map(page -> View.page("gap/list.jte", params(page, filter, waiting)));
    }

    private static Map<String, Object> params(Page<GapView> page, GapFilter filter, List<Waiting> waiting) {
        Map<String, Object> params = new HashMap<>();
        params.put("gaps", page.items());
        params.put("filter", filter);
        params.put("next", Optional.ofNullable(page.nextCursor()));
        params.put("waiting", waiting);
        return params;
    }

    private Future<View> show(PageCall call) {
        return page(call).map(page -> View.page(PAGE, Map.of("page", page)));
    }

    private Future<GapPage> page(PageCall call) {
        return gaps.get(call.id("id"), call.caller()).compose(view -> Future.all(
                        gaps.remarks(view, call.caller()),
                        sources.organisations().byIds(enterprises(view)),
                        others(view, call))
                .map(all -> new GapPage(view, all.<Remarks>resultAt(0), all.resultAt(1), all.resultAt(2))));
    }

    private static List<UUID> enterprises(GapView view) {
        return view.wishes().stream().map(Wish::enterpriseId).distinct().toList();
    }

    /** Gaps of the same state and family, those of the same subject first, that it could be one with. */
    private Future<List<GapView>> others(GapView view, PageCall call) {
        if (!call.caller().has(Role.COORDINATOR)) {
            return Future.succeededFuture(List.of());
        }
        Gap gap = view.gap();
        GapFilter alike = new GapFilter(null, gap.family(), gap.state(), null, null);
        return gaps.list(alike, new PageRequest(MOST_OTHERS * 2, null), call.caller())
                .map(page -> page.items().stream()
                        .filter(other -> !other.gap().id().equals(gap.id()))
                        .sorted((a, b) -> Boolean.compare(sameSubject(b, gap), sameSubject(a, gap)))
                        .limit(MOST_OTHERS)
                        .collect(Collectors.toList()));
    }

    private static boolean sameSubject(GapView other, Gap gap) {
        return other.gap().subject().equals(gap.subject());
    }

    private Future<View> done(PageCall call, Future<Gap> changed, String what) {
        return changed.map(gap -> View.seeOther("/gaps/" + gap.id()).flash("gap.flash." + what))
                .recover(failure -> again(call, failure));
    }

    private Future<View> again(PageCall call, Throwable failure) {
        return failure instanceof Refusal
                ? page(call).map(page -> View.refused(failure, PAGE, Map.of("page", page)))
                : Future.failedFuture(failure);
    }
}
