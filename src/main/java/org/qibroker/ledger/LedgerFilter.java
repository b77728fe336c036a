package org.qibroker.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which instruments are listed; what is absent does not matter.
 *
 * @param text part of a number, name, place or keeper
 * @param dueFrom first day due; of those in use only, as soon as a day is asked for
 * @param dueTo last day due
 */
public record LedgerFilter(
        @Nullable String text,
        @Nullable InstrumentState state,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo) {
    /** All of them. */
    public static final LedgerFilter ALL = new LedgerFilter(null, null, null, null);
}
