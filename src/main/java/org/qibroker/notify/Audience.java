package org.qibroker.notify;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.events.LoggedEvent;

/** The organisations that should know of an event: those concerned, and of what is regional those that steer the region. */
public final class Audience {
    private final Readers readers;

    /** Audiences among these readers. */
    public Audience(Readers readers) {
        this.readers = readers;
    }

    /** The organisations of one event. */
    public Future<Set<UUID>> of(SqlClient client, LoggedEvent event) {
        Set<UUID> concerned = NoticeRules.audience(event);
        return NoticeRules.regional(event)
                ? readers.coordinators(client, event).map(steering -> {
                    Set<UUID> all = new HashSet<>(concerned);
                    all.addAll(steering);
                    return all;
                })
                : Future.succeededFuture(concerned);
    }
}
