package org.qibroker.insight.dashboard;

import org.qibroker.insight.Figures;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.PageRouter;

/** Wires the dashboard. */
public final class DashboardModule {
    private final UptakePages pages;

    /** The dashboard of figures. */
    public DashboardModule(Platform platform, Figures figures) {
        this.pages = new UptakePages(figures, new Dashboards(platform, figures));
    }

    /** Mounts it, and the lists behind its numbers. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
