package org.qibroker.booking.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking.Line;
import org.qibroker.booking.Booking.Terms;
import org.qibroker.booking.Booking.Warning;
import org.qibroker.resource.Resource;
import org.qibroker.resource.offer.FreeSlot;

/**
 * What the page shows on which a booking is requested.
 *
 * @param week the slots to choose from, absent where nothing has to be reserved
 * @param queue where nobody chooses a time; absent otherwise
 * @param filled what has been filled in
 */
public record NewBooking(
        String provider,
        UUID providerId,
        String site,
        List<Line> lines,
        Terms terms,
        List<Warning> warnings,
        @Nullable Week week,
        @Nullable Queue queue,
        Filled filled) {

    /**
     * A queue to stand in.
     *
     * @param promised the day on which the work on so many pieces would end at the latest, absent if none is in sight
     * @param finish by when the report would be there, absent if not known
     */
    public record Queue(Resource resource, @Nullable LocalDate promised, @Nullable LocalDate finish) {}

    /**
     * What comes with the page's address or form.
     *
     * @param key id of the booking to be, so that a form sent twice makes one
     * @param slot start and end of the slot chosen, {@code ""} if none is
     */
    public record Filled(
            UUID key,
            List<UUID> capabilityIds,
            @Nullable UUID demandId,
            List<UUID> demandItemIds,
            String slot,
            String pieces,
            String note) {

        /** The address of the page with the choice made so far, without a week. */
        public String address() {
            StringBuilder address = new StringBuilder("/bookings/new?");
            capabilityIds.forEach(
                    id -> address.append("capabilityIds=").append(id).append('&'));
            demandItemIds.forEach(
                    id -> address.append("demandItemIds=").append(id).append('&'));
            if (demandId != null) {
                address.append("demandId=").append(demandId).append('&');
            }
            return address.append("from=").toString();
        }
    }

    /**
     * Seven days of a resource.
     *
     * @param first a Monday
     * @param earlier whether a week before can still be chosen from
     * @param holidaysKnown whether holidays of its year are known
     */
    public record Week(Resource resource, LocalDate first, List<Day> days, boolean earlier, boolean holidaysKnown) {
        /** The Monday of the week before. */
        public LocalDate before() {
            return first.minusWeeks(1);
        }

        /** The Monday of the week after. */
        public LocalDate after() {
            return first.plusWeeks(1);
        }

        /** Its last day. */
        public LocalDate last() {
            return first.plusDays(6);
        }

        /** Whether there is nothing to choose. */
        public boolean full() {
            return days.stream().flatMap(day -> day.slots().stream()).allMatch(slot -> slot.free() == 0);
        }
    }

    /** One day with its slots. */
    public record Day(LocalDate date, List<FreeSlot> slots) {
        /** Which day of the week. */
        public DayOfWeek weekday() {
            return date.getDayOfWeek();
        }
    }
}
