package org.qibroker.platform.ops;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.config.Settings;

/** Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
public final class OpsVerticle extends VerticleBase {
    private static final long PATIENCE_MS = 2_000;
    private static final int IDLE_SECONDS = 30;

    private final Settings.Ops settings;
    private final PrometheusMeterRegistry metrics;
    private final List<ReadinessCheck> checks;
    private @Nullable HttpServer server;

    /** Serves on the port of the settings; ready when all checks are. */
    public OpsVerticle(Settings.Ops settings, PrometheusMeterRegistry metrics, List<ReadinessCheck> checks) {
        this.settings = settings;
        this.metrics = metrics;
        this.checks = List.copyOf(checks);
    }

    @Override
    public Future<?> start() {
        HttpServer listening = vertx.createHttpServer(
                        new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS))
                .requestHandler(this::answer);
        server = listening;
        return listening
                .listen(settings.port(), settings.host())
                .recover(
                        e -> Future.failedFuture(RefusedToStart.listening("ops", settings.host(), settings.port(), e)));
    }

    /** Where it listens, once it does. */
    public int port() {
        return server == null ? 0 : server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            request.response()
                    .setStatusCode(405)
                    .putHeader("Allow", "GET, HEAD")
                    .end();
            return;
        }
        switch (request.path()) {
            case "/health/live" -> report(request.response(), new JsonArray(), true);
            case "/health/ready" -> ready(request.response());
            case "/metrics" -> metrics(request.response());
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void metrics(HttpServerResponse response) {
        vertx.executeBlocking(metrics::scrape)
                .onSuccess(text -> response.putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(text))
                .onFailure(failure -> response.setStatusCode(503).end());
    }

    private void ready(HttpServerResponse response) {
        Future.all(checks.stream().map(this::look).toList())
                .map(all -> all.<Result>list())
                .onSuccess(results -> report(response, results));
    }

    private record Result(boolean up, @Nullable String detail) {}

    private Future<Result> look(ReadinessCheck check) {
        return check.look()
                .get()
                .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .map(found -> new Result(true, found instanceof String detail ? detail : null))
                .otherwise(failure -> new Result(false, failure.getMessage()));
    }

    private void report(HttpServerResponse response, List<Result> results) {
        JsonArray told = new JsonArray();
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            JsonObject check = new JsonObject().put("id", checks.get(i).id()).put("status", status(result.up));
            told.add(result.detail == null ? check : check.put("detail", result.detail));
        }
        report(response, told, results.stream().allMatch(Result::up));
    }

    private static void report(HttpServerResponse response, JsonArray checks, boolean up) {
        response.setStatusCode(up ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put("status", status(up))
                        .put("checks", checks)
                        .encode());
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
