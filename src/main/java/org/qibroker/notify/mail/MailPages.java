package org.qibroker.notify.mail;

import io.vertx.core.Future;
import java.util.Map;
import org.qibroker.notify.mail.UnsubscribeLinks.Target;
import org.qibroker.notify.preference.Preferences;
import org.qibroker.platform.mail.Outbox;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The operator's page of the outbox, and what the links of mails lead to. */
final class MailPages {
    private static final Access OPERATOR = Access.of(Role.ADMIN);
    private static final String OUTBOX = "/operator/mail";

    private final Outbox outbox;
    private final Preferences preferences;
    private final UnsubscribeLinks links;

    MailPages(Outbox outbox, Preferences preferences, UnsubscribeLinks links) {
        this.outbox = outbox;
        this.preferences = preferences;
        this.links = links;
    }

    void mount(PageRouter pages) {
        pages.get(OUTBOX, OPERATOR, call -> outbox.standing(call.caller())
                .map(standing -> View.page("notify/outbox.jte", Map.of("standing", standing))));
        pages.post(OUTBOX + "/retry", OPERATOR, call -> outbox.retry(call.caller())
                .map(count -> View.seeOther(OUTBOX).flash("notify.outbox.retried")));
        pages.get("/unsubscribe/:token", Access.PUBLIC, call -> Future.succeededFuture(view(target(call), false)));
        pages.oneClick("/unsubscribe/:token", this::unsubscribe);
    }

    private Future<View> unsubscribe(PageCall call) {
        Target target = target(call);
        return preferences.unsubscribe(target.user(), target.topic()).map(done -> view(target, true));
    }

    private static View view(Target target, boolean done) {
        return View.page("notify/unsubscribe.jte", Map.of("topic", target.topic(), "done", done));
    }

    private Target target(PageCall call) {
        return links.target(call.path("token")).orElseThrow(() -> Refusal.notFound("unsubscribe"));
    }
}
