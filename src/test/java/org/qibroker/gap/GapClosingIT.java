package org.qibroker.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibroker.gap.Asking.item;
import static org.qibroker.gap.Asking.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** A provider is asked to close a gap and answers; once it can, closing is proposed; what ends opens the gap again. */
class GapClosingIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Asking ASKING = new Asking(BROKER);

    private static ApiClient coordinator() {
        return BROKER.as(Role.COORDINATOR);
    }

    private static Answer invite(ApiClient client, UUID wish, Map<String, Object> body) {
        return client.withKey().post("/api/v1/gaps/" + wish + "/invitations", body);
    }

    private static Map<String, Object> asking(int days, UUID... providers) {
        return Map.of(
                "providerIds",
                List.of(providers),
                "answerBy",
                LocalDate.now(BROKER.clock()).plusDays(days).toString());
    }

    private static UUID provider() {
        return BROKER.person(Role.PROVIDER).organisation();
    }

    private static void publish(String line) {
        Answer job = BROKER.as(Role.PROVIDER)
                .with("Content-Type", "text/csv")
                .withKey()
                .post("/api/v1/imports?mode=REPLACE", "family,subject,parameter,range,uncertainty\n" + line)
                .expect(202);
        Waiting.until(() -> BROKER.as(Role.PROVIDER)
                .get("/api/v1/imports/" + job.id())
                .text("/state")
                .equals("DONE"));
    }

    private static boolean told(ApiClient client, String type) {
        return client.get("/api/v1/notices").expect(200).body().contains("\"" + type + "\"");
    }

    private static String state(UUID wish) {
        return ASKING.gap(coordinator(), wish).get("state").asText();
    }

    @Test
    void fromAnInvitationToACapabilityAndBack() {
        UUID wish = ASKING.wish(1, item("自准直仪", 100, 2));
        ApiClient lab = BROKER.as(Role.PROVIDER);
        invite(coordinator(), wish, asking(10, provider())).expect(201);
        Waiting.until(() -> told(lab, "gap-provider-invited"));
        JsonNode asked = lab.get("/api/v1/gap-invitations").expect(200).json().at("/items/0");
        assertThat(asked.get("subject").asText()).isEqualTo("自准直仪");
        String answer = "/api/v1/gap-invitations/" + asked.get("id").asText() + "/answer";
        lab.ifMatch(1).post(answer, Map.of("able", true)).expect(400);
        lab.ifMatch(1)
                .post(answer, Map.of("able", true, "ableOn", "2099-03-01"))
                .expect(200);
        lab.ifMatch(1).post(answer, Map.of("able", false)).expect(412);
        Waiting.until(() -> told(coordinator(), "gap-invitation-answered"));
        assertThat(coordinator().get("/api/v1/gaps/" + wish + "/invitations").text("/items/0/state"))
                .isEqualTo("ACCEPTED");
        assertThat(new Visitor(BROKER).get("/gaps/" + wish).expect(200).body()).contains("少于 3 家企业");

        isClosed(wish);
    }

    private static void isClosed(UUID wish) {
        publish("METROLOGY,自准直仪,示值误差,0~100 mm,U=1.5 µm\n");
        Waiting.until(() -> told(coordinator(), "gap-proposed"));
        JsonNode gap = ASKING.gap(coordinator(), wish);
        JsonNode proposal = gap.at("/proposals/0");
        assertThat(proposal.get("met").asInt())
                .isEqualTo(proposal.get("of").asInt())
                .isEqualTo(1);
        assertThat(gap.at("/bestOffers/0/uncertainty").asText()).isEqualTo("U=1.5 µm");
        String capability = proposal.at("/capabilityIds/0").asText();
        String closure = "/api/v1/gaps/" + wish + "/closure";
        ApiClient seen = coordinator().ifMatch(version(gap));
        seen.post(closure, Map.of("capabilityId", UUID.randomUUID())).expect(400);
        Answer closed = seen.post(closure, Map.of("capabilityId", capability, "note", "设备到位"))
                .expect(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        seen.post(closure, Map.of("capabilityId", capability)).expect(412);
        coordinator()
                .ifMatch(closed.version())
                .post(closure, Map.of("capabilityId", capability))
                .expect(409);
        Waiting.until(() -> told(BROKER.as(Role.ENTERPRISE), "gap-closed"));
        invite(coordinator(), wish, asking(10, provider())).expect(409);

        publish("METROLOGY,别的,示值误差,0~100 mm,U=1.5 µm\n");
        Waiting.until(() -> state(wish).equals("OPEN"));
        assertThat(ASKING.gap(coordinator(), wish).at("/closure/endedReason").asText())
                .isEqualTo("CAPABILITY_ENDED");
        Waiting.until(() -> told(coordinator(), "gap-reopened"));
    }

    @Test
    void aClosedGapIsOpenedByACoordinatorOrByWhoeverWishesItAgain() {
        UUID wish = ASKING.wish(1, item("准直望远镜", 100, 2));
        publish("METROLOGY,望远镜检定,示值误差,0~100 mm,U=1.5 µm\n");
        Waiting.until(() -> BROKER.api()
                        .get("/api/v1/capabilities?q=望远镜检定")
                        .json()
                        .get("items")
                        .size()
                == 1);
        String line = BROKER.api().get("/api/v1/capabilities?q=望远镜检定").text("/items/0/id");
        close(wish, line);
        JsonNode closed = ASKING.gap(coordinator(), wish);
        String path = "/api/v1/gaps/" + wish + "/reopening";
        coordinator().ifMatch(version(closed)).post(path, Map.of()).expect(400);
        coordinator()
                .ifMatch(version(closed))
                .post(path, Map.of("reason", "量程不足"))
                .expect(200);
        JsonNode open = ASKING.gap(coordinator(), wish);
        assertThat(open.get("state").asText()).isEqualTo("OPEN");
        coordinator()
                .ifMatch(version(open))
                .post(path, Map.of("reason", "量程不足"))
                .expect(409);

        close(wish, line);
        ASKING.wish(2, item("准直望远镜", 100, 2));
        Waiting.until(() -> state(wish).equals("OPEN"));
        assertThat(ASKING.gap(coordinator(), wish).get("enterprises").asInt()).isEqualTo(2);
    }

    private static void close(UUID wish, String line) {
        JsonNode gap = ASKING.gap(coordinator(), wish);
        coordinator()
                .ifMatch(version(gap))
                .post("/api/v1/gaps/" + wish + "/closure", Map.of("capabilityId", line))
                .expect(200);
    }

    @Test
    void onlyProvidersAreAskedOnceAndOnlyTheyAnswer() {
        UUID wish = ASKING.wish(1, item("波长计", 100, 2));
        UUID enterprise = BROKER.person(Role.ENTERPRISE).organisation();
        invite(coordinator(), wish, asking(10, enterprise)).expect(400);
        invite(coordinator(), wish, asking(-3, provider())).expect(400);
        invite(coordinator(), wish, asking(10)).expect(400);
        invite(coordinator(), UUID.randomUUID(), asking(10, provider())).expect(404);
        Answer made = invite(coordinator(), wish, asking(10, provider())).expect(201);
        invite(coordinator(), wish, asking(10, provider())).expect(400);
        String id = made.text("/items/0/id");
        BROKER.as(Role.PROVIDER, 2)
                .ifMatch(1)
                .post("/api/v1/gap-invitations/" + id + "/answer", Map.of("able", false))
                .expect(404);
        assertThat(BROKER.as(Role.PROVIDER, 2)
                        .get("/api/v1/gap-invitations")
                        .json()
                        .get("items"))
                .isEmpty();

        theDatabaseRefusesWhatCannotBe(id);
    }

    private static void theDatabaseRefusesWhatCannotBe(String id) {
        refused("gap_invitation_once", copy("wish_id, provider_id"), id);
        refused("gap_invitation_of_wish", copy("gen_random_uuid(), provider_id"), id);
        refused("gap_invitation_provider_known", copy("wish_id, gen_random_uuid()"), id);
        refused(
                "gap_invitation_state_known",
                set("state = 'MAYBE', answered_at = now(), answered_by = 'P-00000000'"),
                id);
        refused("gap_invitation_day_of_yes", set("able_on = now()"), id);
        refused("gap_invitation_answer_whole", set("answered_at = now()"), id);
        refused("gap_invitation_version_positive", set("version = 0"), id);
        refused("gap_invitation_coordinator_known", set("coordinator_id = gen_random_uuid()"), id);
        String closure =
                "INSERT INTO gap_closure SELECT gen_random_uuid(), %s, gen_random_uuid(), %s, NULL, 'P-00000000', now(), %s"
                        + " FROM gap_invitation WHERE id = ?::uuid";
        refused("gap_closure_of_wish", closure.formatted("gen_random_uuid()", "provider_id", "NULL, NULL"), id);
        refused("gap_closure_provider_known", closure.formatted("wish_id", "gen_random_uuid()", "NULL, NULL"), id);
        refused("gap_closure_end_whole", closure.formatted("wish_id", "provider_id", "now(), NULL"), id);
        refused("gap_closure_end_known", closure.formatted("wish_id", "provider_id", "now(), 'WHIM'"), id);
        refused(
                "gap_closure_end_later",
                closure.formatted("wish_id", "provider_id", "now() - interval '1 day', 'COORDINATOR'"),
                id);
        BROKER.execute(closure.formatted("wish_id", "provider_id", "NULL, NULL"), id);
        refused("gap_closure_one_open", closure.formatted("wish_id", "provider_id", "NULL, NULL"), id);
        refused(
                "gap_proposal_of_gap",
                "INSERT INTO gap_proposal VALUES (gen_random_uuid(), ?::uuid, gen_random_uuid(), now())",
                id);
    }

    private static String copy(String whom) {
        return """
                INSERT INTO gap_invitation (id, wish_id, provider_id, coordinator_id, invited_by, answer_by, invited_at)
                SELECT gen_random_uuid(), %s, coordinator_id, 'P-00000000', now(), now() FROM gap_invitation WHERE id = ?::uuid"""
                .formatted(whom);
    }

    private static String set(String what) {
        return "UPDATE gap_invitation SET " + what + " WHERE id = ?::uuid";
    }

    private static void refused(String constraint, String sql, Object value) {
        assertThatThrownBy(() -> BROKER.execute(sql, value)).rootCause().hasMessageContaining(constraint);
    }
}
