package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.matching.MatchContext;

/**
 * When work can be done on the terms of a line.
 *
 * @param start the day of the match, or the first one with a place free on its resource; {@code null} if none is known
 * @param finish {@code null} if it is not known
 * @param lastDay the last day an accreditation has to hold: of a line that does not say when it ends, the first
 * @param notBefore the day before which it cannot be finished, for all that is known
 */
record Days(@Nullable LocalDate start, @Nullable LocalDate finish, LocalDate lastDay, LocalDate notBefore) {
    static Days of(Capability.Terms terms, MatchContext context) {
        UUID resource = terms.resourceId();
        Integer days = terms.turnaroundDays();
        LocalDate start = resource == null
                ? context.day()
                : context.capacity().first(resource, context.day()).orElse(null);
        LocalDate finish = days == null || start == null
                ? null
                : context.reference().calendar().plusWorkdays(start, days);
        LocalDate last = finish != null ? finish : start != null ? start : context.day();
        boolean full = resource != null && start == null && context.capacity().knows(resource);
        return new Days(start, finish, last, full ? context.capacity().last().plusDays(1) : last);
    }
}
