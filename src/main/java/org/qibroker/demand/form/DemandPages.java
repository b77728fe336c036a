package org.qibroker.demand.form;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandDraft;
import org.qibroker.demand.DemandRules;
import org.qibroker.demand.DemandState;
import org.qibroker.demand.Demands;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The enterprise's list and request form, and the region's list. */
public final class DemandPages {
    private static final Access ENTERPRISE = Access.of(Role.ENTERPRISE);
    private static final String FORM = "demand/form.jte";
    private static final String END = "demand/end.jte";

    private final Demands demands;
    private final Organisations organisations;
    private final ItemForms forms;

    public DemandPages(Demands demands, Organisations organisations, ItemForms forms) {
        this.demands = demands;
        this.organisations = organisations;
        this.forms = forms;
    }

    /** Mounts the pages of requests: list, form, end, and the region's list. */
    public void mount(PageRouter pages) {
        pages.get("/demands", ENTERPRISE, this::list);
        pages.get("/demands/new", ENTERPRISE, this::blank);
        pages.post("/demands/new", ENTERPRISE, call -> sent(call, null));
        pages.get("/demands/:id/edit", ENTERPRISE, this::edit);
        pages.post("/demands/:id/edit", ENTERPRISE, call -> sent(call, call.id("id")));
        pages.get("/demands/:id/end", ENTERPRISE, this::endPage);
        pages.post("/demands/:id/end", ENTERPRISE, this::end);
        pages.get("/region/demands", Access.of(Role.COORDINATOR), this::region);
    }

    private Future<View> list(PageCall call) {
        DemandState state = call.inputs().constant("state", DemandState.class).orElse(null);
        return demands.own(call.page(), state, call.caller())
                .map(page -> View.page("demand/list.jte", listed(page, state, call)));
    }

    private Future<View> region(PageCall call) {
        DemandState state = call.inputs().constant("state", DemandState.class).orElse(null);
        return demands.list(call.page(), state, call.caller()).compose(page -> organisations
                .byIds(page.items().stream().map(Demand::enterpriseId).toList())
                .map(known -> View.page("demand/region.jte", named(listed(page, state, call), known))));
    }

    private static Map<String, Object> listed(Page<Demand> page, @Nullable DemandState state, PageCall call) {
        Map<String, Object> params = new HashMap<>();
        params.put("demands", page.items());
        params.put("state", Optional.ofNullable(state));
        params.put("next", Optional.ofNullable(page.nextCursor()));
        params.put("first", call.query("cursor").isEmpty());
        return params;
    }

    private static Map<String, Object> named(Map<String, Object> params, Map<UUID, Organisation> enterprises) {
        params.put("enterprises", enterprises);
        return params;
    }

    private Future<View> blank(PageCall call) {
        String sentence = call.query("q").orElse("");
        DemandForm form = forms.understood(DemandForm.empty(), sentence, call.queryAll("relax"));
        return Future.succeededFuture(View.page(FORM, params("/demands/new", form)));
    }

    private Future<View> edit(PageCall call) {
        return demands.get(call.id("id"), call.caller()).map(demand -> {
            DemandRules.draftSeenAt(demand, demand.version());
            return View.page(FORM, params(action(demand.id()), DemandForm.of(demand)));
        });
    }

    private Future<View> sent(PageCall call, @Nullable UUID id) {
        String action = id == null ? "/demands/new" : action(id);
        Form sent = call.form();
        String button = pressed(sent);
        if (!button.startsWith("save")) {
            DemandForm edited = forms.edited(DemandForm.of(sent), button);
            return Future.succeededFuture(View.page(FORM, params(action, edited)));
        }
        DemandForm form = DemandForm.of(sent).filled();
        return Future.succeededFuture()
                .map(now -> DemandTexts.draft(form))
                .compose(draft -> saved(draft, id, form, call))
                .map(demand -> done(demand, button))
                .recover(failure -> Future.succeededFuture(View.refused(failure, FORM, params(action, form))));
    }

    /** The button pressed; the Enter key in the sentence means to understand it, elsewhere to save. */
    private static String pressed(Form form) {
        String button = form.optional("do").orElse("enter");
        return button.equals("enter") ? (form.text("sentence").isEmpty() ? "save" : "understand") : button;
    }

    private Future<Demand> saved(DemandDraft draft, @Nullable UUID id, DemandForm form, PageCall call) {
        return id == null
                ? demands.create(draft, call.caller())
                : demands.update(id, version(form.text("version")), draft, call.caller());
    }

    private static View done(Demand demand, String button) {
        return button.equals("save-draft")
                ? View.seeOther("/demands").flash("demand.flash.saved")
                : View.seeOther("/demands/" + demand.id());
    }

    private static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw (Refusal) Refusal.stale().initCause(e);
        }
    }

    private Map<String, Object> params(String action, DemandForm form) {
        return Map.of("action", action, "form", form, "units", forms.units(), "quantities", forms.quantities());
    }

    private static String action(UUID id) {
        return "/demands/" + id + "/edit";
    }

    private Future<View> endPage(PageCall call) {
        return demands.get(call.id("id"), call.caller())
                .map(demand -> View.page(END, Map.of("demand", demand, "reason", "")));
    }

    private Future<View> end(PageCall call) {
        Form form = call.form();
        UUID id = call.id("id");
        boolean givenUp = form.text("do").equals("cancel");
        return ended(id, givenUp, form, call)
                .map(ended -> View.seeOther("/demands").flash("demand.flash." + (givenUp ? "cancel" : "close")))
                .recover(failure -> demands.get(id, call.caller())
                        .map(demand ->
                                View.refused(failure, END, Map.of("demand", demand, "reason", form.text("reason")))));
    }

    private Future<Demand> ended(UUID id, boolean givenUp, Form form, PageCall call) {
        long version = version(form.text("version"));
        String reason = form.optional("reason").orElse(null);
        return givenUp
                ? demands.cancel(id, version, reason, call.caller())
                : demands.close(id, version, reason, call.caller());
    }
}
