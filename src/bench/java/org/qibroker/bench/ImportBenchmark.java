package org.qibroker.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.qibroker.bench.EmptyBroker.Laboratory;
import org.qibroker.platform.http.Json;

/**
 * G10: lines a second from the upload of a scope file until its last line is searchable, ÷ COPY of the same rows into
 * the same table, with its keys, constraints and indexes, and, beside it, into a bare one. Each block has a broker of
 * its own.
 */
final class ImportBenchmark {
    private static final String COLUMNS =
            "id, provider_id, site_id, family, service_kind, subject, subject_en, parameter,"
                    + " scenarios, quantity, methods, range_text, conditions, uncertainty_text, coverage_factor, limitation,"
                    + " marks, on_site, price_kind, price_fen, price_per, turnaround_days, resource_id, valid_from, valid_to,"
                    + " recorded_at, recorded_until, import_id";

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(200);

    private final int lines = Integer.getInteger("lines", 100_000);
    private final int rounds = Integer.getInteger("rounds", 2);
    private final int copies = Integer.getInteger("copies", lines);
    private final boolean judging = !System.getProperty("judge", "true").equals("false");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Series published = new Series("import, until published", "lines/s");
    private final Series searchable = new Series("import, until searchable", "lines/s");
    private final Series copied = new Series("COPY into the same table", "lines/s");
    private final Series bare = new Series("COPY into a bare table", "lines/s");
    private final Series judged = new Series("lines of a new scope judged", "lines/s");
    private @Nullable EmptyBroker broker;
    private int providers;

    private ImportBenchmark() {}

    static void run() throws Exception {
        new ImportBenchmark().measure();
    }

    private void measure() throws Exception {
        try (PeakHeap heap = new PeakHeap()) {
            for (int block = 0; block < rounds; block++) {
                block();
            }
            System.out.printf(
                    "import of %,d lines, heap of %,d MiB%n",
                    lines, Runtime.getRuntime().maxMemory() >> 20);
            published.print();
            searchable.print();
            copied.print();
            bare.print();
            if (judging) {
                judged.print();
            }
            Series.ratio("G10 import ÷ COPY, goal 0.25, moonshot 0.5", searchable, copied);
            Series.ratio("until published ÷ COPY", published, copied);
            Series.ratio("until searchable ÷ bare COPY", searchable, bare);
            System.out.printf("%-60s %12.1f MiB in use after a collection, at most%n", "heap", heap.megabytes());
        }
    }

    /** On a broker that has nothing yet: a small file to warm up, the import, its judgement, and COPY of the same. */
    private void block() throws Exception {
        try (EmptyBroker fresh = new EmptyBroker()) {
            broker = fresh;
            importFile(10_000);
            Laboratory lab = importFile(lines);
            if (judging) {
                judge(lab);
            }
            copy(lab);
        }
    }

    /** A lab that opens its scope after an import waits for this. */
    private void judge(Laboratory lab) throws Exception {
        long start = System.nanoTime();
        HttpRequest quality = request(lab, "/providers/" + lab.organisation() + "/quality")
                .GET()
                .build();
        while (http.send(quality, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
        judged.add(rate(lines, start));
    }

    /** The first, small one only warms up. */
    private Laboratory importFile(int count) throws Exception {
        Laboratory lab = broker().laboratory();
        providers++;
        ScopeFileMaker maker = new ScopeFileMaker(providers, "甲" + providers);
        Path file = maker.write(count);
        long start = System.nanoTime();
        JsonNode taken = send(request(lab, "/imports").POST(HttpRequest.BodyPublishers.ofFile(file)));
        JsonNode now = taken;
        while (!now.path("state").asText().equals("DONE")) {
            if (now.path("state").asText().equals("FAILED")) {
                throw new IllegalStateException(now.toString());
            }
            LockSupport.parkNanos(LOOK_AGAIN);
            now = send(request(lab, "/imports/" + taken.path("id").asText()).GET());
        }
        double untilPublished = rate(count, start);
        String query = "/capabilities?limit=1&providerId=" + lab.organisation() + "&q="
                + URLEncoder.encode(maker.subject(count - 1), StandardCharsets.UTF_8);
        while (send(request(lab, query).GET()).path("items").isEmpty()) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
        if (count == lines) {
            published.add(untilPublished);
            searchable.add(rate(count, start));
            System.out.printf(
                    "%,d lines published in %.1f s, searchable in %.1f s%n",
                    count, count / untilPublished, (System.nanoTime() - start) / 1e9);
        }
        Files.delete(file);
        return lab;
    }

    private EmptyBroker broker() {
        return Objects.requireNonNull(broker);
    }

    private static double rate(int count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private HttpRequest.Builder request(Laboratory lab, String path) {
        return HttpRequest.newBuilder(URI.create(broker().url() + path))
                .header("Authorization", "Bearer " + lab.token())
                .header("Content-Type", "text/csv");
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body());
    }

    /**
     * The rows of the import before, under new ids, as those of a provider without lines; taken back afterwards, so that
     * nothing reads them meanwhile.
     */
    private void copy(Laboratory from) throws Exception {
        Path rows = Files.createTempFile("rows", null);
        try (Connection connection = broker().connect()) {
            String select = "SELECT uuidv7(), " + COLUMNS.substring("id, ".length())
                    + " FROM capability WHERE provider_id = '" + from.organisation() + "' ORDER BY record_id LIMIT "
                    + copies;
            try (OutputStream out = Files.newOutputStream(rows)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + select + ") TO STDOUT", out);
            }
            execute(connection, "CREATE TEMP TABLE bare AS SELECT " + COLUMNS + " FROM capability LIMIT 0");
            connection.setAutoCommit(false);
            copied.add(timed(connection, "capability", rows));
            bare.add(timed(connection, "bare", rows));
            connection.rollback();
        } finally {
            Files.delete(rows);
        }
    }

    private double timed(Connection connection, String table, Path rows) throws Exception {
        try (InputStream in = Files.newInputStream(rows)) {
            long start = System.nanoTime();
            long count = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " (" + COLUMNS + ") FROM STDIN", in, 1 << 16);
            return rate((int) count, start);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
