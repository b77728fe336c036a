package org.qibroker.notify.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.TimeZone;

/** Zones as calendars define them (RFC 5545, 3.6.5): each change of the clocks around the time that matters. */
final class TimeZones {
    private static final Duration AROUND = Duration.ofDays(400);
    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    private TimeZones() {}

    /** The zone, defined from a year before the first moment until a year after the last. */
    static TimezoneAssignment of(ZoneId zone, Instant first, Instant last) {
        VTimezone component = new VTimezone(zone.getId());
        ZoneRules rules = zone.getRules();
        Instant begin = first.minus(AROUND);
        Instant end = last.plus(AROUND);
        ZoneOffset before = rules.getOffset(begin);
        add(component, rules.isDaylightSavings(begin), EVER, before, before);
        ZoneOffsetTransition change = rules.nextTransition(begin);
        while (change != null && change.getInstant().isBefore(end)) {
            boolean summer = rules.isDaylightSavings(change.getInstant());
            add(component, summer, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
            change = rules.nextTransition(change.getInstant());
        }
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), component);
    }

    /** From a time on the clocks of before, the clocks are this far from UTC. */
    private static void add(
            VTimezone component, boolean summer, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        Observance observance = summer ? new DaylightSavingsTime() : new StandardTime();
        observance.setDateStart(new DateTimeComponents(
                from.getYear(),
                from.getMonthValue(),
                from.getDayOfMonth(),
                from.getHour(),
                from.getMinute(),
                from.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(new UtcOffset(before.getTotalSeconds() * 1000L));
        observance.setTimezoneOffsetTo(new UtcOffset(after.getTotalSeconds() * 1000L));
        component.addComponent(observance);
    }
}
