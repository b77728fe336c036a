package org.qibroker;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.events.EventFeed;
import org.qibroker.platform.events.EventRelay;
import org.qibroker.platform.ops.OpsVerticle;
import org.qibroker.platform.ops.ReadinessCheck;

/** One node of the broker: its verticles, and the order in which they start and stop. */
public final class Application {
    private final Node node;
    private final PrometheusMeterRegistry metrics = metrics();
    private final AtomicBoolean serving = new AtomicBoolean();
    private final Vertx vertx;
    private final Database database;
    private final OpsVerticle ops;

    private Application(Node node) {
        Settings settings = node.settings();
        this.node = node;
        this.vertx = vertx(metrics);
        this.database = Database.open(vertx, node.address(), settings.database());
        this.ops = new OpsVerticle(settings.ops(), metrics, List.of(
                new ReadinessCheck("database", this::database), new ReadinessCheck("serving", this::serving)));
    }

    /**
     * Starts a node on a database whose tables are up to date. Blocks.
     *
     * @throws RefusedToStart if it cannot take its ports; what had started is stopped again
     */
    public static Application start(Settings settings, DatabaseAddress address, Clock clock) {
        Application application = new Application(Node.of(settings, address, clock));
        try {
            await(application.deploy());
        } catch (RuntimeException e) {
            application.stop();
            throw e;
        }
        return application;
    }

    private Future<Void> deploy() {
        DeploymentOptions perCore =
                new DeploymentOptions().setInstances(node.settings().http().verticles());
        EventFeed feed = new EventFeed(vertx);
        EventRelay relay = new EventRelay(database, node.address().pgOptions(), feed);
        return vertx.deployVerticle(ops)
                .compose(id -> vertx.deployVerticle(relay))
                .compose(id -> node.scopes().start(vertx, database, feed))
                .compose(loaded -> vertx.deployVerticle(new ProjectionVerticle(node)))
                .compose(id -> vertx.deployVerticle(() -> new HttpVerticle(node), perCore))
                .onSuccess(id -> serving.set(true))
                .mapEmpty();
    }

    private static PrometheusMeterRegistry metrics() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        new UptimeMetrics().bindTo(metrics);
        return metrics;
    }

    private static Vertx vertx(PrometheusMeterRegistry metrics) {
        VertxOptions options = new VertxOptions()
                .setPreferNativeTransport(true)
                .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true));
        return Vertx.builder()
                .with(options)
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .build();
    }

    private Future<?> database() {
        return database.read(client -> client.query("SELECT 1").execute());
    }

    private Future<?> serving() {
        return serving.get() ? Future.succeededFuture() : Future.failedFuture("not serving");
    }

    /** The port of pages and API. */
    public int httpPort() {
        return node.httpPort().get();
    }

    /** The port of health and metrics. */
    public int opsPort() {
        return ops.port();
    }

    /** Takes no more connections, lets running requests end, and stops everything. Blocks. */
    public void stop() {
        serving.set(false);
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
