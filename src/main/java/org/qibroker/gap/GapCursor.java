package org.qibroker.gap;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** Where a part of the list begins: after the gap of that time and id. */
record GapCursor(Instant at, UUID id) {
    private static final GapCursor START = new GapCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static GapCursor of(PageRequest page) {
        if (page.cursor() == null) {
            return START;
        }
        try {
            List<String> parts = Cursor.parts(page.cursor(), 2);
            return new GapCursor(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    /** The rows, one more than shown if there is a next part, as a part of the list. */
    static Page<Gap> page(List<Gap> rows, PageRequest page) {
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null, null);
        }
        Gap last = rows.get(page.limit() - 1);
        return new Page<>(rows.subList(0, page.limit()), Cursor.of(last.createdAt(), last.id()), null);
    }
}
