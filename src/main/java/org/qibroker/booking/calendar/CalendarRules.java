package org.qibroker.booking.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.calendar.Cell.State;
import org.qibroker.booking.calendar.Week.Day;
import org.qibroker.booking.calendar.Week.Row;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Closure;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;
import org.qibroker.resource.offer.SlotRules;
import org.qibroker.resource.place.Occupied;

/** What stands where in a calendar. Pure. */
final class CalendarRules {
    private static final int DAYS = 7;

    private final Resource resource;
    private final Known known;
    private final WorkCalendar calendar;

    private CalendarRules(Resource resource, Known known, WorkCalendar calendar) {
        this.resource = resource;
        this.known = known;
        this.calendar = calendar;
    }

    /** What is known of a resource now. */
    record Known(List<Occupied> taken, Map<UUID, Entry> bookings, Instant now) {}

    /** The week of a day. */
    static Week week(Resource resource, LocalDate day, Known known, WorkCalendar calendar) {
        return new CalendarRules(resource, known, calendar).week(day);
    }

    private Week week(LocalDate day) {
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        List<Slot> slots =
                SlotRules.slots(resource.withClosures(List.of()), monday, monday.plusDays(DAYS - 1), calendar);
        TreeSet<LocalTime> times = new TreeSet<>();
        slots.forEach(slot -> times.add(local(slot.start()).toLocalTime()));
        known.taken().forEach(place -> times.add(local(place.slot().start()).toLocalTime()));
        List<Row> rows = times.stream().map(time -> row(monday, time, slots)).toList();
        List<Day> days = IntStream.range(0, DAYS)
                .mapToObj(monday::plusDays)
                .map(this::day)
                .toList();
        return new Week(resource, days, day, rows, known.now());
    }

    private Day day(LocalDate date) {
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        boolean china = resource.zone().getId().equals("Asia/Shanghai");
        String mark = calendar.isHoliday(date) ? "holiday" : weekend && calendar.isWorkday(date) ? "worked" : "";
        boolean today = date.equals(local(known.now()).toLocalDate());
        return new Day(date, today, china ? mark : "");
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(resource.zone());
    }

    private Row row(LocalDate monday, LocalTime time, List<Slot> slots) {
        String label = resource.mode().wholeDays() ? "" : time.toString();
        return new Row(
                label,
                IntStream.range(0, DAYS)
                        .mapToObj(monday::plusDays)
                        .map(date -> cell(date, time, slots))
                        .toList());
    }

    private Cell cell(LocalDate date, LocalTime time, List<Slot> slots) {
        Slot slot = slots.stream()
                .filter(one -> startsAt(one, date, time))
                .max(Comparator.comparing(Slot::start))
                .orElse(null);
        List<Chip> chips = chips(date, time);
        if (slot == null) {
            return new Cell(date, null, State.NONE, 0, chips, null);
        }
        Optional<Closure> closure = resource.closures().stream()
                .filter(one -> one.from().isBefore(slot.end()) && slot.start().isBefore(one.to()))
                .findFirst();
        return new Cell(date, slot, state(slot, closure), free(slot), chips, closure.orElse(null));
    }

    private boolean startsAt(Slot slot, LocalDate date, LocalTime time) {
        ZonedDateTime start = local(slot.start());
        return start.toLocalDate().equals(date) && start.toLocalTime().equals(time);
    }

    private State state(Slot slot, Optional<Closure> closure) {
        @Nullable Instant overdue = resource.overdueFrom();
        if (!slot.start().isAfter(known.now())) {
            return State.PAST;
        }
        if (closure.isPresent()) {
            return State.CLOSED;
        }
        return overdue != null && slot.end().isAfter(overdue) ? State.OVERDUE : State.OPEN;
    }

    private int free(Slot slot) {
        List<List<Slot>> units = new ArrayList<>();
        for (int unit = 1; unit <= resource.capacity(); unit++) {
            int own = unit;
            units.add(known.taken().stream()
                    .filter(place -> place.unit() == own)
                    .map(place -> resource.taken(place.slot()))
                    .toList());
        }
        return SlotRules.free(resource, slot, units);
    }

    /** Places that a booking has at one time are one chip. */
    private List<Chip> chips(LocalDate date, LocalTime time) {
        Map<UUID, Chip> chips = new LinkedHashMap<>();
        known.taken().stream()
                .filter(place -> startsAt(place.slot(), date, time))
                .forEach(place -> chips.merge(
                        key(place),
                        new Chip(place, entry(place), 1),
                        (one, more) -> new Chip(one.place(), one.booking(), one.pieces() + more.pieces())));
        return List.copyOf(chips.values());
    }

    private UUID key(Occupied place) {
        Entry entry = entry(place);
        return entry == null || resource.mode().wholeDays() ? place.cause() : place.id();
    }

    private @Nullable Entry entry(Occupied place) {
        return place.bookingId() == null ? null : known.bookings().get(place.bookingId());
    }
}
