package org.qibroker.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Refusal;

/**
 * What is searched for; whatever is absent does not matter.
 *
 * @param person part of a name, an address, a pseudonym or an id
 * @param organisation part of a name, a unified social credit code or an id
 * @param booking number of a booking, or how it ends
 * @param subject id of what was changed or seen
 * @param from first day
 * @param to last day
 */
public record AuditSearch(
        @Nullable String person,
        @Nullable String organisation,
        @Nullable String booking,
        @Nullable String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Deed deed) {
    /** Refuses a period that ends before it begins. */
    public AuditSearch {
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.badInput("/to", "to-before-from");
        }
    }
}
