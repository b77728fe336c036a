package org.qibroker.account.verification;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.account.Organisations.Particulars;
import org.qibroker.account.verification.Verification.State;
import org.qibroker.account.verification.Verifications.Decision;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** The coordinator's list of organisations to verify, and the page on which an organisation mends what it stated. */
final class VerificationPages {
    private static final Access COORDINATOR = Access.of(Role.COORDINATOR);
    private static final Access MEMBERS = Access.of(Role.ENTERPRISE, Role.PROVIDER);
    private static final String HOME = "/region/organisations";
    private static final String LIST = "account/verifications.jte";
    private static final String OWN = "/account/organisation";
    private static final String RESTATE = "account/restate.jte";

    private final Verifications verifications;
    private final Organisations organisations;

    VerificationPages(Verifications verifications, Organisations organisations) {
        this.verifications = verifications;
        this.organisations = organisations;
    }

    void mount(PageRouter pages) {
        pages.get(HOME, COORDINATOR, call -> params(call).map(params -> View.page(LIST, params)));
        pages.post(HOME + "/:id/verification", COORDINATOR, this::decide);
        pages.get(OWN, MEMBERS, call -> own(call).map(params -> View.page(RESTATE, params)));
        pages.post(OWN, MEMBERS, this::restate);
    }

    private Future<Map<String, Object>> params(PageCall call) {
        State state = call.inputs().constant("state", State.class).orElse(State.STATED);
        return verifications
                .list(state, call.page(), call.caller())
                .map(page ->
                        Map.of("state", state, "stated", page.items(), "next", Optional.ofNullable(page.nextCursor())));
    }

    private Future<View> decide(PageCall call) {
        Form form = call.form();
        long seen = form.inputs().integer("version").orElse(0);
        return Future.succeededFuture()
                .map(now -> new Decision(
                        form.inputs().constant("decision", State.class).orElse(State.STATED),
                        form.optional("reason").orElse(null)))
                .compose(decision -> verifications.decide(call.id("id"), seen, decision, call.caller()))
                .map(stated -> View.seeOther(HOME)
                        .flash("verification.flash." + stated.verification().state()))
                .recover(failure -> params(call).map(params -> View.refused(failure, LIST, params)));
    }

    private Future<Map<String, Object>> own(PageCall call) {
        Future<Organisation> own = organisations.get(call.caller().organisation());
        Future<Verification> found = verifications.of(call.caller().organisation());
        return Future.all(own, found)
                .map(both -> Map.of("organisation", own.result(), "verification", found.result(), "form", call.form()));
    }

    private Future<View> restate(PageCall call) {
        Form form = call.form();
        return Future.succeededFuture()
                .map(now -> Validation.valid(new Particulars(
                        form.text("nameZh"),
                        form.optional("nameEn").orElse(null),
                        form.optional("district").orElse(null))))
                .compose(particulars ->
                        verifications.restate(form.inputs().integer("version").orElse(0), particulars, call.caller()))
                .map(done -> View.seeOther("/account").flash("verification.flash.restated"))
                .recover(failure -> own(call).map(params -> View.refused(failure, RESTATE, params)));
    }
}
