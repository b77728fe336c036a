package org.qibroker.insight;

import io.vertx.core.Future;
import java.util.List;
import org.qibroker.account.AccountModule;
import org.qibroker.account.Organisations;
import org.qibroker.insight.count.FigureFollower;
import org.qibroker.insight.count.FigureRebuild;
import org.qibroker.insight.dashboard.DashboardModule;
import org.qibroker.insight.report.ReportModule;
import org.qibroker.insight.visit.Visits;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.time.DueClock;
import org.qibroker.platform.web.PageRouter;

/** Wires the uptake. */
public final class InsightModule {
    private final Platform platform;
    private final Figures figures;
    private final ReportModule report;

    /** Figures on a platform, of organisations that say their industries. */
    public InsightModule(Platform platform, AccountModule account) {
        Organisations organisations = account.organisations();
        this.platform = platform;
        this.figures = new Figures(platform, organisations, account.profiles().industries());
        this.report = new ReportModule(platform, figures, organisations);
    }

    /** The figures. */
    public Figures figures() {
        return figures;
    }

    /** What follows the log. */
    public List<Projection> projections() {
        return List.of(FigureFollower.counting(platform.calendar()));
    }

    /** Makes all figures of a database again from its log; how many events were taken. */
    public static Future<Long> rebuild(Platform platform) {
        return new FigureRebuild(platform.database(), platform.calendar()).run();
    }

    /** Binds uptake, listFigures, listUptakeEvents and the files of reports. */
    public void bind(ApiBinder api) {
        new UptakeApi(figures, platform.messages()).bind(api);
        report.bind(api);
    }

    /** Mounts the dashboard and the lists behind it, and notes visits of all pages. */
    public void mount(PageRouter pages) {
        Visits visits = new Visits(platform);
        pages.onEntry(visits::note);
        new DashboardModule(platform, figures).mount(pages);
        report.mount(pages);
    }

    /** What tells of reports; it does not run before it is started. */
    public DueClock clock() {
        return report.clock();
    }
}
