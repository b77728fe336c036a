package org.qibroker.gap.map;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;

/** Remembers the industry that each organisation said last. */
public final class IndustryKeeper implements Projection {
    private static final String SAID = "organisation-profiled";

    @Override
    public String name() {
        return "gap-industry";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("organisation");
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        return event.type().equals(SAID)
                ? MapRepository.keep(
                        tx, event.stream(), event.data().path("industry").asText(""))
                : Future.succeededFuture();
    }
}
