package org.qibroker.booking;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;

/** Orders and their life. */
public final class Bookings {
    private UnsupportedOperationException unborn() {
        return new UnsupportedOperationException();
    }

    /** Requests a booking for the caller's organisation. */
    public Future<Booking> request(BookingRequest request, Caller caller) {
        throw unborn();
    }

    /** A booking of the caller's, or any for a coordinator; fails with NOT_FOUND. */
    public Future<Booking> get(UUID id, Caller caller) {
        throw unborn();
    }

    /** The caller's bookings, newest first; all for a coordinator. */
    public Future<Page<Booking>> list(@Nullable BookingState state, PageRequest page, Caller caller) {
        throw unborn();
    }

    /** Takes the next step of a booking seen at a version; fails with STALE if it has changed since. */
    public Future<Booking> transition(UUID id, long version, BookingTransition transition, Caller caller) {
        throw unborn();
    }

    /** What happened to a booking, in order. */
    public Future<List<BookingEvent>> events(UUID id, Caller caller) {
        throw unborn();
    }
}
