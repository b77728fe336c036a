package org.qibroker.resource;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/**
 * A resource in the list of its provider.
 *
 * @param hours times of each day of the week
 * @param slots of the next seven days
 */
public record ResourceRow(Resource resource, String site, Map<DayOfWeek, String> hours, List<FreeSlot> slots) {
    /** How many slots of the next seven days have a place left. */
    public int free() {
        return (int) slots.stream().filter(slot -> slot.free() > 0).count();
    }
}
