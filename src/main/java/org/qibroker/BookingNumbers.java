package org.qibroker;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/** Finds any booking by its number or at least the last five characters of it, for the audit. */
final class BookingNumbers implements Function<String, Future<Optional<UUID>>> {
    private static final int SHORTEST = 5;
    private static final Caller ANYBODYS = new Caller(null, null, Set.of(Role.COORDINATOR), "audit");

    private final Bookings bookings;

    BookingNumbers(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public Future<Optional<UUID>> apply(String number) {
        return number.length() < SHORTEST
                ? Future.succeededFuture(Optional.empty())
                : bookings.find(number, ANYBODYS).map(found -> found.map(Booking::id));
    }
}
