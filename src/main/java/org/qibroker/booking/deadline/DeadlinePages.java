package org.qibroker.booking.deadline;

import io.vertx.core.Future;
import java.util.Map;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** What is late in the region, for those who steer it. */
final class DeadlinePages {
    private final Deadlines deadlines;

    DeadlinePages(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    void mount(PageRouter pages) {
        pages.get("/region/late", Access.of(Role.COORDINATOR), this::late);
    }

    private Future<View> late(PageCall call) {
        return deadlines
                .list(true, call.page(), call.caller())
                .map(page -> View.page("booking/late.jte", Map.of("page", page, "now", deadlines.now())));
    }
}
