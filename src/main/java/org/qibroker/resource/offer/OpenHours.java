package org.qibroker.resource.offer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Closure;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;

/** How long resources are open. Pure. */
public final class OpenHours {
    private OpenHours() {}

    /** How long one unit of a resource is open in the times that begin on a day; closures are taken out. */
    public static Duration of(Resource resource, LocalDate day, WorkCalendar calendar) {
        return OpenTimes.of(resource, day, calendar)
                .map(open -> Duration.between(open.start(), open.end()).minus(closed(open, resource.closures())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How much of an open time the closures take; those that overlap each other count once. */
    private static Duration closed(Slot open, Collection<Closure> closures) {
        Duration closed = Duration.ZERO;
        Instant reached = open.start();
        for (Closure closure : inOrder(closures)) {
            Instant from = later(closure.from(), reached);
            Instant to = closure.to().isBefore(open.end()) ? closure.to() : open.end();
            if (from.isBefore(to)) {
                closed = closed.plus(Duration.between(from, to));
                reached = to;
            }
        }
        return closed;
    }

    private static List<Closure> inOrder(Collection<Closure> closures) {
        return closures.stream().sorted((a, b) -> a.from().compareTo(b.from())).toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
