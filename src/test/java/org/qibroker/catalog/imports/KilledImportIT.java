package org.qibroker.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.Main;
import org.qibroker.platform.http.Json;
import org.qibroker.support.Waiting;

/** A node that is killed while it publishes a scope, and started again. */
class KilledImportIT {
    private static final int LINES = 10_000;
    private static final String LAB =
            """
            {"uscc": "91310117MA9T00018D", "nameZh": "甲", "nameEn": "A", "roles": ["PROVIDER"], "district": "310117",
             "user": {"email": "lab@example.test", "name": "lab", "password": "a-long-enough-password"}}""";
    private static final String SECRET =
            """
            {"email": "lab@example.test", "password": "a-long-enough-password"}""";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    @Test
    void theImportIsBegunAgainAndNoLineIsLostOrThereTwice() throws Exception {
        String place;
        Node killed = started();
        try (Connection other = database()) {
            send(killed, "POST", "/organisations", LAB);
            token = send(killed, "POST", "/tokens", SECRET).get("accessToken").asText();
            place = "/imports/"
                    + send(killed, "POST", "/imports?format=CSV", file())
                            .get("id")
                            .asText();
            holdEvents(other);
            Waiting.until(() ->
                    one(other, "select count(*) from pg_locks where relation = 'event'::regclass and not granted") > 0);
            assertThat(send(killed, "GET", place, "").get("state").asText()).isEqualTo("RUNNING");
            assertThat(one(other, "select count(*) from capability")).isZero();
            killed.process.destroyForcibly().waitFor();
        } finally {
            killed.process.destroyForcibly().waitFor();
        }
        Node again = started();
        try {
            eachLineIsThereOnce(again, place);
        } finally {
            again.process.destroy();
            assertThat(again.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void eachLineIsThereOnce(Node again, String place) throws Exception {
        JsonNode done = ended(again, place);
        assertThat(List.of(
                        done.get("state").asText(),
                        done.get("rows").asInt(),
                        done.get("added").asInt(),
                        done.get("rejected").asInt()))
                .containsExactly("DONE", LINES, LINES, 0);
        String lab = send(again, "GET", "/me", "").get("organisation").get("id").asText();
        List<String> ranges = get(again, "/providers/" + lab + "/capabilities.csv?dialect=machine")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[7])
                .toList();
        assertThat(ranges).hasSize(LINES).doesNotHaveDuplicates();
    }

    /** The database of the node, which lives on for a while when the node does not. */
    private Connection database() throws IOException, SQLException {
        URI url = URI.create(Files.readString(folder.resolve("postgres.url")).strip());
        String[] user = url.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + "/qi_broker", user[0], user[1]);
    }

    /** Lets nobody say that anything happened: whoever publishes lines has written them all, and waits. */
    private static void holdEvents(Connection other) throws SQLException {
        other.setAutoCommit(false);
        try (Statement lock = other.createStatement()) {
            lock.execute("LOCK TABLE event IN EXCLUSIVE MODE");
        }
    }

    private static long one(Connection other, String sql) {
        try (Statement statement = other.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file() {
        StringBuilder file = new StringBuilder("family,subject,parameter,range,uncertainty\n");
        for (int i = 1; i <= LINES; i++) {
            file.append("METROLOGY,压力表")
                    .append(i / 50)
                    .append(",示值误差,0~")
                    .append(i)
                    .append(" kPa,U=0.1 kPa\n");
        }
        return file.toString();
    }

    private record Node(Process process, String url) {}

    private Node started() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--http.port=" + port,
                        "--ops.port=0",
                        "--sample.enabled=false",
                        "--data.dir=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
        Node node = new Node(process, "http://127.0.0.1:" + port + "/api/v1");
        long giveUp = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!answers(node)) {
            assertThat(process.isAlive() && System.nanoTime() < giveUp)
                    .as(Files.readString(folder.resolve("node.log")))
                    .isTrue();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return node;
    }

    private boolean answers(Node node) {
        try {
            return !get(node, "/quantities").isEmpty();
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    private JsonNode ended(Node node, String place) throws Exception {
        JsonNode now = send(node, "GET", place, "");
        while (List.of("QUEUED", "RUNNING").contains(now.get("state").asText())) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            now = send(node, "GET", place, "");
        }
        return now;
    }

    private String get(Node node, String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(node.url + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private JsonNode send(Node node, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url + path))
                .header("Content-Type", path.startsWith("/imports") ? "text/csv" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Json.mapper().readTree(answer.body());
    }
}
