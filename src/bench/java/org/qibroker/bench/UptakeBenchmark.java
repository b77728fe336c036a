package org.qibroker.bench;

import io.vertx.core.Vertx;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.qibroker.shared.Role;

/**
 * The coordinator's dashboard over a year of bookings, against the same figures by one query over the facts. What the
 * log would have told is made up as facts in bulk; the sums are made of them as {@code rebuild-figures} makes them.
 */
final class UptakeBenchmark {
    private static final long BOOKINGS = Long.getLong("bookings", 1_000_000);
    private static final int TIMES = Integer.getInteger("times", 60);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String MADE_UP =
            """
            INSERT INTO insight_enterprise (id, district, industry, size, first_active)
            SELECT md5('e' || i)::uuid,
                   (ARRAY['310101','310104','310105','310106','310107','310109','310110','310112','310113','310114','310115',
                          '310116','310117','310118','310120','310151'])[1 + i %% 16],
                   (ARRAY['integrated-circuits','biomedicine','artificial-intelligence','electronics','life-and-health',
                          'automotive','high-end-equipment','advanced-materials','smart-terminals','future-energy'])[1 + i %% 10],
                   (ARRAY['MICRO','SMALL','MEDIUM','LARGE'])[1 + i %% 4], date_trunc('month', now() - (360 + i %% 360) * interval '1 day')::date
            FROM generate_series(0, 4999) AS i;
            INSERT INTO insight_demand
            SELECT md5('d' || i)::uuid, 'd', CASE i %% 3 WHEN 0 THEN '{}' ELSE ARRAY['P' || i %% 4] END,
                   CASE i %% 2 WHEN 0 THEN '{}' ELSE ARRAY['S' || i %% 6] END
            FROM generate_series(0, 99999) AS i;
            INSERT INTO insight_booking
            SELECT md5('b' || i)::uuid, 'B' || i, 't', md5('e' || i %% 5000)::uuid, md5('p' || i %% 200)::uuid, NULL,
                   'METROLOGY', now() - (i %% 360) * interval '1 day', CASE i %% 50 WHEN 0 THEN 'IN_PROGRESS' ELSE 'COMPLETED' END
            FROM generate_series(0, %1$d - 1) AS i;
            INSERT INTO insight_fact
            SELECT m.measure, md5('b' || i)::uuid, i, now() - (i %% 360) * interval '1 day',
                   date_trunc('month', now() - (i %% 360) * interval '1 day')::date, md5('e' || i %% 5000)::uuid,
                   md5('p' || i %% 200)::uuid, md5('d' || i %% 100000)::uuid, md5('b' || i)::uuid,
                   (ARRAY['METROLOGY','TESTING','CERTIFICATION','STANDARDS'])[1 + (i / 7) %% 4],
                   CASE m.measure WHEN 'ANSWERED' THEN (ARRAY[1, 2, 4, 8, 16, 24, 48])[1 + i %% 7] ELSE 0 END, 1
            FROM generate_series(0, %1$d - 1) AS i
                CROSS JOIN (VALUES ('REQUESTED'), ('ANSWERED'), ('BOOKED'), ('DUE'), ('ON_TIME'), ('COMPLETED')) AS m (measure)
            WHERE m.measure <> 'ON_TIME' OR i %% 10 > 0;
            """;
    private static final String DIRECT =
            """
            SELECT month, measure, bucket, sum(n), count(DISTINCT enterprise_id) FROM insight_counted
            WHERE month BETWEEN '%s-01' AND '%s-01' GROUP BY month, measure, bucket""";

    private UptakeBenchmark() {}

    static void run() throws Exception {
        try (EmptyBroker broker = new EmptyBroker();
                Connection connection = broker.connect();
                Statement statement = connection.createStatement()) {
            broker.organisation(Role.COORDINATOR);
            statement.execute("UPDATE organisation SET district = NULL");
            for (String sql : MADE_UP.formatted(BOOKINGS).split(";\n")) {
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
