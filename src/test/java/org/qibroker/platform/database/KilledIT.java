package org.qibroker.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.TestNode;
import org.qibroker.support.Waiting;

/** What was acknowledged is there after a node, or node and PostgreSQL, were killed in the midst of their work. */
class KilledIT {
    private static final int WRITERS = 4;
    private static final int ENOUGH = 40;
    private static final int LINES = 10_000;
    private static final Map<String, Object> USER =
            Map.of("email", "first@example.test", "name", "张三", "password", "a-long-enough-password");

    @TempDir
    static Path temp;

    private static Path dir;
    private static TestNode node;

    @BeforeAll
    static void begin() throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(TestBroker.DIR);
        dir = Files.createDirectory(temp.resolve("data-dir"));
        Files.createSymbolicLink(
                dir.resolve(binaries.home().getFileName()), binaries.home().toAbsolutePath());
        node = TestNode.alone(dir);
        Map<String, Object> both = Map.of(
                "uscc",
                "91310117MA9T00018D",
                "nameZh",
                "示例精密机械有限公司",
                "roles",
                List.of("ENTERPRISE", "PROVIDER"),
                "district",
                "310117",
                "user",
                USER);
        node.api().post("/api/v1/organisations", both).expect(201);
    }

    @AfterAll
    static void end() throws IOException {
        node.close();
        Files.deleteIfExists(
                dir.resolve(PostgresBinaries.unpackedIn(TestBroker.DIR).home().getFileName()));
    }

    private static ApiClient signedIn() {
        Map<String, Object> secret = Map.of("email", USER.get("email"), "password", USER.get("password"));
        String token = node.api().post("/api/v1/tokens", secret).expect(200).text("/accessToken");
        return node.api().withToken(token);
    }

    @Test
    void whatWasAcknowledgedSurvivesTheDeathOfNodeAndDatabase() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ApiClient writer = signedIn();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            writers.execute(() -> write(writer, acknowledged));
        }
        Waiting.until(() -> acknowledged.size() >= ENOUGH);
        killPostgres();
        node.kill();
        writers.shutdown();
        assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        node = TestNode.alone(dir);
        ApiClient reader = signedIn();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        acknowledged.forEach(demand -> reader.get(demand).expect(200));
    }

    /** Writes until nobody answers any more, and keeps the address of what was acknowledged. */
    private static void write(ApiClient client, Queue<String> acknowledged) {
        Map<String, Object> demand = Map.of("items", List.of(Map.of("family", "METROLOGY", "subject", "数显卡尺")));
        try {
            while (true) {
                Answer answer = client.withKey().post("/api/v1/demands", demand);
                if (answer.status() == 201) {
                    acknowledged.add("/api/v1/demands/" + answer.id());
                }
            }
        } catch (RuntimeException | AssertionError ended) {
            assertThat(ended).isNotNull();
        }
    }

    private static void killPostgres() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(dir.resolve("postgres/data/postmaster.pid")).get(0));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        Waiting.until(() -> !postmaster.isAlive());
    }

    @Test
    void anImportOfANodeThatDiedIsBegunAgainAndNoLineIsLostOrThereTwice() throws Exception {
        ApiClient lab = signedIn();
        String place;
        try (Connection other = database()) {
            place = "/api/v1/imports/"
                    + lab.with("Content-Type", "text/csv")
                            .send("POST", "/api/v1/imports", file())
                            .expect(202)
                            .id();
            holdEvents(other);
            Waiting.until(() ->
                    one(other, "select count(*) from pg_locks where relation = 'event'::regclass and not granted") > 0);
            assertThat(lab.get(place).text("/state")).isEqualTo("RUNNING");
            assertThat(one(other, "select count(*) from capability")).isZero();
            node.kill();
        }
        node = TestNode.alone(dir);
        eachLineIsThereOnce(signedIn(), place);
    }

    private static void eachLineIsThereOnce(ApiClient lab, String place) {
        Waiting.until(() -> !List.of("QUEUED", "RUNNING")
                .contains(lab.get(place).expect(200).text("/state")));
        Answer done = lab.get(place);
        assertThat(List.of(done.text("/state"), done.text("/rows"), done.text("/added"), done.text("/rejected")))
                .containsExactly("DONE", String.valueOf(LINES), String.valueOf(LINES), "0");
        String provider = lab.get("/api/v1/me").text("/organisation/id");
        List<String> ranges = lab.get("/api/v1/providers/" + provider + "/capabilities.csv?dialect=machine")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[7])
                .toList();
        assertThat(ranges).hasSize(LINES).doesNotHaveDuplicates();
    }

    /** The database of the node, which lives on for a while when the node does not. */
    private static Connection database() throws IOException, SQLException {
        URI url = URI.create(Files.readString(dir.resolve("postgres.url")).strip());
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
}
