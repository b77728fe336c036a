package org.qibroker.booking.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

class MessageIT {
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
    }
}
