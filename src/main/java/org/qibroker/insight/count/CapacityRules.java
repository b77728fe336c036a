package org.qibroker.insight.count;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qibroker.platform.http.Json;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;
import org.qibroker.resource.offer.OpenHours;

/** How much time resources offer and bookings take. A place of a whole day counts as eight hours. Pure. */
final class CapacityRules {
    /** So many months, that of the statement included, a statement holds. */
    static final int MONTHS = 36;

    private static final long MINUTES_OF_A_PLACE = 8 * 60;

    private CapacityRules() {}

    /** The resource that an event states, if it says all that is needed. */
    static Optional<Resource> resource(JsonNode data) {
        try {
            return data.hasNonNull("mode")
                    ? Optional.of(Json.mapper().convertValue(data, Resource.class))
                    : Optional.empty();
        } catch (IllegalArgumentException noResource) {
            return Optional.empty();
        }
    }

    /** The minutes offered on the days from one to another, both included, by the first day of their month. */
    static SortedMap<LocalDate, Long> offered(Resource resource, LocalDate from, LocalDate to, WorkCalendar calendar) {
        SortedMap<LocalDate, Long> minutes = new TreeMap<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            minutes.merge(day.withDayOfMonth(1), resource.capacity() * unit(resource, day, calendar), Long::sum);
        }
        return minutes;
    }

    private static long unit(Resource resource, LocalDate day, WorkCalendar calendar) {
        long open = OpenHours.of(resource, day, calendar).toMinutes();
        return resource.mode().wholeDays() && open > 0 ? MINUTES_OF_A_PLACE : open;
    }

    /** The minutes that a booking takes; none where it takes no place. */
    static long used(Said booking) {
        Said place = booking.part("place");
        Instant start = place.part("slot").moment("start");
        Instant end = place.part("slot").moment("end");
        if (start == null || end == null || !start.isBefore(end)) {
            return 0;
        }
        return wholeDays(new Slot(start, end), place.text("zone"))
                ? MINUTES_OF_A_PLACE * Math.max(1, booking.number("pieces"))
                : Duration.between(start, end).toMinutes();
    }

    private static boolean wholeDays(Slot slot, String zone) {
        try {
            return slot.days(ZoneId.of(zone));
        } catch (DateTimeException noZone) {
            return false;
        }
    }
}
