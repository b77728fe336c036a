package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

/** The life of bookings over the API, and what keeps it whole. */
class BookingIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;
    private static UUID line;

    @BeforeAll
    static void openTheLab() {
        lab = new TestLab(BROKER, 1);
        line = lab.line(null, "CNAS");
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static Answer requested() {
        return enterprise().withKey().post("/api/v1/bookings", Map.of("capabilityIds", List.of(line), "pieces", 5));
    }

    private static Answer step(ApiClient who, Answer last, Map<String, Object> body) {
        return who.ifMatch(last.version()).post("/api/v1/bookings/" + last.id() + "/transitions", body);
    }

    private static Answer step(ApiClient who, Answer last, String action) {
        return step(who, last, Map.of("action", action, "reason", "because"));
    }

    @Test
    void goesFromTheRequestToTheAcceptedReport() {
        Answer booking = requested().expect(201);
        assertThat(booking.header("Location")).isEqualTo("/api/v1/bookings/" + booking.id());
        assertThat(booking.text("/price/amount")).isEqualTo("60000");
        assertThat(booking.text("/nextActor")).isEqualTo("PROVIDER");
        Answer accepted = step(lab.api(), booking, "accept").expect(200);
        Answer received = step(lab.api(), accepted, "receive").expect(200);
        assertThat(received.text("/turnaroundDue")).isNotEmpty();
        Answer drafted = step(lab.api(), received, "draft").expect(200);
        Answer approved = step(enterprise(), drafted, "approve").expect(200);
        Answer issued = step(lab.api(), approved, Map.of("action", "issue", "reportNumber", "J-1"))
                .expect(200);
        assertThat(issued.text("/report/number")).isEqualTo("J-1");
        Answer completed = step(enterprise(), issued, "acceptReport").expect(200);
        assertThat(completed.text("/state")).isEqualTo("COMPLETED");
        JsonNode events = enterprise()
                .get("/api/v1/bookings/" + booking.id() + "/events")
                .expect(200)
                .json();
        assertThat(StreamSupport.stream(events.path("items").spliterator(), false)
                        .map(e -> e.path("type").asText()))
                .containsExactly(
                        "booking-requested",
                        "booking-accepted",
                        "booking-received",
                        "booking-drafted",
                        "booking-draft-approved",
                        "booking-reported",
                        "booking-completed");
        assertThat(events.at("/items/1/from").asText()).isEqualTo("REQUESTED");
        assertThat(events.at("/items/1/to").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void aKeyHasOneEffect() {
        ApiClient keyed = enterprise().with("Idempotency-Key", "key-" + UUID.randomUUID());
        Map<String, Object> body = Map.of("capabilityIds", List.of(line), "note", "same");
        Answer first = keyed.post("/api/v1/bookings", body).expect(201);
        Answer again = keyed.post("/api/v1/bookings", body).expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        keyed.post("/api/v1/bookings", Map.of("capabilityIds", List.of(line), "note", "other"))
                .expect(422);
        assertThat(BROKER.rows("SELECT id FROM booking WHERE ordered ->> 'note' IN ('same', 'other')"))
                .hasSize(1);
        enterprise().post("/api/v1/bookings", body).expect(400);
    }

    @Test
    void aStepNeedsTheVersionSeen() {
        Answer booking = requested().expect(201);
        String path = "/api/v1/bookings/" + booking.id() + "/transitions";
        lab.api().post(path, Map.of("action", "accept")).expect(428);
        step(lab.api(), booking, "accept").expect(200);
        Answer stale = step(lab.api(), booking, "receive").expect(412);
        assertThat(stale.text("/status")).isEqualTo("412");
        assertThat(enterprise().get("/api/v1/bookings/" + booking.id()).version())
                .isEqualTo(2);
    }

    @Test
    void whatIsNotOnesOwnIsNotThere() {
        Answer booking = requested().expect(201);
        String path = "/api/v1/bookings/" + booking.id();
        for (ApiClient stranger : List.of(BROKER.as(Role.ENTERPRISE, 2), BROKER.as(Role.PROVIDER, 2))) {
            stranger.get(path).expect(404);
            stranger.get(path + "/events").expect(404);
            step(stranger, booking, "cancel").expect(404);
            assertThat(stranger.get("/api/v1/bookings").expect(200).json().path("items"))
                    .isEmpty();
        }
        ApiClient coordinator = BROKER.as(Role.COORDINATOR);
        coordinator.get(path).expect(200);
        step(coordinator, booking, "accept").expect(403);
    }

    @Test
    void theWrongPartyIsForbiddenAndTheWrongStateIsAConflict() {
        Answer booking = requested().expect(201);
        step(enterprise(), booking, "accept").expect(403);
        step(lab.api(), booking, "issue").expect(409);
        Answer silent = step(enterprise(), booking, Map.of("action", "cancel")).expect(400);
        assertThat(silent.text("/errors/0/pointer")).isEqualTo("/reason");
    }

    @Test
    void aRequestNobodyAnswersExpiresByItself() {
        Answer booking = requested().expect(201);
        BROKER.execute(
                "UPDATE booking SET response_due = created_at, next_due = created_at WHERE id = ?", booking.id());
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        String state = "";
        while (!state.equals("EXPIRED") && Instant.now().isBefore(patience)) {
            state = enterprise().get("/api/v1/bookings/" + booking.id()).text("/state");
        }
        assertThat(state).isEqualTo("EXPIRED");
        Answer events = enterprise().get("/api/v1/bookings/" + booking.id() + "/events");
        assertThat(events.text("/items/1/type")).isEqualTo("booking-expired");
    }

    @Test
    void listsGoPageByPageNewestFirst() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(0, requested().expect(201).text("/id"));
        }
        Answer first =
                enterprise().get("/api/v1/bookings?limit=2&state=REQUESTED").expect(200);
        Answer second = enterprise()
                .get("/api/v1/bookings?limit=2&state=REQUESTED&cursor=" + first.text("/nextCursor"))
                .expect(200);
        assertThat(List.of(first.text("/items/0/id"), first.text("/items/1/id"), second.text("/items/0/id")))
                .isEqualTo(made);
        enterprise().get("/api/v1/bookings?cursor=nonsense").expect(400);
    }

    @Test
    void aMarkThatIsNotHeldIsAWarning() {
        UUID marked = lab.line(null, "CMA");
        Answer booking = enterprise()
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(marked)))
                .expect(201);
        assertThat(booking.text("/warnings/0/code")).isEqualTo("mark-not-held");
        assertThat(requested().expect(201).json().path("warnings").findValuesAsText("code"))
                .doesNotContain("mark-not-held");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        Map<String, Object> body = new HashMap<>(Map.of("capabilityIds", List.of(UUID.randomUUID())));
        Answer unknown = enterprise().withKey().post("/api/v1/bookings", body).expect(400);
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/capabilityIds/0");
        UUID bound = lab.line(lab.resource(1));
        Answer slotless = enterprise()
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(bound)))
                .expect(400);
        assertThat(slotless.text("/errors/0/pointer")).isEqualTo("/resourceId");
    }

    @Test
    void theTableRefusesWhatTheRulesNeverWrite() {
        UUID id = requested().expect(201).id();
        Map<String, String> broken = Map.of(
                "booking_state_known", "state = 'LOST'",
                "booking_on_hold_waits", "state = 'ON_HOLD'",
                "booking_acts_next_while_open", "acts_next = NULL",
                "booking_requested_is_due", "response_due = NULL",
                "booking_place_whole", "resource_name = 'x'",
                "booking_parties_differ", "provider_id = enterprise_id",
                "booking_drafted_submitted", "state = 'DRAFTED'");
        broken.forEach((constraint, change) -> assertThatThrownBy(
                        () -> BROKER.execute("UPDATE booking SET " + change + " WHERE id = ?", id))
                .rootCause()
                .hasMessageContaining(constraint));
    }
}
