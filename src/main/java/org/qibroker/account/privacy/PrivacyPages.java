package org.qibroker.account.privacy;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.qibroker.account.privacy.Deletion.Proof;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.security.WebSession;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;

/** What is kept of the reader, and the deletion of the account, as pages. */
final class PrivacyPages {
    private static final String HOME = "/account/data";
    private static final String PAGE = "account/data.jte";
    private static final String DELETE = "account/deletion.jte";

    private final PersonalData data;
    private final Deletion deletion;

    PrivacyPages(PersonalData data, Deletion deletion) {
        this.data = data;
        this.deletion = deletion;
    }

    void mount(PageRouter pages) {
        pages.get(HOME, Access.SIGNED_IN, this::page);
        pages.get(HOME + "/copy.json", Access.SIGNED_IN, call -> data.file(call.caller())
                .map(View::file));
        pages.get("/account/deletion", Access.SIGNED_IN, call -> params(call).map(params -> View.page(DELETE, params)));
        pages.post("/account/deletion", Access.SIGNED_IN, this::delete);
    }

    private Future<View> page(PageCall call) {
        String cookie = call.session().map(WebSession::id).orElse("");
        Future<PersonalCopy> copy = data.of(call.caller(), cookie);
        Future<List<OwnDeed>> latest = data.latest(call.caller());
        return Future.all(copy, latest)
                .map(both -> View.page(PAGE, Map.of("copy", copy.result(), "deeds", latest.result())));
    }

    private Future<Map<String, Object>> params(PageCall call) {
        Future<Boolean> needed = deletion.neededByOrganisation(call.caller());
        Future<PersonalCopy> copy = data.of(call.caller(), "");
        return Future.all(needed, copy).map(both -> Map.of("needed", needed.result(), "copy", copy.result()));
    }

    private Future<View> delete(PageCall call) {
        Proof proof = new Proof(
                call.form().text("password"), call.form().optional("code").orElse(null), call.remoteAddress());
        return Future.succeededFuture()
                .compose(now -> deletion.delete(call.caller(), proof))
                .map(done -> gone(call))
                .recover(failure -> params(call).map(params -> View.refused(atField(failure), DELETE, params)));
    }

    private static View gone(PageCall call) {
        call.cookie(WebSession.COOKIE, "", 0);
        return View.seeOther("/").flash("privacy.flash.deleted");
    }

    private static Throwable atField(Throwable failure) {
        Throwable atPassword = Validation.atField(failure, "wrong-credentials", "/password");
        Throwable atCode = Validation.atField(atPassword, "second-factor-wrong", "/code");
        return Validation.atField(atCode, "second-factor-needed", "/code");
    }
}
