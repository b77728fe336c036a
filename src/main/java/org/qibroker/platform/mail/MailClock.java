package org.qibroker.platform.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.qibroker.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox: at once what is put into it on the same node, and what else is due every so often. Any
 * number of nodes may run one; each mail is tried by one at a time. What was sent is forgotten after a month.
 */
public final class MailClock {
    private static final Logger LOG = LoggerFactory.getLogger(MailClock.class);
    private static final String WAKE = "mail.wake";
    private static final DeliveryOptions LOCAL = new DeliveryOptions().setLocalOnly(true);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Platform platform;
    private volatile Map<Mail.State, Long> counts = Map.of();
    private Optional<Postman> postman = Optional.empty();
    private Optional<MessageConsumer<Object>> woken = Optional.empty();
    private long timer = -1;
    private boolean again;
    private Future<Void> round = Future.succeededFuture();

    MailClock(Platform platform) {
        this.platform = platform;
    }

    /** Looks every so often, from now on; without a mail server it says so and does nothing. */
    public void start(Duration every) {
        if (platform.settings().mail().host().isEmpty()) {
            LOG.info("no mail is sent: mail.host is not set");
            return;
        }
        Postman ours = new Postman(platform.vertx(), platform.settings().mail());
        postman = Optional.of(ours);
        timer = platform.vertx().setPeriodic(every.toMillis(), id -> look(ours));
        woken = Optional.of(platform.vertx().eventBus().localConsumer(WAKE, told -> look(ours)));
    }

    /** Lets the clock of a node look now, since there is something to send. */
    static void wake(Vertx vertx) {
        vertx.eventBus().publish(WAKE, "", LOCAL);
    }

    /** Looks no more; done when what it is at has ended. */
    public Future<Void> stop() {
        platform.vertx().cancelTimer(timer);
        return woken.map(MessageConsumer::unregister)
                .orElseGet(Future::succeededFuture)
                .compose(deaf -> round.otherwiseEmpty())
                .compose(ended -> postman.map(Postman::close).orElseGet(Future::succeededFuture));
    }

    /** How many mails are in a state, as of the last look. */
    public long count(Mail.State state) {
        return counts.getOrDefault(state, 0L);
    }

    private void look(Postman ours) {
        again = !round.isComplete();
        if (!again) {
            round = sendAll(ours)
                    .compose(sent -> platform.database()
                            .read(client -> MailRepository.sweep(
                                    client, platform.clock().instant().minus(KEPT))))
                    .compose(swept -> platform.database().read(MailRepository::counts))
                    .<Void>map(found -> {
                        counts = found;
                        return null;
                    })
                    .onFailure(failure -> LOG.error("the outbox of mails could not be read", failure));
            round.onSuccess(done -> {
                if (again) {
                    look(ours);
                }
            });
        }
    }

    private Future<Void> sendAll(Postman ours) {
        Instant now = platform.clock().instant();
        return platform.database()
                .transaction(tx -> MailRepository.take(tx, now, now.plus(MailRules.LEASE)))
                .compose(taken -> taken.map(mail -> attempt(ours, mail).compose(done -> sendAll(ours)))
                        .orElseGet(Future::succeededFuture));
    }

    private Future<Void> attempt(Postman ours, Mail mail) {
        return Future.succeededFuture(mail)
                .compose(ours::send)
                .compose(done -> sent(mail))
                .recover(failure -> failed(mail, failure));
    }

    private Future<Void> sent(Mail mail) {
        return platform.database()
                .read(client ->
                        MailRepository.sent(client, mail.id(), platform.clock().instant()));
    }

    private Future<Void> failed(Mail mail, Throwable failure) {
        Instant now = platform.clock().instant();
        Optional<Instant> again = MailRules.again(mail.attempts(), failure, now);
        if (again.isEmpty()) {
            LOG.warn("mail {} is given up after {} attempts: {}", mail.id(), mail.attempts(), failure.toString());
        }
        String error = MailRules.oneLine(String.valueOf(failure.getMessage()));
        return platform.database().read(client -> MailRepository.failed(client, mail.id(), error, again.orElse(null)));
    }
}
