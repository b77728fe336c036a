package org.qibroker.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

class TalkIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;
    private static String messages;
    private static UUID booking;

    @BeforeAll
    static void book() {
        lab = new TestLab(BROKER, 1);
        booking = enterprise(1)
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(lab.line(null))))
                .expect(201)
                .id();
        messages = "/api/v1/bookings/" + booking + "/messages";
    }

    private static ApiClient enterprise(int number) {
        return BROKER.as(Role.ENTERPRISE, number);
    }

    private static UUID file(ApiClient who) {
        return who.with("Content-Type", "application/octet-stream")
                .post("/api/v1/files?name=photo.txt", "what the photo shows")
                .expect(201)
                .id();
    }

    @Test
    void bothSidesAndTheCoordinatorReadWhatIsWrittenAndGetTheFiles() {
        UUID file = file(enterprise(1));
        Answer sent = enterprise(1)
                .withKey()
                .post(messages, Map.of("text", " 样品已寄出 ", "fileIds", List.of(file)))
                .expect(201);
        assertThat(sent.text("/text")).isEqualTo("样品已寄出");
        lab.api().withKey().post(messages, Map.of("text", "收到")).expect(201);

        for (ApiClient reader : List.of(enterprise(1), lab.api(), BROKER.as(Role.COORDINATOR))) {
            Answer all = reader.get(messages).expect(200);
            assertThat(all.json().path("items"))
                    .extracting(item -> item.path("part").asText())
                    .contains("ENTERPRISE", "PROVIDER");
            Answer got =
                    reader.get("/api/v1/bookings/" + booking + "/files/" + file).expect(200);
            assertThat(got.body()).isEqualTo("what the photo shows");
            assertThat(got.header("Content-Disposition")).startsWith("attachment");
        }
        assertThat(lab.api()
                        .get("/api/v1/bookings/" + booking + "/events")
                        .expect(200)
                        .body())
                .contains("booking-message-sent");
    }

    @Test
    void nobodyElseReadsWritesOrTakesAFile() {
        UUID file = file(enterprise(1));
        enterprise(1).withKey().post(messages, Map.of("fileIds", List.of(file))).expect(201);
        enterprise(2).get(messages).expect(404);
        enterprise(2).withKey().post(messages, Map.of("text", "hello")).expect(404);
        enterprise(2).get("/api/v1/bookings/" + booking + "/files/" + file).expect(404);
        UUID other = file(enterprise(2));
        lab.api().get("/api/v1/bookings/" + booking + "/files/" + other).expect(404);
        assertThat(lab.api()
                        .withKey()
                        .post(messages, Map.of("fileIds", List.of(other)))
                        .expect(400)
                        .text("/errors/0/pointer"))
                .isEqualTo("/fileIds/0");
    }

    @Test
    void aMessageThatSaysNothingIsNotSent() {
        assertThat(enterprise(1)
                        .withKey()
                        .post(messages, Map.of("text", "  "))
                        .expect(400)
                        .text("/errors/0/pointer"))
                .isEqualTo("/text");
        enterprise(1).withKey().post(messages, Map.of("text", "x".repeat(4001))).expect(400);
        List<UUID> eleven = Stream.generate(UUID::randomUUID).limit(11).toList();
        enterprise(1).withKey().post(messages, Map.of("fileIds", eleven)).expect(400);
    }

    @Test
    void aPageSendsTextAndFilesAndGivesBackWhatItCannotSend() {
        Visitor page = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 1));
        String path = "/bookings/" + booking;
        page.get(path).expect(200);
        page.upload(path + "/messages", Map.of("text", "附照片"), "photo.txt", "a photo")
                .expect(303);
        String sent = page.get(path).expect(200).body();
        assertThat(sent).contains("附照片").contains("photo.txt");
        String refused = page.upload(path + "/messages", Map.of("text", "带程序"), "virus.exe", "MZ\0\0")
                .expect(422)
                .body();
        assertThat(refused).contains("带程序");
    }

    /** As it was kept before there was one room for it. */
    private static final String EARLIER =
            """
            CREATE SCHEMA earlier; SET search_path = earlier;
            CREATE TABLE booking (id uuid PRIMARY KEY); CREATE TABLE quote_request (id uuid PRIMARY KEY);
            CREATE TABLE complaint (id uuid PRIMARY KEY);
            CREATE TABLE booking_message (id uuid, booking_id uuid, part text, author text, text text, files uuid[], created_at timestamptz);
            CREATE TABLE quote_message (id uuid, request_id uuid, side text, author text, text text, at timestamptz);
            CREATE TABLE quote_attachment (message_id uuid, place integer, file_id uuid);
            CREATE TABLE complaint_message (id uuid, complaint_id uuid, side text, author text, text text, at timestamptz);
            INSERT INTO booking VALUES (gen_random_uuid()); INSERT INTO quote_request VALUES (gen_random_uuid());
            INSERT INTO complaint VALUES (gen_random_uuid());
            INSERT INTO booking_message SELECT id, id, 'COORDINATOR', 'a', '', ARRAY[id], '2026-01-01' FROM booking;
            INSERT INTO quote_message SELECT id, id, 'PROVIDER', 'b', 'two', '2026-01-02' FROM quote_request;
            INSERT INTO quote_attachment SELECT id, n, CASE n WHEN 1 THEN id ELSE gen_random_uuid() END
            FROM quote_request, generate_series(2, 0, -1) n;
            INSERT INTO complaint_message SELECT id, id, 'ENTERPRISE', 'c', 'three', '2026-01-03' FROM complaint;
            """;

    @Test
    void whatWasWrittenBeforeIsMovedWithItsFiles() throws IOException {
        String moves = Files.readString(Path.of("src/main/resources/db/migration/V115__talk.sql"));
        BROKER.execute(EARLIER + moves);
        assertThat(
                        BROKER.rows(
                                """
                        SELECT subject, part, text, subject_id = id AS same, cardinality(files) AS files,
                               array_position(files, id) AS place
                        FROM earlier.talk_message ORDER BY created_at"""))
                .extracting(row -> new ArrayList<>(row.values()).toString())
                .containsExactly(
                        "[BOOKING, COORDINATOR, , true, 1, 1]",
                        "[QUOTE_REQUEST, PROVIDER, two, true, 3, 2]",
                        "[COMPLAINT, ENTERPRISE, three, true, 0, null]");
        assertThat(BROKER.rows("SELECT 1 FROM pg_tables WHERE schemaname = 'earlier'"))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "talk_message_subject_known | UPDATE talk_message SET subject = 'WEATHER'",
                "talk_message_booking_known | UPDATE talk_message SET subject_id = gen_random_uuid()",
                "talk_message_quote_request_known | UPDATE talk_message SET subject = 'QUOTE_REQUEST'",
                "talk_message_complaint_known | UPDATE talk_message SET subject = 'COMPLAINT'",
                "talk_message_part_known | UPDATE talk_message SET part = 'CLOCK'",
                "talk_message_length | UPDATE talk_message SET text = repeat('x', 4001)",
                "talk_message_few_files | UPDATE talk_message SET files = array_fill(id, ARRAY[11])",
                "talk_message_says_something | UPDATE talk_message SET text = ' ', files = '{}'"
            })
    void theTableRefusesWhatMakesNoSense(String constraint, String sql) {
        lab.api().withKey().post(messages, Map.of("text", "x")).expect(201);
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
