package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;

/** State derived from the log: fed every committed event of its kinds, exactly once and in order. */
public interface Projection {
    /** Unique name; how far the projection has come is kept under it. */
    String name();

    /** Kinds of aggregates whose events it wants. */
    Set<String> kinds();

    /** Takes one event, in the transaction that also remembers that it was taken. */
    Future<Void> apply(SqlConnection tx, LoggedEvent event);
}
