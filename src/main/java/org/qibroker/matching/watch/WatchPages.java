package org.qibroker.matching.watch;

import io.vertx.core.Future;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** What is sent from the page of a demand. */
final class WatchPages {
    private static final Access ENTERPRISE = Access.of(Role.ENTERPRISE);

    private final Watches watches;

    WatchPages(Watches watches) {
        this.watches = watches;
    }

    void mount(PageRouter pages) {
        pages.post("/demands/:id/items/:item/watch", ENTERPRISE, this::begin);
        pages.post("/demands/:id/items/:item/unwatch", ENTERPRISE, this::end);
    }

    private Future<View> begin(PageCall call) {
        return watches.begin(call.id("id"), call.id("item"), call.caller())
                .map(watch -> back(call).flash("matching.watch.flash.began"));
    }

    private Future<View> end(PageCall call) {
        return watches.end(call.id("id"), call.id("item"), call.caller())
                .map(done -> back(call).flash("matching.watch.flash.ended"));
    }

    private static View back(PageCall call) {
        return View.seeOther("/demands/" + call.id("id"));
    }
}
