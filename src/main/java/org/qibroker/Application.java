package org.qibroker;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.events.EventRelay;
import org.qibroker.platform.ops.OpsVerticle;
import org.qibroker.platform.ops.ReadinessCheck;
import org.qibroker.platform.web.Assets;
import org.qibroker.sample.SampleRegion;

/** One node of the broker: its verticles, and the order in which they start and stop. */
public final class Application {
    /** Waits and times of statements are those of their pools, and are not measured twice. */
    private static final String TOLD_BY_POOLS = "sql";

    private static final Duration LONGEST_LAG = Duration.ofSeconds(10);

    private final Node node;
    private final PrometheusMeterRegistry metrics = metrics();
    private final AtomicBoolean serving = new AtomicBoolean();
    private final Vertx vertx;
    private final Platform platform;
    private final OpsVerticle ops;
    private final Deque<String> deployed = new ConcurrentLinkedDeque<>();

    private Application(Node node) {
        Settings settings = node.settings();
        this.node = node;
        this.vertx = vertx(metrics);
        this.platform = node.platform(vertx);
        this.ops = new OpsVerticle(
                settings.ops(),
                metrics,
                List.of(
                        new ReadinessCheck("database", this::database),
                        new ReadinessCheck("scopes", this::scopes),
                        new ReadinessCheck("serving", this::serving)));
        ScopeMetrics.bind(node.scopes(), metrics);
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
        DeploymentOptions one = new DeploymentOptions();
        DeploymentOptions perCore =
                new DeploymentOptions().setInstances(node.settings().http().verticles());
        EventRelay relay = new EventRelay(platform.database(), node.address().pgOptions(), platform.feed());
        return deploy(() -> ops, one)
                .compose(id -> loadSample())
                .compose(loaded -> deploy(() -> relay, one))
                .compose(id -> Future.all(loadScopes(), Assets.unpack(vertx)))
                .compose(loaded -> deploy(() -> new BackgroundVerticle(node, metrics), one))
                .compose(id -> deploy(() -> new HttpVerticle(node), perCore))
                .onSuccess(id -> serving.set(true))
                .mapEmpty();
    }

    private Future<String> deploy(Supplier<Deployable> verticle, DeploymentOptions options) {
        return vertx.deployVerticle(verticle, options).onSuccess(deployed::push);
    }

    private Future<Boolean> loadSample() {
        return node.settings().sampleEnabled()
                ? new SampleRegion(platform, node.keys()).loadOnce()
                : Future.succeededFuture(false);
    }

    private Future<Void> loadScopes() {
        return node.scopes()
                .start(
                        vertx,
                        platform.database(),
                        platform.feed(),
                        node.settings().data().dir());
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
                .setMetricsOptions(
                        new MicrometerMetricsOptions().setEnabled(true).addDisabledMetricsCategory(TOLD_BY_POOLS));
        return Vertx.builder()
                .with(options)
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .build();
    }

    private Future<?> database() {
        return platform.database().read(client -> client.query("SELECT 1").execute());
    }

    private Future<?> scopes() {
        Duration lag = node.scopes().lag();
        String state = node.scopes().loaded()
                ? node.scopes().view().size() + " lines, " + lag.toMillis() + " ms behind"
                : "being read";
        return node.scopes().loaded() && lag.compareTo(LONGEST_LAG) < 0
                ? Future.succeededFuture(state)
                : Future.failedFuture(state);
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

    /** Takes no more connections, lets running requests end, and stops what started last first. Blocks. */
    public void stop() {
        serving.set(false);
        Future<?> stopped = Future.succeededFuture();
        for (String id : deployed) {
            stopped = stopped.transform(before -> vertx.undeploy(id));
        }
        await(stopped.transform(before -> node.scopes().stop())
                .transform(before -> platform.database().close())
                .transform(before -> vertx.close()));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
