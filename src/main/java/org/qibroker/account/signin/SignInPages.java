package org.qibroker.account.signin;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.qibroker.account.User;
import org.qibroker.account.factor.Challenges;
import org.qibroker.account.factor.SecondFactors;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.security.Secret;
import org.qibroker.platform.security.WebSession;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.LocalPath;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Language;
import org.qibroker.shared.Refusal;

/** Signing in – by password, then by code where a second factor is on – and out. */
public final class SignInPages {
    private static final String SIGN_IN = "account/signIn.jte";
    private static final String CODE = "account/code.jte";
    private static final String CHALLENGE = "qi_challenge";

    private final SignIns signIns;
    private final SecondFactors factors;
    private final Challenges challenges;

    SignInPages(SignIns signIns, SecondFactors factors, Challenges challenges) {
        this.signIns = signIns;
        this.factors = factors;
        this.challenges = challenges;
    }

    void mount(PageRouter pages) {
        pages.get("/sign-in", Access.PUBLIC, this::signInPage);
        pages.post("/sign-in", Access.PUBLIC, this::signIn);
        pages.get("/sign-in/code", Access.PUBLIC, this::codePage);
        pages.post("/sign-in/code", Access.PUBLIC, this::code);
        pages.post("/sign-out", Access.SIGNED_IN, this::signOut);
    }

    private Future<View> signInPage(PageCall call) {
        String back = LocalPath.orHome(call.query("back").orElse("/"));
        return Future.succeededFuture(
                call.caller().signedIn()
                        ? View.seeOther(back)
                        : View.page(SIGN_IN, Map.of("email", call.query("email").orElse(""), "back", back)));
    }

    private Future<View> signIn(PageCall call) {
        Form form = call.form();
        String back = LocalPath.orHome(form.text("back"));
        return Future.succeededFuture()
                .compose(now -> enter(call, back))
                .recover(failure -> Future.succeededFuture(View.refused(
                        Validation.atField(failure, "wrong-credentials", "/password"),
                        SIGN_IN,
                        Map.of("email", form.text("email"), "back", back))));
    }

    /** Signs in by the address and password of the form, and goes on there; asks for the code first where one is due. */
    public Future<View> enter(PageCall call, String back) {
        Form form = call.form();
        return signIns.byPassword(form.text("email"), form.text("password"), call.remoteAddress())
                .compose(user -> factors.needed(user.id())
                        .compose(needed -> needed ? challenge(call, user, back) : open(call, user.id(), back)));
    }

    private Future<View> open(PageCall call, UUID user, String back) {
        return signIns.openSession(user, call.agent().orElse(null), Language.of(call.locale()))
                .map(cookie -> {
                    call.cookie(
                            WebSession.COOKIE, cookie, signIns.sessionLength().toSeconds());
                    return View.seeOther(back);
                });
    }

    private Future<View> challenge(PageCall call, User user, String back) {
        String secret = Secret.next();
        return challenges.open(Secret.hash(secret), user.id()).map(done -> {
            call.cookie(CHALLENGE, secret, challenges.length().toSeconds());
            return View.seeOther("/sign-in/code?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        });
    }

    private Future<View> codePage(PageCall call) {
        String back = LocalPath.orHome(call.query("back").orElse("/"));
        return Future.succeededFuture(
                call.cookie(CHALLENGE).isEmpty() ? View.seeOther("/sign-in") : View.page(CODE, Map.of("back", back)));
    }

    private Future<View> code(PageCall call) {
        Form form = call.form();
        String back = LocalPath.orHome(form.text("back"));
        String secret = call.cookie(CHALLENGE).orElse("");
        return challenges
                .answer(Secret.hash(secret), form.text("code"))
                .compose(user -> open(call, user, back))
                .onSuccess(view -> call.cookie(CHALLENGE, "", 0))
                .recover(failure -> Future.succeededFuture(refused(failure, back)));
    }

    private static View refused(Throwable failure, String back) {
        boolean ended = failure instanceof Refusal refusal && refusal.code().equals("challenge-ended");
        return ended
                ? View.seeOther("/sign-in").flash("account.flash.challenge-ended")
                : View.refused(Validation.atField(failure, "second-factor-wrong", "/code"), CODE, Map.of("back", back));
    }

    private Future<View> signOut(PageCall call) {
        call.cookie(WebSession.COOKIE, "", 0);
        String cookie = call.session().map(WebSession::id).orElse("");
        return signIns.closeSession(cookie).map(View.seeOther("/").flash("account.flash.signed-out"));
    }
}
