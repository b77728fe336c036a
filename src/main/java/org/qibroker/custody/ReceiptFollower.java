package org.qibroker.custody;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/** Whoever says that a booking has been received says so of all its pieces. */
final class ReceiptFollower implements Projection {
    private static final String RECEIVED = "booking-received";

    private final Samples samples;

    ReceiptFollower(Samples samples) {
        this.samples = samples;
    }

    @Override
    public String name() {
        return "sample-receipts";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Bookings.EVENTS);
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        Caller provider = new Caller(event.actor(), event.organisation(), Set.of(Role.PROVIDER), event.actorName());
        return event.type().equals(RECEIVED)
                ? samples.receiveAll(tx, event.stream(), provider)
                : Future.succeededFuture();
    }
}
