package org.qibroker.platform.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How long there is until something is due, or since it was. Days are days of the calendar, so that the same time of day
 * tomorrow is one day away even where the clocks are changed in between; what remains is rounded down, and nothing is late
 * before it is.
 *
 * @param late whether it should have been done before
 * @param hours beside the days
 * @param minutes beside the hours
 */
public record Countdown(boolean late, long days, long hours, long minutes) {
    /** From now until something is due, on the clocks of a zone. */
    public static Countdown of(Instant now, Instant due, ZoneId zone) {
        boolean late = due.isBefore(now);
        ZonedDateTime from = (late ? due : now).atZone(zone);
        ZonedDateTime to = (late ? now : due).atZone(zone);
        long days = ChronoUnit.DAYS.between(from, to);
        ZonedDateTime rest = from.plusDays(days);
        long minutes = ChronoUnit.MINUTES.between(rest, to);
        return new Countdown(late, days, minutes / 60, minutes % 60);
    }

    /** The end of the key of its text: {@code platform.left.<key>} or {@code platform.late.<key>}. */
    public String key() {
        String unit = days > 0 ? "days" : hours > 0 ? "hours" : minutes > 0 ? "minutes" : "now";
        return (late ? "late." : "left.") + unit;
    }
}
