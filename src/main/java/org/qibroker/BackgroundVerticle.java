package org.qibroker;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.watch.ScopeClock;
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
    private final List<Supplier<Future<Void>>> stops = new ArrayList<>();

    BackgroundVerticle(Node node, MeterRegistry metrics) {
        this.node = node;
        this.metrics = metrics;
    }

    @Override
    public Future<?> start() {
        Platform own = node.platform(vertx);
        Features features = new Features(own, node);
        platform = own;
        start(features);
        MailClock sending = new Outbox(own).clock();
        MailMetrics.bind(sending, metrics);
        sending.start(SEND_MAIL_EVERY);
        stops.add(sending::stop);
        return vertx.deployVerticle(new Projections(own.database(), own.feed(), features.projections()));
    }

    private void start(Features features) {
        for (DueClock due : features.dueClocks()) {
            due.start(LOOK_FOR_DUE_EVERY);
            stops.add(due::stop);
        }
        features.catalog().imports().start();
        for (ScopeClock watching : features.scopeClocks()) {
            watching.start(MATCH_AGAIN_EVERY);
            stops.add(watching::stop);
        }
    }

    @Override
    public Future<?> stop() {
        return Future.join(stops.stream().map(Supplier::get).toList())
                .eventually(() -> platform == null
                        ? Future.succeededFuture()
                        : platform.database().close());
    }
}
