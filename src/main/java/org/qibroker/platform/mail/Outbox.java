package org.qibroker.platform.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Letters that are to be sent, and those that could not be. */
public final class Outbox {
    private static final int MOST = 200;

    private final Platform platform;

    /** The outbox of a platform. */
    public Outbox(Platform platform) {
        this.platform = platform;
    }

    /** Whether there is a server that takes mails. */
    public boolean sends() {
        return platform.settings().mail().host().isPresent();
    }

    /**
     * Puts a letter into the outbox, in the transaction of what it tells: it is sent if that is committed. Without a mail
     * server nothing happens.
     */
    public Future<Void> put(SqlConnection tx, Letter letter) {
        if (!sends()) {
            return Future.succeededFuture();
        }
        tx.transaction().completion().onSuccess(committed -> MailClock.wake(platform.vertx()));
        return MailRepository.insert(
                tx, platform.ids().next(), letter, platform.clock().instant());
    }

    /** Forgets every letter to an address, sent or not. */
    public Future<Void> forget(SqlConnection tx, String address) {
        return MailRepository.delete(tx, address);
    }

    /** What sends; it does not run before it is started. */
    public MailClock clock() {
        return new MailClock(platform);
    }

    /**
     * How it stands.
     *
     * @param sends whether there is a mail server at all
     * @param troubled what failed at least once, given up first; at most two hundred
     */
    public record Standing(boolean sends, Map<Mail.State, Long> counts, List<Mail> troubled) {
        /** How many are in a state. */
        public long count(Mail.State state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    /** How it stands; fails FORBIDDEN for anyone but the operator. */
    public Future<Standing> standing(Caller caller) {
        operator(caller);
        return platform.database()
                .read(client -> MailRepository.counts(client).compose(counts -> MailRepository.troubled(client, MOST)
                        .map(troubled -> new Standing(sends(), counts, troubled))));
    }

    /** Tries again what was given up; how many those are. Fails FORBIDDEN for anyone but the operator. */
    public Future<Integer> retry(Caller caller) {
        operator(caller);
        return platform.database()
                .transaction(tx -> MailRepository.retry(tx, platform.clock().instant()))
                .onSuccess(retried -> MailClock.wake(platform.vertx()));
    }

    private static void operator(Caller caller) {
        if (!caller.has(Role.ADMIN)) {
            throw Refusal.forbidden();
        }
    }
}
