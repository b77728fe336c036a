package org.qibroker.booking.deadline;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import org.qibroker.account.Jurisdiction;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;

/**
 * What is due, and what is late. An organisation sees the clocks of its own bookings, a coordinator those of its {@link
 * Jurisdiction}.
 */
public final class Deadlines {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final UUID LEAST = new UUID(0, 0);

    private final Platform platform;

    Deadlines(Platform platform) {
        this.platform = platform;
    }

    /** The clocks that run, the longest due first; those that are late only, if so wanted. */
    public Future<Page<DueBooking>> list(boolean lateOnly, PageRequest page, Caller caller) {
        TimeCursor after = page.cursor() == null ? new TimeCursor(FIRST, LEAST) : TimeCursor.of(page);
        Jurisdiction sight = Jurisdiction.of(caller);
        DeadlineRepository.Wanted wanted =
                new DeadlineRepository.Wanted(sight, lateOnly ? now() : LAST, after.at(), after.id(), page.limit() + 1);
        return platform.database()
                .read(client -> DeadlineRepository.list(client, wanted))
                .map(rows -> TimeCursor.page(
                        rows, page, row -> new TimeCursor(row.deadline().due(), row.bookingId())));
    }

    Instant now() {
        return platform.clock().instant();
    }
}
