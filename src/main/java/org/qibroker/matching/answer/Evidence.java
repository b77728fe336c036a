package org.qibroker.matching.answer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.words.Wording;

/**
 * Where a result can be checked.
 *
 * @param capabilityId the line that decides: the worst of those used
 * @param accreditation number of the certificate that was looked at
 * @param validFrom first day of that certificate
 * @param validTo last day of that certificate
 * @param text the words of the line
 * @param wording how these words cover those asked, where that is what counts
 */
public record Evidence(
        @Nullable UUID capabilityId,
        @Nullable String accreditation,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String text,
        @Nullable Wording wording) {

    /** A certificate, and the line it stands for. */
    public Evidence(
            @Nullable UUID capabilityId,
            @Nullable String accreditation,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String text) {
        this(capabilityId, accreditation, validFrom, validTo, text, null);
    }

    /** The same in another line. */
    public Evidence saidBy(UUID capability) {
        return new Evidence(capability, accreditation, validFrom, validTo, text, wording);
    }

    /** The line, and nothing more. */
    public static Evidence of(@Nullable UUID capabilityId) {
        return new Evidence(capabilityId, null, null, null, null);
    }

    /** The line and its words. */
    public static Evidence of(UUID capabilityId, @Nullable String text) {
        return new Evidence(capabilityId, null, null, null, text);
    }

    /** The line, its words, and how they cover those asked. */
    public static Evidence of(UUID capabilityId, @Nullable String text, @Nullable Wording wording) {
        return new Evidence(capabilityId, null, null, null, text, wording);
    }
}
