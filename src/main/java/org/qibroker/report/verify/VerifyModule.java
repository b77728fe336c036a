package org.qibroker.report.verify;

import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.report.Reports;

/** Wires verification. */
public final class VerifyModule {
    private final Platform platform;
    private final Verifications verifications;

    /** Verification of the reports of the broker. */
    public VerifyModule(Platform platform, Reports reports) {
        this.platform = platform;
        this.verifications = new Verifications(platform, reports);
    }

    /** Binds verifyReport and verifyReportFile. */
    public void bind(ApiBinder api) {
        new VerifyApi(verifications).bind(api);
    }

    /** Mounts the public page. */
    public void mount(PageRouter pages) {
        new VerifyPages(platform.vertx(), verifications).mount(pages);
    }
}
