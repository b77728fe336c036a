package org.qibroker.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.report.conformity.Statement;

/**
 * What a report says, from the laboratory's first version of it on.
 *
 * @param round counts what the laboratory wrote for a booking, from 1
 * @param fileId its file, absent for a report on paper
 * @param code proves it once it is issued; made beforehand, so that it can be printed in the report
 * @param submittedAt when the enterprise got it as a draft
 * @param version the version of the report it was issued as
 */
public record Content(
        UUID bookingId,
        int round,
        @Nullable UUID fileId,
        Statement statement,
        VerificationCode code,
        Instant changedAt,
        @Nullable Instant submittedAt,
        @Nullable Integer version) {

    /** Whether the laboratory may still write on it. */
    boolean open() {
        return version == null && submittedAt == null;
    }

    Content saying(@Nullable UUID file, Statement said, Instant now) {
        return new Content(bookingId, round, file, said, code, now, submittedAt, version);
    }
}
