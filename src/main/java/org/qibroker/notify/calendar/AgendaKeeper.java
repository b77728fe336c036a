package org.qibroker.notify.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;

/** Keeps the appointments as the events of bookings say. */
final class AgendaKeeper implements Projection {
    @Override
    public String name() {
        return "agenda";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("booking");
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        return Appointment.of(event)
                .map(appointment -> AgendaRepository.put(tx, appointment))
                .orElseGet(Future::succeededFuture);
    }
}
