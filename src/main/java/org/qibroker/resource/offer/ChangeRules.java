package org.qibroker.resource.offer;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Break;
import org.qibroker.resource.Resource;
import org.qibroker.resource.place.Occupied;

/**
 * What a change of a resource would break of what is booked: work outside the hours or in a closure that lay within them
 * before, more than there are units, another site, another way of booking, overdue calibration. A booking keeps its slot
 * and its buffers whatever slots are offered from now on; notice and horizon concern new ones only. Pure.
 */
public final class ChangeRules {
    private ChangeRules() {}

    /**
     * What breaks, by start; of places taken together the first one.
     *
     * @param taken what is booked or held and has not ended, by start
     * @param nowhere which of it is on units beyond the capacity, with no other unit free for it
     */
    public static List<Break> breaks(
            Resource before,
            Resource after,
            Collection<Occupied> taken,
            Collection<UUID> nowhere,
            WorkCalendar calendar) {
        Map<UUID, Break> breaks = new LinkedHashMap<>();
        for (Occupied place : taken) {
            boolean lost = nowhere.contains(place.id()) && place.unit() <= before.capacity();
            reason(before, after, place, calendar)
                    .or(() -> lost ? Optional.of(Break.Reason.UNITS) : Optional.empty())
                    .map(reason -> of(place, after, reason))
                    .ifPresent(found -> breaks.putIfAbsent(found.id(), found));
        }
        return List.copyOf(breaks.values());
    }

    private static Optional<Break.Reason> reason(
            Resource before, Resource after, Occupied place, WorkCalendar calendar) {
        Instant overdue = after.overdueFrom();
        if (overdue != null && place.slot().end().isAfter(overdue)) {
            return Optional.of(Break.Reason.OVERDUE);
        }
        if (!before.siteId().equals(after.siteId())) {
            return Optional.of(Break.Reason.SITE);
        }
        if (before.mode().wholeDays() != after.mode().wholeDays()) {
            return Optional.of(Break.Reason.MODE);
        }
        boolean closed =
                SlotRules.open(before, place.slot(), calendar) && !SlotRules.open(after, place.slot(), calendar);
        return closed ? Optional.of(Break.Reason.CLOSED) : Optional.empty();
    }

    private static Break of(Occupied place, Resource resource, Break.Reason reason) {
        return new Break(
                place.cause(),
                place.bookingId(),
                place.organisationId(),
                place.slot().start().atZone(resource.zone()).toOffsetDateTime(),
                place.slot().end().atZone(resource.zone()).toOffsetDateTime(),
                reason);
    }
}
