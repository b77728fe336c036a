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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.qibroker.platform.config.ConfigFiles;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsException;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.events.EventFeed;
import org.qibroker.platform.events.EventRelay;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.ops.OpsVerticle;
import org.qibroker.platform.ops.ReadinessCheck;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.platform.time.WorkCalendar;

/** One node of the broker: the whole object graph, and the order in which it starts and stops. */
public final class Application {
    private final Settings settings;
    private final Vertx vertx;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicBoolean serving = new AtomicBoolean();
    private final AtomicInteger httpPort = new AtomicInteger();
    private final AtomicInteger opsPort = new AtomicInteger();
    private final Node node;

    private Application(Settings settings, DatabaseAddress address, Clock clock) {
        this.settings = settings;
        this.vertx = vertx(metrics);
        this.node = new Node(
                settings,
                address,
                clock,
                WorkCalendar.load(ConfigFiles.open("holidays-cn.csv")),
                Messages.load(),
                keys(settings),
                httpPort);
    }

    /**
     * Starts a node on a database whose tables are up to date. Blocks.
     *
     * @throws CompletionException with the reason, if a part could not start; what had started is stopped again
     */
    public static Application start(Settings settings, DatabaseAddress address, Clock clock) {
        Application application = new Application(settings, address, clock);
        try {
            await(application.deploy());
        } catch (RuntimeException e) {
            application.stop();
            throw e;
        }
        return application;
    }

    private static SigningKeys keys(Settings settings) {
        return settings.security().signingKey().map(Application::key).orElseGet(() -> SigningKeys.inFolder(settings.data().dir()));
    }

    private static SigningKeys key(Path file) {
        try {
            return SigningKeys.ofPem(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException("security.signing-key: cannot use " + file + ": " + e.getMessage());
        }
    }

    private static Vertx vertx(PrometheusMeterRegistry metrics) {
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        new UptimeMetrics().bindTo(metrics);
        VertxOptions options = new VertxOptions()
                .setPreferNativeTransport(true)
                .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true));
        return Vertx.builder()
                .with(options)
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .build();
    }

    private Future<Void> deploy() {
        DeploymentOptions perCore = new DeploymentOptions().setInstances(settings.http().verticles());
        Database database = Database.open(vertx, node.address(), settings.database());
        OpsVerticle ops = new OpsVerticle(settings.ops(), metrics, checks(database));
        return vertx.deployVerticle(ops)
                .onSuccess(id -> opsPort.set(ops.port()))
                .compose(id -> vertx.deployVerticle(relay(database)))
                .compose(id -> vertx.deployVerticle(() -> new HttpVerticle(node), perCore))
                .onSuccess(id -> serving.set(true))
                .mapEmpty();
    }

    private EventRelay relay(Database database) {
        return new EventRelay(database, node.address().pgOptions(), new EventFeed(vertx));
    }

    private List<ReadinessCheck> checks(Database database) {
        return List.of(
                new ReadinessCheck("database", () -> database.read(
                        client -> client.query("select 1").execute())),
                new ReadinessCheck(
                        "serving",
                        () -> serving.get() ? Future.succeededFuture() : Future.failedFuture("not serving")));
    }

    /** The port of pages and API. */
    public int httpPort() {
        return httpPort.get();
    }

    /** The port of health and metrics. */
    public int opsPort() {
        return opsPort.get();
    }

    /** Takes no more connections, lets running requests end, and stops everything. Blocks. */
    public void stop() {
        serving.set(false);
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
