package org.qibroker;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projections;

/** Feeds the projections of all features from the event log. */
final class ProjectionVerticle extends VerticleBase {
    private final Node node;
    private @Nullable Platform platform;

    ProjectionVerticle(Node node) {
        this.node = node;
    }

    @Override
    public Future<?> start() {
        Platform own = node.platform(vertx);
        platform = own;
        return vertx.deployVerticle(
                new Projections(own.database(), own.feed(), new Features(own, node).projections()));
    }

    @Override
    public Future<?> stop() {
        return platform == null ? Future.succeededFuture() : platform.database().close();
    }
}
