package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.matching.MatchContext;
import org.qibroker.resource.offer.FreeDays;

/**
 * When work can be done on the terms of a line.
 *
 * @param turnaround in working days; {@code null} if it is not said
 * @param start the day of the match, or the first one with a place free on its resource; {@code null} if no day is known
 *     by which all pieces have one
 * @param finish counted from the day on which the last piece has its place; {@code null} if it is not known
 * @param lastDay the last day an accreditation has to hold: of a line that does not say when it ends, the first
 * @param notBefore the day before which it cannot be finished, for all that is known
 */
record Days(
        @Nullable Integer turnaround,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        LocalDate lastDay,
        LocalDate notBefore) {
    static Days of(Capability.Terms terms, int pieces, MatchContext context) {
        UUID resource = terms.resourceId();
        Integer days = terms.turnaroundDays();
        FreeDays.Stay stay = resource == null
                ? new FreeDays.Stay(context.day(), context.day())
                : context.capacity().stay(resource, context.day(), pieces).orElse(null);
        LocalDate start = stay == null ? null : stay.first();
        LocalDate finish = days == null || stay == null
                ? null
                : context.reference().calendar().plusWorkdays(stay.last(), days);
        LocalDate last = finish != null ? finish : stay != null ? stay.last() : context.day();
        boolean full = resource != null && stay == null && context.capacity().knows(resource);
        return new Days(
                days, start, finish, last, full ? context.capacity().last().plusDays(1) : last);
    }
}
