package org.qibroker.booking.flag;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Booking.Line;
import org.qibroker.booking.Booking.Warning;
import org.qibroker.catalog.Accreditation;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.shared.RegionTime;

/** What an order relies on, held against the scope as it is now. Pure. */
public final class FlagRules {
    private FlagRules() {}

    /** The days from the work, or today if that is past, to the report. */
    public record Work(LocalDate first, LocalDate last) {
        static Work of(Booking booking, LocalDate today, WorkCalendar calendar) {
            Booking.Place place = booking.place();
            ZoneId zone = place == null ? RegionTime.ZONE : place.zone();
            LocalDate planned =
                    place == null ? today : place.slot().start().atZone(zone).toLocalDate();
            LocalDate first = planned.isAfter(today) ? planned : today;
            Instant due = booking.progress().due().turnaround();
            Integer days = booking.order().terms().turnaroundDays();
            LocalDate last = due == null
                    ? calendar.plusWorkdays(first, days == null ? 0 : days)
                    : due.atZone(zone).toLocalDate();
            return new Work(first, last.isBefore(first) ? first : last);
        }
    }

    /**
     * The scope as it is now, as far as a booking relies on it.
     *
     * @param valid the lines that hold on the first day of the work
     * @param held the accreditations of the site, whatever their dates and status
     */
    public record Scope(Set<UUID> valid, List<Accreditation> held) {}

    /** Lines that do not hold on the day of the work, and marks that the site does not hold from then to the report. */
    public static Stream<Warning> unmet(List<Line> lines, Scope scope, Work work) {
        Stream<Warning> invalid = lines.stream()
                .filter(line -> !scope.valid().contains(line.capabilityId()))
                .map(line -> new Warning("line-not-valid", line.subject()));
        Stream<Warning> marks = lines.stream()
                .flatMap(line -> line.marks().stream())
                .filter(mark -> scope.held().stream()
                        .noneMatch(a -> a.allows(mark)
                                && (a.holds(work.first(), work.last()) || a.claimed(work.first(), work.last()))))
                .map(mark -> new Warning("mark-not-held", mark));
        return Stream.concat(invalid, marks).distinct();
    }

    /** What the booking is flagged for now: what does not hold and was not known when it was ordered. */
    static List<Flag> flags(Booking booking, Scope scope, Work work, Instant now) {
        return unmet(booking.order().lines(), scope, work)
                .filter(warning -> !booking.order().warnings().contains(warning))
                .map(warning -> booking.flags().stream()
                        .filter(flag -> flag.says(warning))
                        .findFirst()
                        .orElseGet(() -> new Flag(warning.code(), warning.about(), now)))
                .toList();
    }
}
