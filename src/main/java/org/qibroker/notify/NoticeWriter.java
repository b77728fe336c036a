package org.qibroker.notify;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.shared.IdSource;

/** Writes a notice for each organisation that should know of an event. */
final class NoticeWriter implements Projection {
    private final IdSource ids;
    private final Audience audience;

    NoticeWriter(IdSource ids, Audience audience) {
        this.ids = ids;
        this.audience = audience;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Set<String> kinds() {
        return NoticeRules.KINDS;
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        return audience.of(tx, event).compose(told -> {
            Future<Void> done = Future.succeededFuture();
            for (UUID organisation : told) {
                done = done.compose(before -> NoticeRepository.insert(tx, notice(organisation, event)));
            }
            return done;
        });
    }

    private Notice notice(UUID organisation, LoggedEvent event) {
        String detail = NoticeRules.detail(event);
        return new Notice(
                ids.next(),
                organisation,
                event.position(),
                event.kind(),
                NoticeRules.subject(event),
                event.type(),
                NoticeRules.about(event),
                detail.isEmpty() ? null : detail,
                event.at());
    }
}
