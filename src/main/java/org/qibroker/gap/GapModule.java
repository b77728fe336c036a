package org.qibroker.gap;

import java.util.List;
import org.qibroker.account.Organisations;
import org.qibroker.matching.watch.Watches;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires gaps. */
public final class GapModule {
    private final GapApi api;
    private final GapPages pages;

    /** Gaps on a platform, whose pages name organisations and tell who waits. */
    public GapModule(Platform platform, Organisations organisations, Watches watches) {
        Gaps gaps = new Gaps(platform);
        this.api = new GapApi(gaps, platform.messages());
        this.pages = new GapPages(gaps, organisations, watches);
    }

    /** Binds listGaps, getGap and correctGap. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the region's list. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }

    /** What follows from the log of matches. */
    public List<Projection> projections() {
        return List.of(new GapRecorder());
    }
}
