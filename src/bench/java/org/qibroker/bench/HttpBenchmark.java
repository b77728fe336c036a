package org.qibroker.bench;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.qibroker.Application;
import org.qibroker.account.AccountModule;
import org.qibroker.account.CreateUser;
import org.qibroker.account.NewUser;
import org.qibroker.catalog.ScopeView;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchEngine;
import org.qibroker.matching.MatchRequest;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/** G6: matches a second over HTTP, client and broker in this one process, against the engine alone on as many threads. */
final class HttpBenchmark {
    private static final long BLOCK_NANOS = Long.getLong("block.seconds", 4) * 1_000_000_000;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int CLIENTS = 8;
    private static final int ACCOUNTS = 20;
    private static final String PASSWORD = "benchmark-2026";

    private final Region region;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<MatchRequest> requests;
    private final List<HttpRequest> posts = new ArrayList<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();

    private HttpBenchmark(Region region, ScopeView view) {
        this.region = region;
        this.requests = new Requests(view).draw(200);
    }

    static void run() throws Exception {
        try (Region region = Region.of(Region.LINES)) {
            ScopeView view = region.load();
            Application broker =
                    Application.start(region.settings(), region.database().address(), Clock.systemUTC());
            HttpBenchmark benchmark = new HttpBenchmark(region, view);
            benchmark.prepare(broker.httpPort());
            Abba.measure(benchmark::overHttp, () -> benchmark.inProcess(view))
                    .print("G6 POST /matches ÷ engine in process", "matches a second");
            broker.stop();
        }
    }

    private void prepare(int port) throws Exception {
        String api = "http://127.0.0.1:" + port + "/api/v1";
        Platform platform = region.node().platform(Vertx.vertx());
        AccountModule accounts = new AccountModule(platform, region.node().keys());
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            String email = "bench" + System.nanoTime() + "@example.test";
            NewUser user = new NewUser(email, "bench", PASSWORD);
            Region.await(accounts.accounts().createUser(new CreateUser(null, user, Set.of(Role.ADMIN)), Caller.SYSTEM));
            String secret = "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}";
            HttpRequest signIn = post(api + "/tokens", secret).build();
            String answer =
                    client.send(signIn, HttpResponse.BodyHandlers.ofString()).body();
            tokens.add(Json.mapper().readTree(answer).get("accessToken").asText());
        }
        for (int i = 0; i < requests.size() * ACCOUNTS; i++) {
            String body = Json.mapper().writeValueAsString(requests.get(i % requests.size()));
            posts.add(post(api + "/matches", body)
                    .header("Authorization", "Bearer " + tokens.get(i % ACCOUNTS))
                    .build());
        }
    }

    private static HttpRequest.Builder post(String address, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private double overHttp() {
        return rate(CLIENTS, number -> {
            HttpResponse<byte[]> answer =
                    client.send(posts.get(number % posts.size()), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
        });
    }

    private double inProcess(ScopeView view) {
        MatchContext context = region.context();
        return rate(THREADS, number -> MatchEngine.match(requests.get(number % requests.size()), view, context));
    }

    private interface Step {
        void take(int number) throws Exception;
    }

    private double rate(int threads, Step step) {
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        Callable<Void> work = () -> {
            while (System.nanoTime() - begun < BLOCK_NANOS) {
                step.take(next.getAndIncrement());
            }
            return null;
        };
        try {
            for (Future<Void> done : pool.invokeAll(Collections.nCopies(threads, work))) {
                done.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return next.get() * 1e9 / (System.nanoTime() - begun);
    }
}
