package org.qibroker.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Working time: eight hours of each working day, from nine to five on the clocks of a zone. */
public final class WorkHours {
    /** How much working time a working day has. */
    public static final Duration DAY = Duration.ofHours(8);

    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime TO = LocalTime.of(17, 0);

    private final WorkCalendar calendar;
    private final ZoneId zone;

    /** Working time of a calendar's days in a zone. */
    public WorkHours(WorkCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /**
     * The moment from which so much working time is left until another.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public Instant before(Instant moment, Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("working time must be positive, was " + time);
        }
        ZonedDateTime local = moment.atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalTime until = local.toLocalTime().isAfter(TO) ? TO : local.toLocalTime();
        Duration left = time;
        while (true) {
            Duration worked =
                    calendar.isWorkday(day) && until.isAfter(FROM) ? Duration.between(FROM, until) : Duration.ZERO;
            if (left.compareTo(worked) <= 0) {
                return day.atTime(until.minus(left)).atZone(zone).toInstant();
            }
            left = left.minus(worked);
            day = day.minusDays(1);
            until = TO;
        }
    }
}
