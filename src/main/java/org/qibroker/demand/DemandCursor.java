package org.qibroker.demand;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** Parts of a list of demands, the newest first: a part goes on where the one before it ended. */
final class DemandCursor {
    private DemandCursor() {}

    /** What to read for a part: one row more than shown tells whether there is a next. */
    static DemandRepository.Wanted wanted(PageRequest page, @Nullable DemandState state, @Nullable UUID enterprise) {
        String cursor = page.cursor();
        if (cursor == null) {
            return new DemandRepository.Wanted(enterprise, state, null, null, page.limit() + 1);
        }
        try {
            List<String> parts = Cursor.parts(cursor, 2);
            return new DemandRepository.Wanted(
                    enterprise, state, Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)), page.limit() + 1);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    /** The rows read as a part of the list. */
    static Page<Demand> page(List<Demand> rows, PageRequest page) {
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null, null);
        }
        Demand last = rows.get(page.limit() - 1);
        return new Page<>(rows.subList(0, page.limit()), Cursor.of(last.createdAt(), last.id()), null);
    }
}
