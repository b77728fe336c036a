package org.qibroker.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/**
 * Three coordinators: of the district of the enterprise, of the one of its laboratory, of the city. What an enterprise
 * asked for belongs to where it is seated, now and after it has moved.
 */
class JurisdictionIT {
    private static final String NEAR = "310117";
    private static final String FAR = "310104";

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;
    private static UUID resource;
    private static UUID line;
    private static int slots;

    @BeforeAll
    static void seat() {
        lab = new TestLab(BROKER, 1);
        resource = lab.resource(5);
        line = lab.line(resource);
        BROKER.seated(Role.COORDINATOR, 1, NEAR);
        BROKER.seated(Role.COORDINATOR, 2, FAR);
        BROKER.seated(Role.COORDINATOR, 3, null);
        BROKER.seated(Role.PROVIDER, 1, FAR);
    }

    private static ApiClient near() {
        return BROKER.as(Role.COORDINATOR, 1);
    }

    private static ApiClient far() {
        return BROKER.as(Role.COORDINATOR, 2);
    }

    private static ApiClient city() {
        return BROKER.as(Role.COORDINATOR, 3);
    }

    private static Answer booked() {
        return lab.booked(BROKER.as(Role.ENTERPRISE), line, resource, slots++);
    }

    private static Answer act(ApiClient who, Answer seen, String action) {
        Map<String, String> step = action.equals("resolve")
                ? Map.of("action", action, "reason", "so", "outcome", "COMPLETED")
                : Map.of("action", action, "reason", "so");
        return who.ifMatch(seen.version()).post("/api/v1/bookings/" + seen.id() + "/transitions", step);
    }

    private static boolean lists(ApiClient who, String path, Object id) {
        return StreamSupport.stream(
                        who.get(path).expect(200).json().get("items").spliterator(), false)
                .anyMatch(item -> item.toString().contains(id.toString()));
    }

    private static UUID disputed() {
        Answer booking = booked();
        for (String action : List.of("accept", "receive", "issue")) {
            booking = act(lab.api(), booking, action).expect(200);
        }
        return act(BROKER.as(Role.ENTERPRISE), booking, "dispute").expect(200).id();
    }

    @Test
    void whatAnEnterpriseAskedForIsSeenWhereItIsSeatedWhoeverRendersIt() {
        UUID id = booked().id();
        for (String path : List.of("/api/v1/bookings/" + id, "/api/v1/bookings/" + id + "/events")) {
            near().get(path).expect(200);
            city().get(path).expect(200);
            far().get(path).expect(404);
        }
        Waiting.until(() -> lists(near(), "/api/v1/deadlines", id));
        assertThat(lists(city(), "/api/v1/deadlines", id)).isTrue();
        assertThat(lists(far(), "/api/v1/deadlines", id)).isFalse();
        assertThat(lists(near(), "/api/v1/bookings", id)).isTrue();
        assertThat(lists(city(), "/api/v1/bookings", id)).isTrue();
        assertThat(lists(far(), "/api/v1/bookings", id)).isFalse();
    }

