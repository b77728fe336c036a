package org.qibroker.booking.order;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.util.function.Supplier;
import org.qibroker.booking.Booking;
import org.qibroker.booking.order.RequestRepository.Outcome;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.EventLog.Sealed;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.platform.http.IdempotencyKey;
import org.qibroker.resource.Resource;
import org.qibroker.shared.Refusal;

/**
 * The usual way of a request: key, place, booking, event and answer in one statement that is its own transaction.
 * Whatever it does not settle – a hold in the way that has expired, a resource that changed, a race – is left to the long
 * way, which looks again.
 */
public final class AtOnce {
    private static final String KEY_USED = "idempotency_key_pk";

    private final Platform platform;
    private final Numbers numbers;

    /** In the platform's database. */
    public AtOnce(Platform platform) {
        this.platform = platform;
        this.numbers = new Numbers(platform.database());
    }

    /**
     * A request to be written.
     *
     * @param booking with its place
     * @param mostRequests fewer than so many of the enterprise may be waiting; below 0 for any number
     */
    public record Ask(
            IdempotencyKey key, Booking booking, Resource resource, Sealed event, ApiReply reply, int mostRequests) {}

    /** The number of the next booking. */
    public Future<String> number(Instant now) {
        return numbers.next(now);
    }

    /**
     * Writes it, and gives its answer, or that of the first request with its key. Fails with CONFLICT if no place is left
     * or a request with the key is running, MISMATCH if the first had another body.
     *
     * @param longWay what to do where this does not settle it
     */
    public Future<ApiReply> write(Ask ask, Supplier<Future<ApiReply>> longWay) {
        return platform.database()
                .statement(client -> RequestRepository.write(client, ask))
                .transform(done -> {
                    if (done.succeeded()) {
                        return settled(ask, done.result(), longWay);
                    }
                    boolean race =
                            done.cause() instanceof PgException violated && KEY_USED.equals(violated.getConstraint());
                    return race ? longWay.get() : Future.failedFuture(done.cause());
                });
    }

    private static Future<ApiReply> settled(Ask ask, Outcome outcome, Supplier<Future<ApiReply>> longWay) {
        Idempotency.Kept before = outcome.before();
        if (outcome.made()) {
            return Future.succeededFuture(ask.reply());
        }
        if (!outcome.mine()) {
            return Future.failedFuture(Refusal.conflict("request-running"));
        }
        if (before != null) {
            return Idempotency.again(ask.key(), before);
        }
        return outcome.full() ? Future.failedFuture(Refusal.conflict("allocation-no-overlap")) : longWay.get();
    }
}
