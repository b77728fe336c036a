package org.qibroker.report.verify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.report.Reports.Verified;

/**
 * The answer to whether a report is genuine.
 *
 * @param providerName who issued it, absent if it is unknown
 */
public record Verification(Verdict status, @Nullable String providerName) {
    private static final Verification UNKNOWN = new Verification(Verdict.UNKNOWN, null);

    static Verification of(Optional<Verified> found) {
        return found.map(verified ->
                        new Verification(Verdict.valueOf(verified.standing().name()), verified.provider()))
                .orElse(UNKNOWN);
    }
}
