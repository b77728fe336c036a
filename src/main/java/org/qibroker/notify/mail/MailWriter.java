package org.qibroker.notify.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.notify.NoticeRules;
import org.qibroker.notify.Reader;
import org.qibroker.notify.Readers;
import org.qibroker.notify.preference.Choices;
import org.qibroker.notify.preference.Preferences;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;

/** Puts a mail in the outbox for each reader who should know of an event, and wants to by mail. */
final class MailWriter implements Projection {
    private final Platform platform;
    private final Readers readers;
    private final Preferences preferences;

    MailWriter(Platform platform, Readers readers, Preferences preferences) {
        this.platform = platform;
        this.readers = readers;
        this.preferences = preferences;
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
        boolean sends = platform.settings().mail().host().isPresent()
                && MailRules.news(event.at(), platform.clock().instant());
        Set<UUID> told = sends ? Told.organisations(event) : Set.of();
        return told.isEmpty()
                ? Future.succeededFuture()
                : readers.of(tx, told).compose(found -> write(tx, event, found));
    }

    private Future<Void> write(SqlConnection tx, LoggedEvent event, List<Reader> found) {
        return preferences
                .of(tx, found.stream().map(Reader::userId).toList())
                .compose(chosen -> write(tx, event, found, chosen));
    }

    private Future<Void> write(SqlConnection tx, LoggedEvent event, List<Reader> found, Map<UUID, Choices> chosen) {
        Future<Void> done = Future.succeededFuture();
        for (Reader reader : found) {
            if (Told.of(event, reader, chosen.getOrDefault(reader.userId(), Choices.USUAL))
                    .any()) {
                done = done.compose(before -> MailRepository.insert(
                        tx,
                        platform.ids().next(),
                        event.position(),
                        reader.userId(),
                        platform.clock().instant()));
            }
        }
        return done;
    }
}
