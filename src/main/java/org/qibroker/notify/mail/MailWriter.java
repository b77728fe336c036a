package org.qibroker.notify.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.qibroker.notify.Audience;
import org.qibroker.notify.NoticeRules;
import org.qibroker.notify.Reader;
import org.qibroker.notify.Readers;
import org.qibroker.notify.calendar.Invitations;
import org.qibroker.notify.preference.Choices;
import org.qibroker.notify.preference.Preferences;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.mail.Outbox;

/** Puts a mail in the outbox for each reader who should know of an event, and wants to by mail. */
final class MailWriter implements Projection {
    /** What happened longer ago is told among the notices only. */
    private static final Duration NEWS = Duration.ofDays(2);

    private final Platform platform;
    private final Outbox outbox;
    private final Readers readers;
    private final Preferences preferences;
    private final NoticeMails mails;
    private final Audience audience;

    MailWriter(Platform platform, Readers readers, NoticeMails mails) {
        this.platform = platform;
        this.outbox = new Outbox(platform);
        this.readers = readers;
        this.preferences = new Preferences(platform, readers);
        this.mails = mails;
        this.audience = new Audience(readers);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Set<String> kinds() {
        return NoticeRules.KINDS;
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        boolean news = event.at().isAfter(platform.clock().instant().minus(NEWS));
        return news && outbox.sends()
                ? audience.of(tx, event).compose(told -> write(tx, event, told))
                : Future.succeededFuture();
    }

    private Future<Void> write(SqlConnection tx, LoggedEvent event, Set<UUID> audience) {
        Set<UUID> all = new HashSet<>(audience);
        Invitations.method(event).ifPresent(method -> all.addAll(event.parties()));
        return all.isEmpty() ? Future.succeededFuture() : write(tx, event, audience, all);
    }

    private Future<Void> write(SqlConnection tx, LoggedEvent event, Set<UUID> audience, Set<UUID> all) {
        return readers.of(tx, all).compose(found -> preferences
                .of(tx, found)
                .compose(chosen -> write(tx, new Telling(event, audience), found, chosen)));
    }

    private record Telling(LoggedEvent event, Set<UUID> audience) {}

    private Future<Void> write(SqlConnection tx, Telling telling, List<Reader> found, Map<UUID, Choices> chosen) {
        Future<Void> done = Future.succeededFuture();
        for (Reader reader : found) {
            Choices choices = Objects.requireNonNull(chosen.get(reader.userId()));
            Told told = Told.of(telling.event(), telling.audience(), reader, choices);
            if (told.any()) {
                done = done.compose(before -> outbox.put(tx, mails.letter(telling.event(), reader, told)));
            }
        }
        return done;
    }
}
