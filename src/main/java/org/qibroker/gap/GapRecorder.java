package org.qibroker.gap;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Objects;
import java.util.Set;
import org.qibroker.matching.MatchMade;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.Json;

/** Records a gap for each item that nobody could serve when its demand was submitted. */
final class GapRecorder implements Projection {
    @Override
    public String name() {
        return "gap";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatchMade.KIND);
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        Future<Void> done = Future.succeededFuture();
        if (event.type().equals(MatchMade.TYPE)) {
            MatchMade made = made(event);
            for (MatchMade.Outcome outcome : made.items()) {
                done = outcome.gap() == null ? done : done.compose(before -> record(tx, made, outcome, event));
            }
        }
        return done;
    }

    /** A gap has the id of its item, so that it is the same whenever it is derived again. */
    private static Future<Void> record(SqlConnection tx, MatchMade made, MatchMade.Outcome outcome, LoggedEvent event) {
        return GapRepository.insert(
                tx, outcome.itemId(), Gap.Item.of(made, outcome), Objects.requireNonNull(outcome.gap()), event.at());
    }

    private static MatchMade made(LoggedEvent event) {
        try {
            return Json.mapper().treeToValue(event.data(), MatchMade.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + event.position() + " cannot be read", e);
        }
    }
}
