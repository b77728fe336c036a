package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.qibroker.booking.BookingLog.Happened;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.machine.Case;
import org.qibroker.booking.order.Award;
import org.qibroker.booking.order.Ordering;
import org.qibroker.booking.order.Ordering.Prepared;
import org.qibroker.catalog.Price;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;

/** Makes bookings of offers that were taken: accepted from the start, at the price and for the day agreed. */
final class Awarding {
    /** When a day's work is done. */
    private static final LocalTime CLOSE_OF_WORK = LocalTime.of(18, 0);

    private final Platform platform;
    private final Ordering ordering;
    private final BookingLog log;

    Awarding(Platform platform, Ordering ordering) {
        this.platform = platform;
        this.ordering = ordering;
        this.log = new BookingLog(platform.events());
    }

    /** Makes all of them, in their order. */
    Future<List<Booking>> all(SqlConnection tx, List<Award> awards, Caller caller, Instant now) {
        List<Booking> made = new ArrayList<>();
        Future<Booking> last = Future.succeededFuture();
        for (Award award : awards) {
            last = last.compose(before -> ordering.agreed(award.order(), caller, now, platform.calendar()))
                    .compose(prepared -> write(tx, award, prepared, caller, now))
                    .onSuccess(made::add);
        }
        return last.map(made);
    }

    private Future<Booking> write(SqlConnection tx, Award award, Prepared prepared, Caller caller, Instant now) {
        Booking.Terms terms = new Booking.Terms(Price.Kind.FIXED, award.price(), null);
        return BookingRepository.nextNumber(tx, now)
                .map(number -> new Booking(
                        platform.ids().next(),
                        number,
                        prepared.parties(),
                        prepared.order().on(terms),
                        null,
                        accepted(award.finishBy()),
                        List.of(),
                        1,
                        now))
                .compose(booking -> BookingRepository.insert(tx, booking)
                        .compose(done -> log.append(
                                tx, new Happened(null, booking, "booking-awarded", Actor.ENTERPRISE, null), caller))
                        .map(booking));
    }

    private static Progress accepted(LocalDate finishBy) {
        Instant due = finishBy.atTime(CLOSE_OF_WORK).atZone(Case.ZONE).toInstant();
        return new Progress(
                BookingState.ACCEPTED,
                Due.NOTHING.withTurnaround(due),
                Progress.Waiting.NONE,
                Progress.Drafting.NONE,
                null,
                null);
    }
}
