package org.qibroker.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Report;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.report.conformity.StatementView;

/** A version of a report as the API gives it. */
record ReportVersionView(
        String number,
        int version,
        Instant issuedAt,
        @Nullable String reason,
        Standing status,
        @Nullable Instant withdrawnAt,
        VerificationCode verificationCode,
        String verificationUrl,
        @Nullable StoredFile file,
        @Nullable StatementView statement) {

    static ReportVersionView of(Issued issued, String verificationUrl) {
        Report report = issued.report();
        return new ReportVersionView(
                report.number(),
                report.version(),
                report.issuedAt(),
                report.reason(),
                issued.standing(),
                report.withdrawnAt(),
                issued.content().code(),
                verificationUrl,
                issued.file().orElse(null),
                StatementView.of(issued.content().statement()));
    }
}
