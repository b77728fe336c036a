package org.qibroker.bench;

import io.vertx.core.Vertx;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qibroker.Node;
import org.qibroker.insight.count.FigureRebuild;
import org.qibroker.sample.generated.GeneratedRegion;
import org.qibroker.shared.Role;

/**
 * The coordinator's dashboard over a year of bookings with the providers of a generated region, against the same figures
 * by one query over the facts. What the log would have told is made up as facts in bulk ({@code uptake.sql}); the sums are
 * made of them as {@code rebuild-figures} makes them.
 */
final class UptakeBenchmark {
    private static final long BOOKINGS = Long.getLong("bookings", 1_000_000);
    private static final long LINES = Long.getLong("lines", 110_000);
    private static final int TIMES = Integer.getInteger("times", 60);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String DIRECT =
            """
            SELECT month, measure, bucket, sum(n), count(DISTINCT enterprise_id) FROM insight_counted
            WHERE month BETWEEN '%s-01' AND '%s-01' GROUP BY month, measure, bucket""";

    private UptakeBenchmark() {}

    static void run() throws Exception {
        try (EmptyBroker broker = new EmptyBroker();
                Connection connection = broker.connect();
                Statement statement = connection.createStatement()) {
            new GeneratedRegion(connection, 1).growTo(LINES, written -> {});
            broker.organisation(Role.COORDINATOR);
            statement.execute("UPDATE organisation SET district = NULL WHERE 'COORDINATOR' = ANY (roles)");
            String facts = Files.readString(Path.of("src/bench/sql/uptake.sql"));
            for (String sql : facts.replace(":bookings", Long.toString(BOOKINGS)).split(";\n")) {
                statement.execute(sql);
            }
            sumUp(broker);
            statement.execute("VACUUM ANALYZE");
            measure(broker, statement);
        }
    }

    private static void sumUp(EmptyBroker broker) {
        Vertx vertx = Vertx.vertx();
        Node node = Node.of(broker.settings(), broker.address(), Clock.systemUTC());
        long begin = System.nanoTime();
        Region.await(new FigureRebuild(node.platform(vertx).database(), node.platform(vertx).calendar()).sumUp());
        System.out.printf(Locale.ROOT, "summing up %,d bookings: %.0f s%n", BOOKINGS, (System.nanoTime() - begin) / 1e9);
        Region.await(vertx.close());
    }

    private static void measure(EmptyBroker broker, Statement statement) throws Exception {
        HttpClient coordinator = signedIn(broker);
        String page = broker.url().replace("/api/v1", "/region/uptake");
        YearMonth now = YearMonth.now(java.time.ZoneId.of("Asia/Shanghai"));
        print("dashboard of a year, from sums, over HTTP", TIMES, () -> get(coordinator, page));
        print("totals of a year by one query over the facts", Math.min(5, TIMES), () -> {
            try (ResultSet rows = statement.executeQuery(DIRECT.formatted(now.minusMonths(11), now))) {
                return String.valueOf(rows.next());
            }
        });
    }

    private static void print(String what, int times, Callable<String> work) throws Exception {
        work.call();
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.call();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-60s p50 %.0f ms, p95 %.0f ms, most %.0f ms (%d times)%n",
                what,
                millis[times / 2],
                millis[(int) Math.ceil(0.95 * times) - 1],
                millis[times - 1],
                times);
    }

    private static HttpClient signedIn(EmptyBroker broker) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String signIn = broker.url().replace("/api/v1", "/sign-in");
        Matcher token = TOKEN.matcher(get(client, signIn));
        String csrf = token.find() ? token.group(1) : "";
        HttpRequest post = HttpRequest.newBuilder(URI.create(signIn))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + csrf + "&email=lab1%40example.test&password=" + EmptyBroker.PASSWORD))
                .build();
        client.send(post, HttpResponse.BodyHandlers.ofString());
        return client;
    }

    private static String get(HttpClient client, String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
