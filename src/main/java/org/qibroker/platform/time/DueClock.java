package org.qibroker.platform.time;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.qibroker.platform.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets happen what is due, one thing in one transaction. Any number of clocks may run on any number of nodes, as long as
 * what one of them is at is kept from the others.
 */
public final class DueClock {
    private static final Logger LOG = LoggerFactory.getLogger(DueClock.class);

    private final Vertx vertx;
    private final Database database;
    private final String what;
    private final Function<SqlConnection, Future<Boolean>> one;
    private long timer = -1;
    private Future<Integer> round = Future.succeededFuture(0);

    /**
     * A clock that does not run before it is started.
     *
     * @param what is due, for the log
     * @param one does one thing that is due, and says whether there was one
     */
    public DueClock(Vertx vertx, Database database, String what, Function<SqlConnection, Future<Boolean>> one) {
        this.vertx = vertx;
        this.database = database;
        this.what = what;
        this.one = one;
    }

    /** Looks every so often, from now on. */
    public void start(Duration every) {
        timer = vertx.setPeriodic(every.toMillis(), id -> look());
    }

    /** Looks no more; done when what it is at has ended. */
    public Future<Void> stop() {
        vertx.cancelTimer(timer);
        return round.otherwise(0).mapEmpty();
    }

    private void look() {
        if (round.isComplete()) {
            round = runDue().onFailure(failure -> LOG.error("{} that are due could not be done", what, failure));
        }
    }

    /** Does everything that is due by now and says how many there were. */
    public Future<Integer> runDue() {
        return untilNone(() -> database.transaction(one));
    }

    /**
     * Does one thing after another until there is none, and says how many there were. However many there are, the stack
     * stays flat: futures composed of each other would all complete within each other in the end.
     */
    static Future<Integer> untilNone(Supplier<Future<Boolean>> one) {
        return Future.future(done -> next(one, 0, done));
    }

    private static void next(Supplier<Future<Boolean>> one, int count, Promise<Integer> done) {
        one.get()
                .onComplete(
                        found -> {
                            if (found) {
                                next(one, count + 1, done);
                            } else {
                                done.complete(count);
                            }
                        },
                        done::fail);
    }
}
