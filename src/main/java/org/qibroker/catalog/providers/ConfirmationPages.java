package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.catalog.Confirmation;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The coordinator's list of what waits to be confirmed. */
final class ConfirmationPages {
    private static final Access COORDINATOR = Access.of(Role.COORDINATOR);
    private static final String LIST = "/region/confirmations";

    private final Confirmations confirmations;

    ConfirmationPages(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    void mount(PageRouter pages) {
        pages.get(LIST, COORDINATOR, call -> list(call).map(params -> View.page("catalog/confirmations.jte", params)));
        pages.post(LIST + "/accreditations/:id", COORDINATOR, call -> answer(call, true));
        pages.post(LIST + "/sites/:id", COORDINATOR, call -> answer(call, false));
    }

    private Future<Map<String, Object>> list(PageCall call) {
        return confirmations
                .waiting(call.page(), call.caller())
                .map(page -> Map.of("waiting", page.items(), "next", Optional.ofNullable(page.nextCursor())));
    }

    private Future<View> answer(PageCall call, boolean accreditation) {
        return Future.succeededFuture()
                .compose(go -> decide(call, accreditation))
                .map(done -> View.seeOther(LIST).flash("catalog.confirmation.done"))
                .recover(failure ->
                        list(call).map(params -> View.refused(failure, "catalog/confirmations.jte", params)));
    }

    private Future<Void> decide(PageCall call, boolean accreditation) {
        Form form = call.form();
        Confirmation.State decision = form.inputs()
                .constant("decision", Confirmation.State.class)
                .orElseThrow(() -> Refusal.badInput("/decision", "not-null"));
        long version = form.inputs().integer("version").orElse(0);
        ProviderCommands.Decide command = Validation.valid(
                new ProviderCommands.Decide(decision, form.optional("reason").orElse(null)));
        return accreditation
                ? confirmations.decideAccreditation(call.id("id"), command, version, call.caller())
                : confirmations.decideSite(call.id("id"), command, version, call.caller());
    }
}
