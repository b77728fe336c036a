package org.qibroker.gap;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qibroker.gap.map.GapMap;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.watch.Waiting;
import org.qibroker.matching.watch.Watches;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Family;
import org.qibroker.shared.Page;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The region's list of gaps, for anybody and for coordinators, and the page of one. */
public final class GapPages {
    private static final Access COORDINATOR = Access.of(Role.COORDINATOR);
    private static final Access ENTERPRISE = Access.of(Role.ENTERPRISE);
    private static final String LIST = "gap/list.jte";
    private static final String PAGE = "gap/gap.jte";

    private final Gaps gaps;
    private final GapReader reader;
    private final GapForms forms;
    private final Closing closing;
    private final Watches watches;

    GapPages(Gaps gaps, GapReader reader, GapForms forms, Closing closing, Watches watches) {
        this.gaps = gaps;
        this.reader = reader;
        this.forms = forms;
        this.closing = closing;
        this.watches = watches;
    }

    void mount(PageRouter pages) {
        pages.get("/gaps", Access.PUBLIC, this::anybody);
        pages.get("/region/gaps", COORDINATOR, this::region);
        pages.get("/gaps/:id", Access.PUBLIC, this::show);
        form(pages, COORDINATOR, "correction", forms::correct, "corrected");
        form(pages, COORDINATOR, "notes", forms::note, "noted");
        form(pages, COORDINATOR, "split", forms::split, "split");
        form(pages, COORDINATOR, "merge", forms::merge, "merged");
        form(pages, COORDINATOR, "closure", forms::close, "closed");
        form(pages, COORDINATOR, "reopening", forms::reopen, "reopened");
        form(pages, ENTERPRISE, "me-too", forms::join, "joined");
        form(pages, ENTERPRISE, "me-too/end", forms::leave, "left");
    }

    private void form(
            PageRouter pages, Access access, String path, Function<PageCall, Future<Gap>> work, String flash) {
        pages.post("/gaps/:id/" + path, access, call -> done(call, () -> work.apply(call), flash));
    }

    private Future<View> anybody(PageCall call) {
        return list(call).map(params -> View.page(LIST, params));
    }

    private Future<View> region(PageCall call) {
        GapType type = call.inputs().constant("type", GapType.class).orElse(null);
        return Future.all(list(call), watches.waiting(call.caller()), gaps.map(type, call.caller()))
                .map(all -> {
                    Map<String, Object> params = all.resultAt(0);
                    params.put("waiting", all.<List<Waiting>>resultAt(1));
                    params.put("map", all.<GapMap>resultAt(2));
                    return View.page(LIST, params);
                });
    }

    private Future<Map<String, Object>> list(PageCall call) {
        GapFilter filter = new GapFilter(
                call.inputs().constant("type", GapType.class).orElse(null),
                call.inputs().constant("family", Family.class).orElse(null),
                call.inputs().constant("state", GapState.class).orElse(GapState.OPEN),
                call.query("q").orElse(null),
                call.query("district").orElse(null),
                call.query("industry").orElse(null));
        return gaps.list(filter, call.page(), call.caller()).compose(page -> closing.proposed(page.items())
                .map(proposed -> params(page, filter, proposed, call.locale())));
    }

    private Map<String, Object> params(Page<GapView> page, GapFilter filter, Set<UUID> proposed, Locale locale) {
        Map<String, Object> params = new HashMap<>();
        params.put("gaps", page.items());
        params.put("filter", filter);
        params.put("next", Optional.ofNullable(page.nextCursor()));
        params.put("waiting", List.of());
        params.put("map", new GapMap(List.of()));
        params.put("proposed", proposed);
        params.put("industries", gaps.industries(locale));
        return params;
    }

    private Future<View> show(PageCall call) {
        return reader.page(call.id("id"), call.caller()).map(page -> View.page(PAGE, Map.of("page", page)));
    }

    /** Goes back to the page of the gap that a form changed, which says what was done, or why not. */
    public Future<View> done(PageCall call, Supplier<Future<Gap>> work, String what) {
        return attempt(work)
                .map(gap -> View.seeOther("/gaps/" + gap.id()).flash("gap.flash." + what))
                .recover(failure -> again(call, failure));
    }

    /** What a form says wrongly is a refusal like any other. */
    private static Future<Gap> attempt(Supplier<Future<Gap>> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return Future.failedFuture(refusal);
        }
    }

    /** What the reader typed, which is not lost by being refused. */
    private static Map<String, String> typed(PageCall call) {
        Map<String, String> typed = new HashMap<>();
        call.form().names().forEach(name -> typed.put(name, call.form().text(name)));
        return typed;
    }

    private Future<View> again(PageCall call, Throwable failure) {
        return failure instanceof Refusal
                ? reader.page(call.id("id"), call.caller())
                        .map(page -> View.refused(failure, PAGE, Map.of("page", page, "typed", typed(call))))
                : Future.failedFuture(failure);
    }
}
