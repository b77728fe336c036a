package org.qibroker.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.ledger.InstrumentDraft.Certificate;

/**
 * An instrument of an enterprise.
 *
 * @param draft what the enterprise says of it
 * @param last its certificate in force: what came through the broker, or else what the enterprise says
 * @param bookingId the booking from which that came, absent if the enterprise says so
 * @param due the day it has to be calibrated again; absent if nobody knows
 * @param demandId the request for its calibration that is under way
 */
public record Instrument(
        UUID id,
        UUID enterpriseId,
        InstrumentDraft draft,
        @Nullable Certificate last,
        @Nullable UUID bookingId,
        @Nullable LocalDate due,
        @Nullable UUID demandId,
        long version) {

    /** Whether it should have been calibrated before a day. */
    public boolean overdue(LocalDate today) {
        return draft.state() == InstrumentState.IN_USE && due != null && due.isBefore(today);
    }
}
