package org.qibroker;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingClock;
import org.qibroker.matching.watch.WatchClock;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projections;
import org.qibroker.platform.mail.MailClock;
import org.qibroker.platform.mail.Outbox;
import org.qibroker.platform.time.DueClock;

/** What goes on without being asked: projections follow the event log, files are read, and what is due happens. */
final class BackgroundVerticle extends VerticleBase {
    private static final Duration LOOK_FOR_DUE_EVERY = Duration.ofSeconds(5);
    private static final Duration MATCH_AGAIN_EVERY = Duration.ofSeconds(5);
    private static final Duration SEND_MAIL_EVERY = Duration.ofSeconds(1);

    private final Node node;
    private final MeterRegistry metrics;
    private @Nullable Platform platform;
    private @Nullable BookingClock bookingClock;
    private @Nullable WatchClock watchClock;
    private @Nullable MailClock mailClock;
    private List<DueClock> dueClocks = List.of();

    BackgroundVerticle(Node node, MeterRegistry metrics) {
        this.node = node;
        this.metrics = metrics;
    }

    @Override
    public Future<?> start() {
        Platform own = node.platform(vertx);
        Features features = new Features(own, node);
        BookingClock clock = features.bookingClock();
        platform = own;
        bookingClock = clock;
        clock.start(LOOK_FOR_DUE_EVERY);
        features.catalog().imports().start();
        WatchClock watching = features.watchClock();
        watchClock = watching;
        watching.start(MATCH_AGAIN_EVERY);
        MailClock sending = new Outbox(own).clock();
        mailClock = sending;
        MailMetrics.bind(sending, metrics);
        sending.start(SEND_MAIL_EVERY);
        dueClocks = features.dueClocks();
        dueClocks.forEach(due -> due.start(LOOK_FOR_DUE_EVERY));
        return vertx.deployVerticle(new Projections(own.database(), own.feed(), features.projections()));
    }

    @Override
    public Future<?> stop() {
        Future<?> booking = bookingClock == null ? Future.succeededFuture() : bookingClock.stop();
        Future<?> watch = watchClock == null ? Future.succeededFuture() : watchClock.stop();
        Future<?> mail = mailClock == null ? Future.succeededFuture() : mailClock.stop();
        Future<?> due = Future.join(dueClocks.stream().map(DueClock::stop).toList());
        return Future.join(booking, watch, mail, due)
                .eventually(() -> platform == null
                        ? Future.succeededFuture()
                        : platform.database().close());
    }
}
