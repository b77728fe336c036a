package org.qibroker.catalog.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** An enterprise that opens its laboratory, and how much of its idle hours is used. */
class OpenLaboratoryIT {
    private static final int OFFERED = 4 * 8 * 60 * 2;

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Test
    void anEnterpriseOpensItsLaboratoryToOthers() {
        Person firm = BROKER.person(Role.ENTERPRISE, 5);
        ApiClient api = BROKER.api().withToken(firm.token());
        Answer opened = api.post("/api/v1/providers", "").expect(201);
        assertThat(opened.id()).isEqualTo(firm.organisation());
        api.post("/api/v1/providers", "").expect(409);
        assertThat(api.get("/api/v1/me").json().at("/organisation/roles").toString())
                .contains("PROVIDER");
        Answer fresh = BROKER.api()
                .post("/api/v1/tokens", Map.of("email", firm.email(), "password", Person.PASSWORD))
                .expect(200);
        ApiClient asProvider = BROKER.api().withToken(fresh.text("/accessToken"));
        String place = opened.text("/sites/0/id");
        Waiting.until(() -> asProvider.post("/api/v1/resources", bench(place)).status() == 201);

        String profile = "/api/v1/providers/" + firm.organisation();
        JsonNode shared = BROKER.api()
                .get(profile + "/shared-resources")
                .expect(200)
                .json()
                .path("items");
        assertThat(shared).hasSize(1);
        seenByWhoMaySeeIt(asProvider, profile);
        seenInTheRegion(firm);
        seenOnPages(firm);
    }

    private static void seenByWhoMaySeeIt(ApiClient itself, String profile) {
        JsonNode use = itself.get(profile + "/utilisation?from=2026-02&to=2026-02")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(use.path("offeredMinutes").asInt()).isEqualTo(OFFERED);
        assertThat(use.path("usedMinutes").asInt()).isZero();
        BROKER.as(Role.PROVIDER).get(profile + "/utilisation").expect(404);
        BROKER.as(Role.COORDINATOR).get(profile + "/utilisation").expect(200);
    }

    private static void seenInTheRegion(Person firm) {
        JsonNode region = BROKER.as(Role.COORDINATOR)
                .get("/api/v1/utilisation?from=2026-02&to=2026-03")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(region.path("providerId").asText())
                .isEqualTo(firm.organisation().toString());
        assertThat(region.at("/months/0/offeredMinutes").asInt()).isEqualTo(OFFERED);
        assertThat(region.path("months")).hasSize(2);
        BROKER.as(Role.PROVIDER).get("/api/v1/utilisation").expect(403);
    }

    private static void seenOnPages(Person firm) {
        String utilisation = "/providers/" + firm.organisation() + "/utilisation";
        Visitor coordinator = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR));
        assertThat(coordinator.get("/region/equipment").expect(200).body()).contains(utilisation);
        assertThat(coordinator.get("/region/equipment?from=soon").expect(422).body())
                .contains(utilisation);
        Visitor visitor = Visitor.signedIn(BROKER, firm);
        assertThat(visitor.get("/providers/" + firm.organisation()).expect(200).body())
                .contains("id=\"manage\"");
        assertThat(visitor.get("/resources/utilisation").expect(200).body()).contains("三坐标");
    }

    /**
     * Two places, every Monday from nine to five. In February 2026 two Mondays are holidays, and two Saturdays are worked
     * for them.
     */
    private static Map<String, Object> bench(String place) {
        return Map.of(
                "siteId",
                place,
                "name",
                "三坐标",
                "capacity",
                2,
                "openingHours",
                List.of(Map.of("day", "MONDAY", "from", "09:00", "to", "17:00")),
                "slotMinutes",
                60,
                "sharedIdle",
                true);
    }
}
