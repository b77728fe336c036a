package org.qibroker.insight.count;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Supplier;
import org.qibroker.insight.count.CountRepository.Some;

/**
 * Keeps the sums of facts that change.
 *
 * @param counting whether they are kept with each change, or made at the end of all facts
 */
record Sums(boolean counting) {
    /** Changes what some facts are counted by. */
    Future<Void> around(SqlConnection tx, Some some, Supplier<Future<Void>> change) {
        return counting ? CountRepository.around(tx, some, change) : change.get();
    }

    /** Changes some facts themselves, of which there may be none before, or none after. */
    Future<Void> replace(SqlConnection tx, Some some, Supplier<Future<Void>> change) {
        return counting
                ? CountRepository.count(tx, some, -1)
                        .compose(out -> change.get())
                        .compose(done -> CountRepository.count(tx, some, 1))
                : change.get();
    }

    /** Puts new facts in. */
    Future<Void> put(SqlConnection tx, Some some) {
        return counting ? CountRepository.count(tx, some, 1) : Future.succeededFuture();
    }
}
