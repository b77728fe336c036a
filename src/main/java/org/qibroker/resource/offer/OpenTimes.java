package org.qibroker.resource.offer;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;

/**
 * When a resource is open. In China, public holidays are closed, and a weekend that is worked for one (调休) has the hours
 * of the last weekday with hours before it, unless that weekday has hours of its own. Elsewhere the weekly hours are all
 * there is. They are an hour longer or shorter on a day when clocks change.
 */
public final class OpenTimes {
    private static final Set<String> CHINA =
            Set.of("Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "Asia/Kashgar", "PRC");

    private OpenTimes() {}

    /** The times that begin on a day, on the clocks of the resource; closures are not taken out. */
    public static Stream<Slot> of(Resource resource, LocalDate day, WorkCalendar calendar) {
        return hoursOf(resource, day, calendar).stream().flatMap(hours -> window(hours, day, resource.zone()).stream());
    }

    private static List<OpeningHours> hoursOf(Resource resource, LocalDate day, WorkCalendar calendar) {
        if (!CHINA.contains(resource.zone().getId())) {
            return resource.hoursOn(day.getDayOfWeek());
        }
        if (calendar.isHoliday(day)) {
            return List.of();
        }
        List<OpeningHours> own = resource.hoursOn(day.getDayOfWeek());
        boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        return own.isEmpty() && weekend && calendar.isWorkday(day) ? hoursOfLastWeekday(resource) : own;
    }

    private static List<OpeningHours> hoursOfLastWeekday(Resource resource) {
        return Stream.iterate(DayOfWeek.FRIDAY, day -> day.minus(1))
                .limit(5)
                .map(resource::hoursOn)
                .filter(hours -> !hours.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<Slot> window(OpeningHours hours, LocalDate day, ZoneId zone) {
        LocalDate lastDay = hours.to().isAfter(hours.from()) ? day : day.plusDays(1);
        Instant opens =
                ZonedDateTime.of(LocalDateTime.of(day, hours.from()), zone).toInstant();
        Instant closes = ZonedDateTime.of(LocalDateTime.of(lastDay, hours.to()), zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
        return opens.isBefore(closes) ? Optional.of(new Slot(opens, closes)) : Optional.empty();
    }
}
