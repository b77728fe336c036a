package org.qibroker.account.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Coordinators verify what organisations state; whoever is refused learns why, and mends it. */
class VerificationIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static List<String> waiting(String state) {
        Answer page = BROKER.as(Role.COORDINATOR)
                .get("/api/v1/organisations?limit=200&state=" + state)
                .expect(200);
        return StreamSupport.stream(page.json().get("items").spliterator(), false)
                .map(item -> item.get("id").asText())
                .toList();
    }

    private static Answer decide(UUID organisation, long seen, Map<String, String> decision) {
        return BROKER.as(Role.COORDINATOR)
                .ifMatch(seen)
                .post("/api/v1/organisations/" + organisation + "/verification", decision);
    }

    @Test
    void whatWasRefusedIsMendedAndVerified() {
        Person enterprise = BROKER.person(Role.ENTERPRISE, 1);
        UUID id = enterprise.organisation();
        assertThat(waiting("STATED")).contains(id.toString());
        decide(id, 1, Map.of("decision", "REFUSED")).expect(400);
        decide(id, 1, Map.of("decision", "STATED")).expect(400);

        decide(id, 1, Map.of("decision", "REFUSED", "reason", "名称与执照不符")).expect(200);

        assertThat(waiting("STATED")).doesNotContain(id.toString());
        Answer own = BROKER.as(Role.ENTERPRISE).get("/api/v1/me/organisation").expect(200);
        assertThat(own.text("/state")).isEqualTo("REFUSED");
        assertThat(own.text("/reason")).isEqualTo("名称与执照不符");
        Waiting.until(() -> BROKER.as(Role.ENTERPRISE)
                .get("/api/v1/notices")
                .expect(200)
                .body()
                .contains("organisation-refused"));
        Map<String, String> stated = Map.of("nameZh", " 更正后的名称 ", "district", "310117");
        BROKER.as(Role.ENTERPRISE)
                .ifMatch(9)
                .put("/api/v1/me/organisation", stated)
                .expect(412);
        Answer mended = BROKER.as(Role.ENTERPRISE)
                .ifMatch(1)
                .put("/api/v1/me/organisation", stated)
                .expect(200);
        assertThat(mended.text("/state")).isEqualTo("STATED");
        assertThat(mended.text("/nameZh")).isEqualTo("更正后的名称");
        decide(id, 1, Map.of("decision", "VERIFIED")).expect(412);
        decide(id, 2, Map.of("decision", "VERIFIED")).expect(200);
        assertThat(waiting("VERIFIED")).contains(id.toString());
        isTold(id);
    }

    private static void isTold(UUID id) {
        assertThat(BROKER.rows(
                        "SELECT type FROM event WHERE stream = ? AND kind = 'organisation' ORDER BY sequence", id))
                .extracting(row -> row.get("type"))
                .containsExactly(
                        "organisation-registered",
                        "organisation-refused",
                        "organisation-restated",
                        "organisation-verified");
    }

    @Test
    void aCoordinatorVerifiesInTheOwnDistrictAndNoOtherCoordinator() {
        Person elsewhere = BROKER.person(Role.ENTERPRISE, 2);
        BROKER.execute("UPDATE organisation SET district = '310230' WHERE id = ?", elsewhere.organisation());
        assertThat(waiting("STATED")).doesNotContain(elsewhere.organisation().toString());
        decide(elsewhere.organisation(), 1, Map.of("decision", "VERIFIED")).expect(404);
        decide(BROKER.person(Role.COORDINATOR, 2).organisation(), 1, Map.of("decision", "VERIFIED"))
                .expect(404);
        decide(UUID.randomUUID(), 1, Map.of("decision", "VERIFIED")).expect(404);
    }

    @Test
    void thePagesDoTheSame() {
        Person provider = BROKER.person(Role.PROVIDER, 1);
        UUID id = provider.organisation();
        Visitor coordinator = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR));
        String home = "/region/organisations";
        assertThat(coordinator.get(home).expect(200).body()).contains(id.toString());
        Map<String, String> silent = Map.of("decision", "REFUSED", "version", "1");
        assertThat(coordinator.post(home + "/" + id + "/verification", silent).status())
                .isEqualTo(422);
        coordinator
                .post(
                        home + "/" + id + "/verification",
                        Map.of("decision", "REFUSED", "version", "1", "reason", "查无此号"))
                .expect(303);
        Visitor lab = Visitor.signedIn(BROKER, provider);
        assertThat(lab.get("/account").expect(200).body()).contains("查无此号");
        assertThat(lab.get("/account/organisation").expect(200).body()).contains("查无此号");
        assertThat(lab.post("/account/organisation", Map.of("nameZh", "", "version", "1"))
                        .status())
                .isEqualTo(422);
        lab.post("/account/organisation", Map.of("nameZh", "另一个名称", "version", "1"))
                .expect(303);
        assertThat(lab.get("/account").expect(200).body()).contains("另一个名称").doesNotContain("查无此号");
    }
}
