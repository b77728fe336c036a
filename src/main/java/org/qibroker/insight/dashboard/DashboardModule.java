package org.qibroker.insight.dashboard;

import org.qibroker.insight.Figures;
import org.qibroker.insight.open.OpenWork;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.PageRouter;

/** Wires the dashboard. */
public final class DashboardModule {
    private final UptakePages pages;
    private final OpenPages open;

    /** The dashboard of figures. */
    public DashboardModule(Platform platform, Figures figures) {
        OpenWork work = new OpenWork(platform);
        Dashboards dashboards = new Dashboards(figures, work);
        this.pages = new UptakePages(figures, dashboards);
        this.open = new OpenPages(figures, dashboards, work);
    }

    /** Mounts it, and the lists behind its numbers. */
    public void mount(PageRouter router) {
        open.mount(router);
        pages.mount(router);
    }
}
