package org.qibroker;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingClock;
import org.qibroker.matching.watch.WatchClock;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projections;

/** What goes on without being asked: projections follow the event log, files are read, and what is due happens. */
final class BackgroundVerticle extends VerticleBase {
    private static final Duration LOOK_FOR_DUE_EVERY = Duration.ofSeconds(5);
    private static final Duration MATCH_AGAIN_EVERY = Duration.ofSeconds(5);

    private final Node node;
    private @Nullable Platform platform;
    private @Nullable BookingClock bookingClock;
    private @Nullable WatchClock watchClock;

    BackgroundVerticle(Node node) {
        this.node = node;
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
        return vertx.deployVerticle(new Projections(own.database(), own.feed(), features.projections()));
    }

    @Override
    public Future<?> stop() {
        Future<?> booking = bookingClock == null ? Future.succeededFuture() : bookingClock.stop();
        Future<?> watch = watchClock == null ? Future.succeededFuture() : watchClock.stop();
        return Future.join(booking, watch)
                .eventually(() -> platform == null
                        ? Future.succeededFuture()
                        : platform.database().close());
    }
}
