package org.qibroker.account.signin;

import io.vertx.core.Future;
import java.util.Map;
import org.qibroker.account.signin.PasswordChanges.OldAndNew;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.security.WebSession;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;

/** New passwords, as pages. */
final class PasswordPages {
    private static final String FORGOTTEN = "account/forgotten.jte";
    private static final String RESET = "account/reset.jte";
    private static final String CHANGE = "account/password.jte";

    private final PasswordChanges changes;

    PasswordPages(PasswordChanges changes) {
        this.changes = changes;
    }

    void mount(PageRouter pages) {
        pages.get("/password", Access.PUBLIC, call -> Future.succeededFuture(forgotten("")));
        pages.post("/password", Access.PUBLIC, this::request);
        pages.get("/password/:secret", Access.PUBLIC, call -> Future.succeededFuture(View.page(RESET, Map.of())));
        pages.post("/password/:secret", Access.PUBLIC, this::reset);
        pages.get("/account/password", Access.SIGNED_IN, call -> Future.succeededFuture(View.page(CHANGE, Map.of())));
        pages.post("/account/password", Access.SIGNED_IN, this::change);
    }

    private View forgotten(String email) {
        return View.page(FORGOTTEN, Map.of("email", email, "sends", changes.sends()));
    }

    private Future<View> request(PageCall call) {
        String email = call.form().text("email");
        return Future.succeededFuture()
                .compose(now -> changes.request(email, call.remoteAddress(), call.locale()))
                .map(View.seeOther("/sign-in").flash("account.flash.reset-sent"))
                .recover(failure -> Future.succeededFuture(
                        View.refused(failure, FORGOTTEN, Map.of("email", email, "sends", changes.sends()))));
    }

    private Future<View> reset(PageCall call) {
        return Future.succeededFuture()
                .compose(now -> changes.reset(call.path("secret"), call.form().text("password")))
                .map(View.seeOther("/sign-in").flash("account.flash.password-changed"))
                .recover(failure -> Future.succeededFuture(View.refused(failure, RESET, Map.of())));
    }

    private Future<View> change(PageCall call) {
        Form form = call.form();
        String cookie = call.session().map(WebSession::id).orElse("");
        return Future.succeededFuture()
                .map(now -> new OldAndNew(form.text("current"), form.text("password")))
                .compose(both -> changes.change(call.caller(), both, cookie, call.remoteAddress()))
                .map(View.seeOther("/account/security").flash("account.flash.password-changed"))
                .recover(failure -> Future.succeededFuture(
                        View.refused(Validation.atField(failure, "wrong-credentials", "/current"), CHANGE, Map.of())));
    }
}
