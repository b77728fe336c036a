package org.qibroker.platform.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Refusal;

/**
 * How many things of a kind an organisation may have open at a time, so that nobody keeps others from what he does not
 * mean to use. Far from the limit an organisation's transactions go side by side; near it they come one after another, so
 * that the limit is exact however many run at once.
 *
 * @param most 0 for no limit
 * @param what they are, in the plural; who has too many is refused with {@code too-many-<what>}
 * @param count counts those of an organisation
 */
public record OpenLimit(int most, String what, Count count) {
    /** More than one organisation has running at once on all nodes. */
    private static final int AT_ONCE = 100;

    /** Counts what an organisation has open at a moment. */
    public interface Count {
        /** How many there are. */
        Future<Open> of(SqlConnection tx, UUID organisation, Instant now);
    }

    /**
     * What an organisation has open.
     *
     * @param firstEnds when the first is open no more, absent if there is none
     */
    public record Open(int count, @Nullable Instant firstEnds) {}

    /** How many may be open at most where one more is certainly within the limit; below 0 for any number. */
    public int farFromIt() {
        return most == 0 ? -1 : Math.max(0, most - AT_ONCE);
    }

    /** Fails with TOO_MANY if so many more would be too many. */
    public Future<Void> keep(SqlConnection tx, UUID organisation, int more, Instant now) {
        if (most == 0) {
            return Future.succeededFuture();
        }
        return count.of(tx, organisation, now)
                .compose(open -> open.count() + more + AT_ONCE <= most
                        ? Future.succeededFuture(open)
                        : takeTurns(tx, organisation).compose(turn -> count.of(tx, organisation, now)))
                .compose(open -> open.count() + more <= most
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.tooMany("too-many-" + what, seconds(open, now), most)));
    }

    private Future<Void> takeTurns(SqlConnection tx, UUID organisation) {
        return tx.preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of(what + " of " + organisation))
                .mapEmpty();
    }

    private static long seconds(Open open, Instant now) {
        Instant ends = open.firstEnds();
        return ends == null ? 1 : Math.max(1, Duration.between(now, ends).toSeconds());
    }
}