    @Test
    void aDisputeWaitsForTheCoordinatorsOfTheDistrictAndOfTheCityAlone() {
        UUID id = disputed();
        Answer seen = near().get("/api/v1/bookings/" + id).expect(200);
        Visitor elsewhere = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR, 2));
        Visitor here = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR, 1));
        assertThat(elsewhere.get("/region/bookings?tab=mine").expect(200).body())
                .doesNotContain(id.toString());
        assertThat(here.get("/region/bookings?tab=mine").expect(200).body()).contains(id.toString());
        elsewhere.get("/bookings/" + id).expect(404);

        act(far(), seen, "resolve").expect(404);
        assertThat(act(near(), seen, "resolve").expect(200).text("/state")).isEqualTo("COMPLETED");
    }

    @Test
    void whatALaboratoryStatesIsLookedAtWhereItIsSeated() {
        UUID site = lab.api()
                .post(
                        "/api/v1/providers/" + lab.organisation() + "/sites",
                        Map.of("nameZh", "新楼", "district", NEAR, "addressZh", "虹漕路 1 号", "main", false))
                .expect(201)
                .id();
        assertThat(lists(far(), "/api/v1/confirmations", site)).isTrue();
        assertThat(lists(near(), "/api/v1/confirmations", site)).isFalse();
        Map<String, String> yes = Map.of("decision", "CONFIRMED");
        near().ifMatch(1).post("/api/v1/sites/" + site + "/confirmation", yes).expect(404);
        far().ifMatch(1).post("/api/v1/sites/" + site + "/confirmation", yes).expect(200);
        near().get("/api/v1/providers/" + lab.organisation() + "/utilisation").expect(404);
        far().get("/api/v1/providers/" + lab.organisation() + "/utilisation").expect(200);
        near().get("/api/v1/providers/" + lab.organisation() + "/quality").expect(403);
        far().get("/api/v1/providers/" + lab.organisation() + "/quality").expect(200);
    }

    @Test
    void theAuditOfADistrictHoldsWhatBelongsToIt() {
        Answer booking = booked();
        String search = "/api/v1/audit?deed=CHANGED&booking=" + booking.text("/number");
        assertThat(lists(near(), search, booking.id())).isTrue();
        assertThat(lists(city(), search, booking.id())).isTrue();
        assertThat(lists(far(), search, booking.id())).isFalse();
        String unknown = "/api/v1/audit?booking=QB000101-99999";
        assertThat(far().get(unknown).expect(200).json().get("items")).isEmpty();
        city().get(unknown).expect(400);
    }

    @Test
    void recordsFollowAnEnterpriseThatMoves() {
        UUID id = BROKER.as(Role.ENTERPRISE, 2)
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(lab.line(null))))
                .expect(201)
                .id();
        near().get("/api/v1/bookings/" + id).expect(200);
        BROKER.seated(Role.ENTERPRISE, 2, FAR);
        near().get("/api/v1/bookings/" + id).expect(404);
        assertThat(lists(far(), "/api/v1/bookings", id)).isTrue();
        BROKER.seated(Role.ENTERPRISE, 2, null);
        far().get("/api/v1/bookings/" + id).expect(404);
        city().get("/api/v1/bookings/" + id).expect(200);
    }

    private static List<String> open(int coordinator) {
        return Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR, coordinator))
                .listen("/live");
    }

    @Test
    void anOpenPageIsToldOfWhatBelongsToItsDistrictAlone() {
        List<String> here = open(1);
        List<String> elsewhere = open(2);
        List<String> everywhere = open(3);
        Waiting.until(() -> !here.isEmpty() && !elsewhere.isEmpty() && !everywhere.isEmpty());
        String told = "event: booking-" + booked().id();
        Waiting.until(() -> here.contains(told) && everywhere.contains(told));
        lab.line(resource);
        Waiting.until(() -> elsewhere.contains("event: provider-" + lab.organisation()));
        assertThat(elsewhere).doesNotContain(told, "event: booking");
        assertThat(here).doesNotContain("event: provider-" + lab.organisation());
    }

    private static int told(UUID booking, int coordinator) {
        return BROKER.rows(
                        "SELECT 1 FROM notice WHERE subject_id = ? AND type = 'booking-expired' AND organisation_id = ?",
                        booking,
                        BROKER.person(Role.COORDINATOR, coordinator).organisation())
                .size();
    }

    @Test
    void whatNobodyAnsweredIsToldToTheCoordinatorsWhoSeeIt() {
        UUID id = booked().id();
        BROKER.execute("UPDATE booking SET response_due = created_at, next_due = created_at WHERE id = ?", id);
        Waiting.until(() -> told(id, 1) == 1);
        assertThat(told(id, 3)).isEqualTo(1);
        assertThat(told(id, 2)).isZero();
    }

    @Test
    void aTokenEndsWhenItsCoordinatorIsGivenAnotherDistrict() {
        UUID id = booked().id();
        ApiClient moved = BROKER.as(Role.COORDINATOR, 4);
        List<String> page = open(4);
        Waiting.until(() -> !page.isEmpty());
        moved.get("/api/v1/bookings/" + id).expect(200);
        UUID organisation = BROKER.person(Role.COORDINATOR, 4).organisation();
        BROKER.as(Role.ADMIN)
                .ifMatch(1)
                .put("/api/v1/organisations/" + organisation + "/district", Map.of("district", FAR))
                .expect(200);
        Waiting.until(() -> moved.get("/api/v1/bookings/" + id).status() == 401);
        Waiting.until(() -> page.contains("ended"));
        BROKER.seated(Role.COORDINATOR, 4, FAR);
        BROKER.as(Role.COORDINATOR, 4).get("/api/v1/bookings/" + id).expect(404);
    }
}
