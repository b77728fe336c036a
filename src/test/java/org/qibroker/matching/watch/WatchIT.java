package org.qibroker.matching.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** Who waits for what nobody can do is told when somebody can; and providers' shares are counted meanwhile. */
class WatchIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    /** A submitted demand for one item; the path of its item. */
    private static String submitted(String subject) {
        Answer draft = enterprise()
                .withKey()
                .post(
                        "/api/v1/demands",
                        Map.of(
                                "neededBy",
                                LocalDate.now(BROKER.clock()).plusDays(1).toString(),
                                "items",
                                List.of(Map.of("family", "METROLOGY", "subject", subject))))
                .expect(201);
        String path = "/api/v1/demands/" + draft.id();
        String item = draft.text("/items/0/id");
        enterprise().put(path + "/items/" + item + "/watch", "").expect(409);
        enterprise().ifMatch(1).post(path + "/submission", "").expect(200);
        return path + "/items/" + item + "/watch";
    }

    private static void publish(String subject) {
        BROKER.as(Role.PROVIDER)
                .with("Content-Type", "text/csv")
                .withKey()
                .post("/api/v1/imports", "family,subject,parameter\nMETROLOGY," + subject + ",示值误差\n")
                .expect(202);
    }

    private static JsonNode watch(String demandItemId) {
        for (JsonNode watch :
                enterprise().get("/api/v1/watches").expect(200).json().get("items")) {
            if (watch.get("demandItemId").asText().equals(demandItemId)) {
                return watch;
            }
        }
        throw new AssertionError("no watch of " + demandItemId);
    }

    @Test
    void theEnterpriseIsToldOnceSomebodyCan() {
        String path = submitted("激光跟踪仪");
        Answer waiting = enterprise().put(path, "").expect(200);
        enterprise().put(path, "").expect(200);
        assertThat(waiting.text("/state")).isEqualTo("WAITING");
        JsonNode counted = BROKER.as(Role.COORDINATOR)
                .get("/api/v1/watches/waiting")
                .expect(200)
                .json()
                .get("items");
        assertThat(counted).anySatisfy(subject -> {
            assertThat(subject.get("subject").asText()).isEqualTo("激光跟踪仪");
            assertThat(subject.get("items").asInt()).isEqualTo(1);
        });

        publish("激光跟踪仪");

        String item = waiting.text("/demandItemId");
        Waiting.until(() -> watch(item).get("state").asText().equals("MET"));
        assertThat(watch(item).get("providerId").asText())
                .isEqualTo(BROKER.person(Role.PROVIDER).organisation().toString());
        assertThat(BROKER.rows(
                        "SELECT type FROM event WHERE kind = 'watch' AND stream = ?::uuid ORDER BY sequence", item))
                .extracting(row -> row.get("type"))
                .containsExactly("watch-began", "watch-met");
        enterprise().put(path, "").expect(409);
        Waiting.until(() -> enterprise()
                .get("/api/v1/notices")
                .expect(200)
                .text("/items/0/type")
                .equals("watch-met"));
    }

    @Test
    void whoWaitsNoMoreIsNotTold() {
        String path = submitted("圆度仪");
        String item = enterprise().put(path, "").expect(200).text("/demandItemId");
        enterprise().delete(path).expect(204);
        enterprise().delete(path).expect(204);

        assertThat(watch(item).get("state").asText()).isEqualTo("ENDED");
        BROKER.as(Role.ENTERPRISE, 2).put(path, "").expect(404);
        BROKER.as(Role.ENTERPRISE, 2).delete(path).expect(404);
    }

    @Test
    void aWatchIsMetByAProviderOrNotAtAll() {
        String path = submitted("轮廓仪");
        String item = enterprise().put(path, "").expect(200).text("/demandItemId");

        assertThatThrownBy(() -> BROKER.execute("UPDATE watch SET state = 'MET' WHERE demand_item_id = ?::uuid", item))
                .rootCause()
                .hasMessageContaining("watch_met_whole");
    }

    @Test
    void sharesCountWhoWasShownChosenAndBooked() {
        publish("平板");
        Waiting.until(() -> BROKER.api()
                        .get("/api/v1/capabilities?q=平板")
                        .json()
                        .get("items")
                        .size()
                == 1);
        submittedFor("平板");
        String line = BROKER.api().get("/api/v1/capabilities?q=平板").text("/items/0/id");
        Answer booking = enterprise()
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line)))
                .expect(201);
        BROKER.as(Role.PROVIDER)
                .ifMatch(booking.version())
                .post("/api/v1/bookings/" + booking.id() + "/transitions", Map.of("action", "accept"))
                .expect(200);

        Waiting.until(() -> share(Role.PROVIDER).path("booked").asInt() == 1);
        JsonNode share = share(Role.COORDINATOR);
        assertThat(share.get("shown").asInt())
                .isEqualTo(share.get("first").asInt())
                .isGreaterThanOrEqualTo(1);
        assertThat(share.get("chosen").asInt()).isEqualTo(1);
        BROKER.as(Role.COORDINATOR)
                .get("/api/v1/fairness?from=2026-05-01&to=2026-04-01")
                .expect(400);
        BROKER.as(Role.COORDINATOR).get("/api/v1/fairness?from=1990-05-01").expect(400);
    }

    private static void submittedFor(String subject) {
        Answer draft = enterprise()
                .withKey()
                .post("/api/v1/demands", Map.of("items", List.of(Map.of("family", "METROLOGY", "subject", subject))))
                .expect(201);
        enterprise()
                .ifMatch(1)
                .post("/api/v1/demands/" + draft.id() + "/submission", "")
                .expect(200);
    }

    private static JsonNode share(Role role) {
        return BROKER.as(role)
                .get("/api/v1/fairness")
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }
}
