package org.qibroker.booking.pages;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.qibroker.resource.offer.FreeSlot;
import org.qibroker.shared.Refusal;

/** A slot as the value of a field of a form: its start and end with a slash between (ISO 8601 interval). */
public record ChosenSlot(Instant start, Instant end) {
    private static final Duration MOST_SPREAD = Duration.ofDays(28);

    /** The value of a slot that is offered. */
    public static String value(FreeSlot slot) {
        return slot.start().toInstant() + "/" + slot.end().toInstant();
    }

    /** From the day chosen on, on as many of the days offered as one booking may spread over. */
    public ChosenSlot onwards(List<FreeSlot> days) {
        Instant last = start.plus(MOST_SPREAD);
        return days.stream()
                .map(day -> day.end().toInstant())
                .filter(after -> after.isAfter(end) && !after.isAfter(last))
                .max(Comparator.naturalOrder())
                .map(after -> new ChosenSlot(start, after))
                .orElse(this);
    }

    /**
     * What was chosen, if anything was.
     *
     * @throws Refusal BAD_INPUT if it is no interval
     */
    public static Optional<ChosenSlot> of(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] ends = text.split("/", 2);
        try {
            return Optional.of(new ChosenSlot(Instant.parse(ends[0]), Instant.parse(ends[ends.length - 1])));
        } catch (DateTimeException malformed) {
            throw (Refusal) Refusal.badInput("/start", "malformed").initCause(malformed);
        }
    }
}
