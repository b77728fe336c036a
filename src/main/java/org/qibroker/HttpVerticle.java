package org.qibroker;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.web.FrontDoor;

/** Serves pages and API on one event loop. */
final class HttpVerticle extends VerticleBase {
    /** A request of 200 items with all that can be said of each. */
    private static final int MOST_FIELDS = 8000;

    private static final int DRAIN_SECONDS = 10;
    private static final int ANY_PORT_SHARED_BY_ALL = -1;

    private final Node node;
    private @Nullable Platform platform;
    private @Nullable FrontDoor door;
    private @Nullable HttpServer server;

    HttpVerticle(Node node) {
        this.node = node;
    }

    @Override
    public Future<?> start() {
        Settings.Http http = node.settings().http();
        Platform own = node.platform(vertx);
        FrontDoor front = new Features(own, node).frontDoor();
        HttpServer listening = vertx.createHttpServer(options(http)).requestHandler(front.open());
        platform = own;
        door = front;
        server = listening;
        return listening
                .listen(http.port() == 0 ? ANY_PORT_SHARED_BY_ALL : http.port(), http.host())
                .recover(e -> Future.failedFuture(RefusedToStart.listening("http", http.host(), http.port(), e)))
                .onSuccess(bound -> node.httpPort().compareAndSet(0, bound.actualPort()));
    }

    private static HttpServerOptions options(Settings.Http http) {
        return new HttpServerOptions()
                .setIdleTimeout((int) http.idleTimeout().toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxHeaderSize(http.maxHeader())
                .setMaxInitialLineLength(http.maxHeader())
                .setMaxFormFields(MOST_FIELDS)
                .setMaxFormAttributeSize(http.maxBody())
                .setCompressionSupported(true)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setHandle100ContinueAutomatically(true);
    }

    @Override
    public Future<?> stop() {
        Future<?> drained =
                server == null ? Future.succeededFuture() : server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
        Future<?> silent = door == null ? Future.succeededFuture() : door.close();
        return Future.join(silent, drained)
                .eventually(() -> platform == null
                        ? Future.succeededFuture()
                        : platform.accesses().flush().eventually(platform.database()::close));
    }
}
