package org.qibroker.matching;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a result can be checked.
 *
 * @param capabilityId the line that decides: the worst of those used
 * @param accreditation number of the certificate that was looked at
 * @param validFrom first day of that certificate
 * @param validTo last day of that certificate
 * @param text the words of the line
 */
public record Evidence(
        @Nullable UUID capabilityId,
        @Nullable String accreditation,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String text) {

    /** The line, and nothing more. */
    static Evidence of(@Nullable UUID capabilityId) {
        return new Evidence(capabilityId, null, null, null, null);
    }

    /** The line and its words. */
    static Evidence of(UUID capabilityId, @Nullable String text) {
        return new Evidence(capabilityId, null, null, null, text);
    }
}
