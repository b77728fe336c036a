package org.qibroker.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestNode;
import org.qibroker.support.Waiting;

/** A write that was acknowledged is there after node and PostgreSQL were killed in the midst of writing. */
class KilledIT {
    private static final int WRITERS = 4;
    private static final int ENOUGH = 40;
    private static final Map<String, Object> USER =
            Map.of("email", "first@example.test", "name", "张三", "password", "a-long-enough-password");

    @TempDir
    Path temp;

    private Path dir() throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(Path.of("target", "test-broker"));
        Path dir = Files.createDirectory(temp.resolve("data-dir"));
        Files.createSymbolicLink(
                dir.resolve(binaries.home().getFileName()), binaries.home().toAbsolutePath());
        return dir;
    }

    private static ApiClient signedIn(TestNode node) {
        Map<String, Object> secret = Map.of("email", USER.get("email"), "password", USER.get("password"));
        String token = node.api().post("/api/v1/tokens", secret).expect(200).text("/accessToken");
        return node.api().withToken(token);
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

    private static void killPostgres(Path dir) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(dir.resolve("postgres/data/postmaster.pid")).get(0));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        Waiting.until(() -> !postmaster.isAlive());
    }

    @Test
    void whatWasAcknowledgedSurvivesTheDeathOfNodeAndDatabase() throws Exception {
        Path dir = dir();
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        TestNode killed = TestNode.alone(dir);
        killed.api()
                .post(
                        "/api/v1/organisations",
                        Map.of(
                                "uscc",
                                "91310117MA9T00018D",
                                "nameZh",
                                "示例精密机械有限公司",
                                "roles",
                                List.of("ENTERPRISE"),
                                "district",
                                "310117",
                                "user",
                                USER))
                .expect(201);
        ApiClient writer = signedIn(killed);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            writers.execute(() -> write(writer, acknowledged));
        }
        Waiting.until(() -> acknowledged.size() >= ENOUGH);
        killPostgres(dir);
        killed.kill();
        writers.shutdown();
        assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        try (TestNode again = TestNode.alone(dir)) {
            ApiClient reader = signedIn(again);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            acknowledged.forEach(demand -> reader.get(demand).expect(200));
        } finally {
            Files.deleteIfExists(dir.resolve(PostgresBinaries.unpackedIn(Path.of("target", "test-broker"))
                    .home()
                    .getFileName()));
        }
    }
}
