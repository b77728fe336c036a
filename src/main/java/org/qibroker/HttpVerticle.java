package org.qibroker;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.database.Database;

/** Serves pages and API on one event loop. */
final class HttpVerticle extends VerticleBase {
    private static final int DRAIN_SECONDS = 10;
    /** All instances of a deployment that listen on it share one free port. */
    private static final int ANY_PORT = -1;

    private final Node node;
    private @Nullable HttpServer server;
    private @Nullable Database database;

    HttpVerticle(Node node) {
        this.node = node;
    }

    @Override
    public Future<?> start() {
        Settings.Http http = node.settings().http();
        database = Database.open(vertx, node.address(), node.settings().database());
        HttpServer listening = vertx.createHttpServer(options(http)).requestHandler(router());
        server = listening;
        return listening
                .listen(http.port() == 0 ? ANY_PORT : http.port(), http.host())
                .onSuccess(bound -> node.httpPort().compareAndSet(0, bound.actualPort()));
    }

    private static HttpServerOptions options(Settings.Http http) {
        return new HttpServerOptions()
                .setIdleTimeout((int) http.idleTimeout().toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxHeaderSize(http.maxHeader())
                .setMaxInitialLineLength(http.maxHeader())
                .setCompressionSupported(true)
                .setHandle100ContinueAutomatically(true);
    }

    private Router router() {
        return Router.router(vertx);
    }

    @Override
    public Future<?> stop() {
        Future<?> drained = server == null ? Future.succeededFuture() : server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
        return drained.eventually(() -> database == null ? Future.succeededFuture() : database.close());
    }
}
