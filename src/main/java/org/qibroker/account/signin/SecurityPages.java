package org.qibroker.account.signin;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibroker.account.Accounts;
import org.qibroker.account.factor.Enrolment;
import org.qibroker.account.factor.SecondFactors;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.security.WebSession;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;

/** Where and how the reader signs in. */
final class SecurityPages {
    private static final String HOME = "/account/security";
    private static final String PAGE = "account/security.jte";
    private static final String FACTOR = "account/secondFactor.jte";

    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors factors;

    SecurityPages(Accounts accounts, Sessions sessions, SecondFactors factors) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
    }

    void mount(PageRouter pages) {
        pages.get(HOME, Access.SIGNED_IN, this::page);
        pages.post(HOME + "/sessions/others/end", Access.SIGNED_IN, this::endOthers);
        pages.post(HOME + "/sessions/:id/end", Access.SIGNED_IN, this::end);
        pages.post(HOME + "/second-factor", Access.SIGNED_IN, this::enrol);
        pages.post(HOME + "/second-factor/confirmation", Access.SIGNED_IN, this::confirm);
        pages.post(HOME + "/second-factor/removal", Access.SIGNED_IN, this::remove);
    }

    private Future<View> page(PageCall call) {
        return params(call).map(params -> View.page(PAGE, params));
    }

    private Future<Map<String, Object>> params(PageCall call) {
        Future<List<Session>> open = sessions.of(call.caller(), cookie(call));
        Future<SecondFactors.Status> status = factors.status(call.caller().user());
        return Future.all(open, status).map(both -> Map.of("sessions", open.result(), "factor", status.result()));
    }

    private static String cookie(PageCall call) {
        return call.session().map(WebSession::id).orElse("");
    }

    private Future<View> end(PageCall call) {
        return sessions.end(call.id("id"), call.caller())
                .map(View.seeOther(HOME).flash("account.flash.session-ended"));
    }

    private Future<View> endOthers(PageCall call) {
        return sessions.endOthers(call.caller(), cookie(call))
                .map(View.seeOther(HOME).flash("account.flash.sessions-ended"));
    }

    private Future<View> enrol(PageCall call) {
        return accounts.user(call.caller().user())
                .compose(user -> factors.enrol(call.caller(), user.email()))
                .map(enrolment -> View.page(FACTOR, asked(enrolment)));
    }

    private static Map<String, Object> asked(Enrolment enrolment) {
        return Map.of("enrolment", Optional.of(enrolment), "codes", List.of());
    }

    /** A wrong code is said with the secret still there, so that it need not be typed anew. */
    private Future<View> confirm(PageCall call) {
        Enrolment again = new Enrolment(call.form().text("secret"), call.form().text("uri"));
        return factors.confirm(call.caller(), call.form().text("code"))
                .map(codes -> View.page(FACTOR, Map.of("enrolment", Optional.empty(), "codes", codes)))
                .recover(failure -> Future.succeededFuture(View.refused(atCode(failure), FACTOR, asked(again))));
    }

    private Future<View> remove(PageCall call) {
        return factors.remove(call.caller(), call.form().text("code"))
                .map(View.seeOther(HOME).flash("account.flash.factor-removed"))
                .recover(failure -> params(call).map(params -> View.refused(atCode(failure), PAGE, params)));
    }

    private static Throwable atCode(Throwable failure) {
        return Validation.atField(failure, "second-factor-wrong", "/code");
    }
}
