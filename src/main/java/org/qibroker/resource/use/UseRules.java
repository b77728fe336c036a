package org.qibroker.resource.use;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;
import org.qibroker.resource.offer.OpenHours;

/** Used by offered. Pure. */
final class UseRules {
    private UseRules() {}

    /**
     * The use of each resource in each month, resource by resource.
     *
     * @param booked the slots booked of each resource
     */
    static List<Utilisation> of(
            List<Resource> resources, List<YearMonth> months, Map<UUID, List<Slot>> booked, WorkCalendar calendar) {
        return resources.stream()
                .flatMap(resource -> months.stream()
                        .map(month -> new Utilisation(
                                resource,
                                month,
                                offered(resource, month, calendar),
                                used(resource, month, booked.getOrDefault(resource.id(), List.of()), calendar))))
                .toList();
    }

    private static Duration offered(Resource resource, YearMonth month, WorkCalendar calendar) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(day -> OpenHours.of(resource, day, calendar))
                .reduce(Duration.ZERO, Duration::plus)
                .multipliedBy(resource.capacity());
    }

    private static Duration used(Resource resource, YearMonth month, List<Slot> booked, WorkCalendar calendar) {
        return booked.stream()
                .filter(slot ->
                        YearMonth.from(slot.start().atZone(resource.zone())).equals(month))
                .map(slot -> used(resource, slot, calendar))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** A place of a day is as long as the day is open. */
    private static Duration used(Resource resource, Slot slot, WorkCalendar calendar) {
        return resource.mode().wholeDays()
                ? OpenHours.of(resource, slot.start().atZone(resource.zone()).toLocalDate(), calendar)
                : Duration.between(slot.start(), slot.end());
    }
}
