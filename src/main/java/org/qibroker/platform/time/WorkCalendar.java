package org.qibroker.platform.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Working days in China: Monday to Friday without public holidays, and the weekends worked for them (调休), as the State
 * Council sets them year by year. In a year that is not known only weekends are off.
 */
public final class WorkCalendar {
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> workedWeekends = new HashSet<>();
    private final Set<Integer> years;

    private WorkCalendar(BufferedReader lines) {
        lines.lines().skip(1).filter(line -> !line.isBlank()).forEach(this::add);
        years = holidays.stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads {@code date,kind,name}, kind being HOLIDAY or WORKDAY, below a header line.
     *
     * @throws IllegalArgumentException naming the line that is wrong
     */
    public static WorkCalendar load(Reader csv) {
        try (BufferedReader lines = new BufferedReader(csv)) {
            return new WorkCalendar(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] cells = line.strip().split(",", 3);
        LocalDate day;
        try {
            day = LocalDate.parse(cells[0].replace("\uFEFF", ""));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("holidays: no date at the start of: " + line, e);
        }
        switch (cells.length > 1 ? cells[1] : "") {
            case "HOLIDAY" -> holidays.add(day);
            case "WORKDAY" -> workedWeekends.add(day);
            default -> throw new IllegalArgumentException("holidays: neither HOLIDAY nor WORKDAY: " + line);
        }
    }

    /** Whether the holidays of the year are known; where not, say so beside what was computed. */
    public boolean covers(int year) {
        return years.contains(year);
    }

    /** Whether people work on that day. */
    public boolean isWorkday(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workedWeekends.contains(day) : !holidays.contains(day);
    }

    /** Whether the day is a public holiday, on a weekend or not. */
    public boolean isHoliday(LocalDate day) {
        return holidays.contains(day);
    }

    /**
     * The day so many working days after another; the day itself counts for nothing, so that 0 days are the day itself,
     * working day or not.
     *
     * @throws IllegalArgumentException if days is negative
     */
    public LocalDate plusWorkdays(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("working days to add must not be negative, were " + days);
        }
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkday(day) ? 1 : 0;
        }
        return day;
    }

    /** The same time of day in the zone, so many working days later. */
    public Instant plusWorkdays(Instant from, int days, ZoneId zone) {
        ZonedDateTime local = from.atZone(zone);
        return ZonedDateTime.of(plusWorkdays(local.toLocalDate(), days), local.toLocalTime(), zone)
                .toInstant();
    }

    /** How many working days lie after the first day, up to and including the second; negative if it is earlier. */
    public int workdaysBetween(LocalDate first, LocalDate second) {
        if (second.isBefore(first)) {
            return -workdaysBetween(second, first);
        }
        return (int) first.plusDays(1)
                .datesUntil(second.plusDays(1))
                .filter(this::isWorkday)
                .count();
    }
}
