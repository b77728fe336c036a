package org.qibroker.insight.report;

import io.vertx.core.Future;
import java.util.Map;
import org.qibroker.account.Organisations;
import org.qibroker.insight.Figures;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.time.DueClock;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** Wires reports: their page and their files. */
public final class ReportModule {
    private static final Access COORDINATOR = Access.of(Role.COORDINATOR);
    private static final String HOME = "/region/reports";

    private final UptakeReports reports;
    private final ReportTeller teller;

    /** Reports of figures, for the organisations that steer the region. */
    public ReportModule(Platform platform, Figures figures, Organisations organisations) {
        this.teller = new ReportTeller(platform, organisations);
        this.reports = new UptakeReports(platform, figures);
    }

    /** What tells that a report is there; it does not run before it is started. */
    public DueClock clock() {
        return teller.clock();
    }

    /** Binds exportUptakeReport and exportUptakeReportWorkbook. */
    public void bind(ApiBinder api) {
        api.bind("exportUptakeReport", call -> file(call, ReportFile.CSV));
        api.bind("exportUptakeReportWorkbook", call -> file(call, ReportFile.XLSX));
    }

    /** Mounts the choice of a report, each of them, and its files. */
    public void mount(PageRouter pages) {
        pages.get(HOME, COORDINATOR, this::choice);
        pages.get(HOME + "/:period", COORDINATOR, this::report);
        pages.get(HOME + "/:period/report.csv", COORDINATOR, call -> file(call, ReportFile.CSV));
        pages.get(HOME + "/:period/report.xlsx", COORDINATOR, call -> file(call, ReportFile.XLSX));
    }

    private Future<ApiReply> file(ApiCall call, ReportFile file) {
        return reports.file(call.path("period"), file, call.caller(), call.locale());
    }

    private Future<View> file(PageCall call, ReportFile file) {
        return reports.file(call.path("period"), file, call.caller(), call.locale())
                .map(View::file);
    }

    private Future<View> choice(PageCall call) {
        return Future.succeededFuture(
                View.page("insight/reports.jte", Map.of("months", reports.months(), "years", reports.years())));
    }

    private Future<View> report(PageCall call) {
        return reports.of(call.path("period"), call.caller(), call.locale())
                .map(report -> View.page("insight/report.jte", Map.of("report", report)));
    }
}
