package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.qibroker.booking.Bookings.By;
import org.qibroker.booking.flag.Flagging;
import org.qibroker.booking.machine.ClockRules;
import org.qibroker.booking.machine.Decision.Done;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets happen what is due: requests expire, proposals lapse, reported bookings complete, and each day open ones are held
 * against the scope. Any number of clocks may run
 * on any number of nodes; each due booking is taken by one of them.
 */
public final class BookingClock {
    private static final Logger LOG = LoggerFactory.getLogger(BookingClock.class);

    private final Platform platform;
    private final Bookings bookings;
    private final Flagging flagging;
    private long timer = -1;
    private Future<Integer> round = Future.succeededFuture(0);

    BookingClock(Platform platform, Bookings bookings, Flagging flagging) {
        this.platform = platform;
        this.bookings = bookings;
        this.flagging = flagging;
    }

    /** Looks every so often, from now on. */
    public void start(Duration every) {
        timer = platform.vertx().setPeriodic(every.toMillis(), id -> look());
    }

    /** Looks no more; done when what it is at has ended. */
    public Future<Void> stop() {
        platform.vertx().cancelTimer(timer);
        return round.otherwise(0).mapEmpty();
    }

    private void look() {
        if (round.isComplete()) {
            round = runDue().compose(done -> checkAll().map(done))
                    .onFailure(failure -> LOG.error("what is due could not be done", failure));
        }
    }

    /** Does everything that is due by now, each in a transaction of its own, and says how many there were. */
    public Future<Integer> runDue() {
        return runDue(0);
    }

    private Future<Integer> runDue(int done) {
        return platform.database()
                .transaction(this::runOne)
                .compose(found -> found ? runDue(done + 1) : Future.succeededFuture(done));
    }

    /** Holds every open booking against the scope that was not checked today, each in a transaction of its own. */
    public Future<Void> checkAll() {
        return platform.database()
                .transaction(flagging::checkNext)
                .compose(more -> more ? checkAll() : Future.succeededFuture());
    }

    private Future<Boolean> runOne(SqlConnection tx) {
        Instant now = bookings.now();
        return BookingRepository.lockDue(tx, now)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(false)
                        : run(tx, found.get(), now).map(true));
    }

    private Future<Booking> run(SqlConnection tx, Booking booking, Instant now) {
        Optional<Done> due = ClockRules.due(booking.progress(), now);
        Done done = due.orElseThrow(() -> new IllegalStateException("nothing is due for booking " + booking.id()));
        return bookings.write(tx, booking, done, new By(Actor.CLOCK, null, Caller.SYSTEM));
    }
}
