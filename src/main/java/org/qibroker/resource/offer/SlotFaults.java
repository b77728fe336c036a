package org.qibroker.resource.offer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;
import org.qibroker.shared.FieldFault;

/** Why a time cannot be had, at the field that is wrong, whoever else may want it. Pure. */
public final class SlotFaults {
    private static final int LONGEST_DAYS = 31;
    private static final int DAYS_LOOKED = 14;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private SlotFaults() {}

    /** What is wrong first with a slot that is wanted now; empty if nothing is. */
    public static Optional<FieldFault> of(Resource resource, Slot wanted, Instant now, WorkCalendar calendar) {
        if (!wanted.start().isAfter(now)) {
            return fault("/start", "slot-past");
        }
        if (wanted.end().isAfter(wanted.start().plus(Duration.ofDays(LONGEST_DAYS)))) {
            return fault("/end", "slot-too-long", LONGEST_DAYS);
        }
        if (wanted.start().isBefore(resource.earliest(now))) {
            return fault("/start", "slot-under-notice", resource.noticeHours());
        }
        if (day(wanted.start(), resource.zone()).isAfter(resource.lastDay(now))) {
            return fault("/start", "slot-beyond-horizon", resource.lastDay(now));
        }
        return offGrid(resource, wanted, calendar);
    }

    private static Optional<FieldFault> offGrid(Resource resource, Slot wanted, WorkCalendar calendar) {
        LocalDate first = day(wanted.start(), resource.zone());
        LocalDate last = day(wanted.end(), resource.zone());
        List<Slot> slots = SlotRules.slots(resource, first, last, calendar);
        if (SlotRules.joined(resource, wanted, slots)) {
            return Optional.empty();
        }
        Optional<Slot> begun = slots.stream()
                .filter(slot -> slot.start().equals(wanted.start()))
                .findFirst();
        if (begun.isPresent()) {
            return fault("/end", "slot-end-not-offered", text(begun.get().end(), resource.zone()));
        }
        return SlotRules.slots(resource, first, first.plusDays(DAYS_LOOKED), calendar).stream()
                .filter(slot -> !slot.start().isBefore(wanted.start()))
                .findFirst()
                .map(next -> fault("/start", "slot-not-offered", text(next.start(), resource.zone())))
                .orElseGet(() -> fault("/start", "slot-not-open", DAYS_LOOKED));
    }

    private static Optional<FieldFault> fault(String pointer, String code, Object... arguments) {
        return Optional.of(FieldFault.of(pointer, code, arguments));
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private static String text(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}
