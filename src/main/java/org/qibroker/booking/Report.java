package org.qibroker.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The report of a booking, as last issued.
 *
 * @param number as the provider numbers it
 * @param version 1, and one more with each reissue (ISO/IEC 17025, 7.8.8)
 * @param reason why it was reissued, or withdrawn
 * @param withdrawnAt absent while it stands
 */
public record Report(
        String number, int version, Instant issuedAt, @Nullable String reason, @Nullable Instant withdrawnAt) {

    /** Whether it has been withdrawn. */
    public boolean withdrawn() {
        return withdrawnAt != null;
    }
}
