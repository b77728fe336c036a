package org.qibroker.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

class StoredFilesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--files.mebibytes-per-day=30");

    private static ApiClient somebody(int number) {
        return BROKER.as(Role.ENTERPRISE, number).with("Content-Type", "application/octet-stream");
    }

    private static UUID stored(String content) {
        return somebody(1)
                .post("/api/v1/files?name=values.txt", content)
                .expect(201)
                .id();
    }

    private static Caller caller(int number) {
        UUID organisation = BROKER.person(Role.ENTERPRISE, number).organisation();
        return new Caller(UUID.randomUUID(), organisation, Set.of(Role.ENTERPRISE), "Zhang");
    }

    private static List<StoredFile> attach(UUID id, Set<FileType> types, int number) {
        StoredFiles files = new StoredFiles(BROKER.platform());
        Caller caller = caller(number);
        return TestBroker.await(BROKER.database().transaction(tx -> files.attach(tx, List.of(id), types, caller)));
    }

    @Test
    void aFileComesBackAsItWasAndOnlyToItsOrganisation() {
        String content = "x,y\r\n" + "1,长度\r\n".repeat(200_000);
        Answer made = somebody(1)
                .post("/api/v1/files?name=%2E%2E%2Fvalues.csv", content)
                .expect(201);
        assertThat(made.text("/name")).isEqualTo("values.csv");
        assertThat(made.text("/mediaType")).isEqualTo("text/csv");

        String place = made.header("Location");
        assertThat(somebody(1).get(place).expect(200).text("/sha256")).isEqualTo(made.text("/sha256"));
        Answer file = somebody(1).get(place + "/content").expect(200);
        assertThat(file.body()).isEqualTo(content);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''values.csv");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");

        somebody(2).get(place).expect(404);
        somebody(2).get(place + "/content").expect(404);
        BROKER.as(Role.COORDINATOR).get(place).expect(404);
    }

    @Test
    void whatIsNotTakenIsRefusedWithAReason() {
        somebody(3).post("/api/v1/files?name=a.pdf", "<html>").expect(415);
        somebody(3).post("/api/v1/files", "a\u0000b").expect(415);
        assertThat(somebody(3).send("POST", "/api/v1/files", "").expect(400).text("/errors/0/code"))
                .isEqualTo("file-empty");
        somebody(3)
                .post("/api/v1/files", "a".repeat((int) StoredFiles.MAX_BYTES + 1))
                .expect(413);
        assertThat(
                        BROKER.rows(
                                "SELECT * FROM stored_file_part p WHERE NOT EXISTS (SELECT FROM stored_file f WHERE f.id = p.file_id)"))
                .isEmpty();
    }

    @Test
    void anOrganisationMayStoreSoMuchADay() {
        String half = "a".repeat(16 * 1024 * 1024);
        somebody(4).post("/api/v1/files", half).expect(201);
        assertThat(somebody(4).post("/api/v1/files", half).expect(409).text("/type"))
                .endsWith("file-quota");
        somebody(5).post("/api/v1/files", "small").expect(201);
    }

    @Test
    void aLooseFileIsAttachedOnceByItsOrganisation() {
        UUID id = stored("a report");
        assertThatThrownBy(() -> attach(id, Set.of(FileType.TEXT), 2)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> attach(id, Set.of(FileType.PDF), 1)).isInstanceOf(Refusal.class);
        assertThat(attach(id, EnumSet.allOf(FileType.class), 1)).hasSize(1);
        assertThatThrownBy(() -> attach(id, EnumSet.allOf(FileType.class), 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void anAttachedFileStaysAndALooseOneGoesAfterADay() {
        UUID attached = stored("attached");
        attach(attached, Set.of(FileType.TEXT), 1);
        UUID loose = UUID.randomUUID();
        BROKER.execute(
                """
                INSERT INTO stored_file (id, name, media_type, bytes, sha256, organisation_id, attached, created_at)
                VALUES (?, 'a.txt', 'TEXT', 1, sha256('a'), ?, false, now() - interval '25 hours')""",
                loose,
                BROKER.person(Role.ENTERPRISE, 1).organisation());
        somebody(1).get("/api/v1/files/" + loose).expect(200);
        stored("later");

        somebody(1).get("/api/v1/files/" + loose).expect(404);
        somebody(1).get("/api/v1/files/" + attached).expect(200);
        assertThatThrownBy(() -> BROKER.execute("DELETE FROM stored_file WHERE id = ?", attached))
                .hasStackTraceContaining("never changes");
        assertThatThrownBy(
                        () -> BROKER.execute("UPDATE stored_file_part SET content = 'x' WHERE file_id = ?", attached))
                .hasStackTraceContaining("never changes");
        assertThatThrownBy(() -> BROKER.execute("UPDATE stored_file SET name = 'x' WHERE id = ?", attached))
                .hasStackTraceContaining("never changes");
    }

    @Test
    void whatHasAnotherDigestThanItHadIsNotGiven() {
        UUID id = stored("U = 0.02 mm");
        BROKER.execute("ALTER TABLE stored_file_part DISABLE TRIGGER stored_file_part_stays");
        BROKER.execute("UPDATE stored_file_part SET content = 'U = 0.01 mm' WHERE file_id = ?", id);
        BROKER.execute("ALTER TABLE stored_file_part ENABLE TRIGGER stored_file_part_stays");
        assertThatThrownBy(() -> somebody(1).get("/api/v1/files/" + id + "/content"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed");
    }
}
