package org.qibroker.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.report.conformity.StatementView;

/** What is written for a report and not issued yet, as the API gives it. */
record DraftView(
        VerificationCode verificationCode,
        Instant changedAt,
        @Nullable Instant submittedAt,
        @Nullable StoredFile file,
        @Nullable StatementView statement) {

    static DraftView of(Draft draft) {
        Content content = draft.content();
        return new DraftView(
                content.code(),
                content.changedAt(),
                content.submittedAt(),
                draft.file().orElse(null),
                StatementView.of(content.statement()));
    }
}
