package org.qibroker.notify;

import io.vertx.core.Future;
import java.util.Map;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The list of notices, and how many are unread, for the navigation of every page. */
final class NoticePages {
    private static final Access MEMBERS = Access.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR);

    private final Notices notices;

    NoticePages(Notices notices) {
        this.notices = notices;
    }

    void mount(PageRouter pages) {
        pages.get("/notices", MEMBERS, this::list);
        pages.get("/notices/count", MEMBERS, call -> notices.unread(call.caller())
                .map(unread -> View.page("notify/count.jte", Map.of("unread", unread))));
        pages.post("/notices/read", MEMBERS, call -> notices.read(
                        call.form().inputs().id("upTo").orElseThrow(() -> Refusal.notFound("notice")), call.caller())
                .map(done -> View.seeOther("/notices")));
    }

    private Future<View> list(PageCall call) {
        return notices.list(call.page(), call.caller())
                .map(shown -> View.page("notify/list.jte", Map.of("shown", shown)));
    }
}
