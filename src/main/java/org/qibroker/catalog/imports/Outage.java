package org.qibroker.catalog.imports;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Refusal;

/** Tells a database that is not there, or a node that stops, from a failure of the work itself. */
final class Outage {
    private Outage() {}

    /** Whether the work may go well another time. */
    static boolean is(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return ofState(sql.getSQLState());
        }
        if (failure instanceof PgException pg) {
            return ofState(pg.getSqlState());
        }
        if (failure instanceof Refusal refusal) {
            return refusal.kind() == Refusal.Kind.UNAVAILABLE;
        }
        return failure instanceof VertxException
                || failure instanceof IOException
                || "Pool closed".equals(failure.getMessage());
    }

    /** Connection exceptions, shutdowns, serialization failures (PostgreSQL, appendix A). */
    private static boolean ofState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("40"));
    }
}
