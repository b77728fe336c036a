package org.qibroker.booking.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.qibroker.resource.Resource;

/**
 * Seven days of a resource.
 *
 * @param chosen the day that is shown where there is room for one only
 * @param rows times of day, from the earliest on
 * @param now when it is shown
 */
public record Week(Resource resource, List<Day> days, LocalDate chosen, List<Row> rows, Instant now) {
    /** Copies the lists. */
    public Week {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }

    /**
     * A day.
     *
     * @param mark {@code holiday}, {@code worked} (a weekend worked for a holiday), or {@code ""}
     */
    public record Day(LocalDate date, boolean today, String mark) {}

    /**
     * A time of day.
     *
     * @param label such as {@code 09:00}; {@code ""} where days are booked
     * @param cells one a day
     */
    public record Row(String label, List<Cell> cells) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Its Monday. */
    public LocalDate first() {
        return days.get(0).date();
    }

    /** Its Sunday. */
    public LocalDate last() {
        return days.get(days.size() - 1).date();
    }

    /** Where it is shown. */
    public String address() {
        return address(first(), chosen);
    }

    /** Where a week is shown, with the day chosen. */
    public String address(LocalDate week, LocalDate day) {
        return "/resources/" + resource.id() + "/calendar?week=" + week + "&day=" + day;
    }
}
