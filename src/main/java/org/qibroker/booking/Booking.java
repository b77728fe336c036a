package org.qibroker.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.flag.Flag;
import org.qibroker.booking.machine.Case;
import org.qibroker.catalog.Price;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Slot;
import org.qibroker.shared.Family;
import org.qibroker.shared.Money;

/**
 * An order: who asked whom for what, when, on what terms, and how far it has come. What was ordered is kept as it was
 * at the time of the order, whatever becomes of the scope.
 *
 * @param number what people call it
 * @param place absent where nothing has to be reserved
 * @param flags what it relied on and does not hold any more, none once it has ended
 */
public record Booking(
        UUID id,
        String number,
        Parties parties,
        Order order,
        @Nullable Place place,
        Progress progress,
        List<Flag> flags,
        long version,
        Instant createdAt) {

    /** Copies the flags. */
    public Booking {
        flags = List.copyOf(flags);
    }

    /** The two sides. */
    public record Parties(
            UUID enterpriseId, String enterpriseName, UUID providerId, String providerName, UUID siteId, String site) {}

    /**
     * What was ordered.
     *
     * @param demandId the demand it serves, absent for a direct booking
     * @param warnings what did not hold when it was checked
     */
    public record Order(
            List<Line> lines,
            @Nullable UUID demandId,
            List<UUID> demandItemIds,
            int pieces,
            @Nullable String note,
            Terms terms,
            List<Warning> warnings) {
        /** Copies the lists. */
        public Order {
            lines = List.copyOf(lines);
            demandItemIds = List.copyOf(demandItemIds);
            warnings = List.copyOf(warnings);
        }

        /** The same on other terms. */
        public Order on(Terms agreed) {
            return new Order(lines, demandId, demandItemIds, pieces, note, agreed, warnings);
        }

        /** The capabilities ordered. */
        public List<UUID> capabilityIds() {
            return lines.stream().map(Line::capabilityId).toList();
        }

        /** What it is about, in a few words. */
        public String title() {
            return title(UnaryOperator.identity(), UnaryOperator.identity());
        }

        /** The same with subject and parameter in other words. */
        public String title(UnaryOperator<String> subject, UnaryOperator<String> parameter) {
            Line first = lines.get(0);
            String served = subject.apply(first.subject());
            return first.parameter().isEmpty() ? served : served + " · " + parameter.apply(first.parameter());
        }
    }

    /** A capability as it was when it was ordered. */
    public record Line(
            UUID capabilityId,
            Family family,
            String subject,
            String parameter,
            List<String> methods,
            @Nullable String range,
            @Nullable String uncertainty,
            List<String> marks) {}

    /**
     * Price and time agreed.
     *
     * @param price for all pieces; absent where it has to be asked for
     * @param turnaroundDays working days from the beginning of the work to the report, absent where not stated
     */
    public record Terms(Price.Kind priceKind, @Nullable Money price, @Nullable Integer turnaroundDays) {}

    /**
     * Something that did not hold when the order was checked against the scope.
     *
     * @param code its text is the message {@code booking.warning.<code>}
     * @param about what the text mentions
     */
    public record Warning(String code, String about) {}

    /** What is reserved. */
    public record Place(UUID resourceId, String resource, Slot slot, ZoneId zone, UUID allocationId) {
        /** The last day of it, on the clocks of the site. */
        LocalDate last() {
            return slot.end().minusNanos(1).atZone(zone).toLocalDate();
        }
    }

    /** Where it stands. */
    public BookingState state() {
        return progress.state();
    }

    /** Whether the organisation is one of the two sides. */
    public boolean concerns(UUID organisation) {
        return parties.enterpriseId().equals(organisation)
                || parties.providerId().equals(organisation);
    }

    Booking moved(Progress next) {
        List<Flag> left = next.state().ended() ? List.of() : flags;
        return new Booking(id, number, parties, order, place, next, left, version, createdAt);
    }

    /** By when it is finished if the work ends in the time reserved for it; empty where no time or turnaround is known. */
    public Optional<LocalDate> finishBy(WorkCalendar calendar) {
        Integer days = order.terms().turnaroundDays();
        return place == null || days == null
                ? Optional.empty()
                : Optional.of(calendar.plusWorkdays(place.last(), days));
    }

    Booking at(Place other) {
        return new Booking(id, number, parties, order, other, progress, flags, version, createdAt);
    }

    Booking nextVersion() {
        return new Booking(id, number, parties, order, place, progress, flags, version + 1, createdAt);
    }

    Case.Facts facts(Instant now, WorkCalendar calendar) {
        Slot slot = place == null ? null : place.slot();
        return new Case.Facts(now, calendar, number, slot, order.terms().turnaroundDays());
    }
}
