package org.qibroker.catalog.imports;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Refusal;

/** Tells a database that is not there, or a node that stops, from a failure of the work itself. */
final class Outage {
    /** What a pool says of itself, in exceptions of no type of their own. */
    private static final Set<String> NO_CONNECTION = Set.of("Pool closed", "Timeout waiting for connection");

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
        return failure instanceof ClosedConnectionException
                || failure instanceof SocketException
                || failure instanceof ClosedChannelException
                || ofPool(failure);
    }

    private static boolean ofPool(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof VertxException && message != null && NO_CONNECTION.contains(message);
    }

    /** Connection exceptions, want of connections, shutdowns, serialization failures (PostgreSQL, appendix A). */
    private static boolean ofState(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.equals("53300")
                        || state.startsWith("57P")
                        || state.startsWith("40"));
    }
}
