package org.qibroker.booking.order;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.order.Ordering.Prepared;
import org.qibroker.resource.Slot;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** Says of which booking of several something is refused, and for which slot. */
public final class BundleFault {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private BundleFault() {}

    /** The failure with its place; what is no refusal stays as it is. */
    public static Throwable of(Throwable failure, int index, @Nullable Prepared prepared) {
        if (!(failure instanceof Refusal refusal)) {
            return failure;
        }
        String place = "/bookings/" + index;
        if (!refusal.faults().isEmpty()) {
            return Refusal.badInput(
                    refusal.faults().stream().map(fault -> fault.under(place)).toList());
        }
        FieldFault fault = prepared == null || prepared.slot() == null
                ? FieldFault.of(place, "booking-refused", index + 1)
                : FieldFault.of(
                        place + "/start",
                        "slot-refused",
                        index + 1,
                        prepared.order().title(),
                        text(prepared.slot(), prepared));
        return refusal.at(fault);
    }

    private static String text(Slot slot, Prepared prepared) {
        ZonedDateTime start = slot.start().atZone(Objects.requireNonNull(prepared.zone()));
        return DAY_AND_TIME.format(start) + "–" + TIME.format(slot.end().atZone(prepared.zone()));
    }
}
