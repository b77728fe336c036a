package org.qibroker.booking.calendar;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.qibroker.booking.calendar.CalendarRules.Known;
import org.qibroker.platform.Platform;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Resources;
import org.qibroker.resource.Slot;
import org.qibroker.resource.place.Occupied;

/** What stands in the calendars of resources. */
final class Calendars {
    private final Platform platform;
    private final Resources resources;

    Calendars(Platform platform, Resources resources) {
        this.platform = platform;
        this.resources = resources;
    }

    /** The week of a day, as it is now. */
    Future<Week> week(Resource resource, LocalDate day) {
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        Slot time = new Slot(
                resource.day(monday).start(), resource.day(monday.plusDays(6)).end());
        return resources.occupied(resource, time).compose(taken -> platform.database()
                .read(client -> CalendarRepository.entries(client, bookings(taken)))
                .map(entries -> CalendarRules.week(
                        resource,
                        day,
                        new Known(taken, entries, platform.clock().instant()),
                        platform.calendar())));
    }

    private static List<UUID> bookings(List<Occupied> taken) {
        return taken.stream()
                .map(Occupied::bookingId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
