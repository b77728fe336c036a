package org.qibroker.resource.pages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.qibroker.resource.Resource;
import org.qibroker.resource.offer.FreeSlot;

/**
 * A resource in the list of its provider.
 *
 * @param hours times of each day of the week
 * @param slots of the next seven days
 * @param now when it is shown
 */
public record ResourceRow(
        Resource resource, String site, Map<DayOfWeek, String> hours, List<FreeSlot> slots, Instant now) {
    private static final int DAYS_REMINDED = 30;

    /** Whether the calibration is overdue. */
    public boolean overdue() {
        return resource.overdue(now, 0);
    }

    /** Whether the calibration is overdue within a month. */
    public boolean dueSoon() {
        return resource.overdue(now, DAYS_REMINDED);
    }

    /** How many slots of the next seven days have a place left. */
    public int free() {
        return (int) slots.stream().filter(slot -> slot.free() > 0).count();
    }
}
