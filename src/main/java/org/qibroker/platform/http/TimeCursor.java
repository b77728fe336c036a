package org.qibroker.platform.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/**
 * Where a part of a list begins that is sorted by time and id, the newest first: after the one of that time and id. Who
 * lists reads one row more than is shown, which tells whether there is a next part.
 */
public record TimeCursor(Instant at, UUID id) {
    private static final TimeCursor START = new TimeCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /**
     * The place a request names; without a cursor the start.
     *
     * @throws Refusal BAD_INPUT if the cursor holds something else
     */
    public static TimeCursor of(PageRequest page) {
        if (page.cursor() == null) {
            return START;
        }
        try {
            List<String> parts = Cursor.parts(page.cursor(), 2);
            return new TimeCursor(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    /** The rows read, as a part of the list. */
    public static <T> Page<T> page(List<T> rows, PageRequest page, Function<T, TimeCursor> place) {
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null, null);
        }
        TimeCursor last = place.apply(rows.get(page.limit() - 1));
        return new Page<>(rows.subList(0, page.limit()), Cursor.of(last.at(), last.id()), null);
    }
}
