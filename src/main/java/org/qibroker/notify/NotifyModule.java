package org.qibroker.notify;

import java.util.List;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires notices. */
public final class NotifyModule {
    private final NoticeApi api;
    private final NoticePages pages;
    private final NoticeWriter writer;

    /** Notices on a platform. */
    public NotifyModule(Platform platform) {
        Notices notices = new Notices(platform);
        this.api = new NoticeApi(notices, platform.messages());
        this.pages = new NoticePages(notices);
        this.writer = new NoticeWriter(platform.ids());
    }

    /** Binds listNotices and markNoticesRead. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the list. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }

    /** What follows the event log. */
    public List<Projection> projections() {
        return List.of(writer);
    }
}
