package org.qibroker.catalog.providers;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/**
 * A place in the list of what waits to be confirmed.
 *
 * @param since when it was stated or last changed
 * @param id of the site or accreditation
 */
record WaitingPlace(UUID providerId, Instant since, UUID id) {
    private static final WaitingPlace START = new WaitingPlace(new UUID(0, 0), Instant.EPOCH, new UUID(0, 0));

    static WaitingPlace of(PageRequest page) {
        if (page.cursor() == null) {
            return START;
        }
        try {
            List<String> parts = Cursor.parts(page.cursor(), 2);
            return new WaitingPlace(START.providerId, Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    String cursor() {
        return Cursor.of(since, id);
    }
}
