package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

/** Places of slots: never given twice, whatever door they are asked for at. */
class SlotIT {
    private static final int MANY = 200;

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;

    @BeforeAll
    static void openTheLab() {
        lab = new TestLab(BROKER, 1);
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static Map<String, Object> wish(UUID line, UUID resource, Map<String, String> slot) {
        Map<String, Object> wish = new HashMap<>(slot);
        wish.put("capabilityIds", List.of(line));
        wish.put("resourceId", resource);
        return wish;
    }

    private static Answer book(Map<String, Object> wish) {
        return enterprise().withKey().post("/api/v1/bookings", wish);
    }

    private static Answer hold(UUID resource, Map<String, String> slot) {
        return enterprise()
                .withKey()
                .post(
                        "/api/v1/holds",
                        Map.of("resourceId", resource, "start", slot.get("start"), "end", slot.get("end")));
    }

    private static int free(UUID resource, Map<String, String> slot) {
        String day = slot.get("start").substring(0, 10);
        JsonNode items = enterprise()
                .get("/api/v1/resources/" + resource + "/availability?from=" + day + "&to=" + day)
                .expect(200)
                .json()
                .path("items");
        for (JsonNode item : items) {
            if (item.path("start").asText().equals(slot.get("start"))) {
                return item.path("free").asInt();
            }
        }
        throw new AssertionError("no such slot");
    }

    private static long live(UUID resource) {
        return BROKER.rows("SELECT id FROM allocation WHERE resource_id = ? AND live", resource)
                .size();
    }

    @Test
    void ofTwoHundredParallelRequestsForTheLastPlaceOneGetsIt() throws Exception {
        UUID resource = lab.resource(1);
        Map<String, Object> wish = wish(lab.line(resource), resource, lab.slot(resource, 0));
        BROKER.person(Role.ENTERPRISE);
        List<Integer> statuses = inParallel(() -> book(wish).status());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(MANY - 1);
        assertThat(live(resource)).isEqualTo(1);
    }

    @Test
    void asManyGetAPlaceAsThereAre() throws Exception {
        UUID resource = lab.resource(7);
        Map<String, Object> wish = wish(lab.line(resource), resource, lab.slot(resource, 0));
        BROKER.person(Role.ENTERPRISE);
        List<Integer> statuses = inParallel(() -> book(wish).status());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(7);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(MANY - 7);
    }

    private static List<Integer> inParallel(Callable<Integer> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<Integer>> results = threads.invokeAll(
                    IntStream.range(0, MANY).mapToObj(i -> work).toList());
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> result : results) {
                statuses.add(result.get());
            }
            return statuses;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anExpiredHoldBlocksNobody() {
        UUID resource = lab.resource(1);
        Map<String, String> slot = lab.slot(resource, 0);
        Map<String, Object> wish = wish(lab.line(resource), resource, slot);
        Answer hold = hold(resource, slot).expect(201);
        assertThat(free(resource, slot)).isZero();
        Answer taken = book(wish).expect(409);
        assertThat(taken.text("/type")).endsWith("allocation-no-overlap");
        BROKER.execute("UPDATE allocation SET expires_at = expires_at - interval '15 min' WHERE id = ?", hold.id());
        assertThat(free(resource, slot)).isEqualTo(1);
        Map<String, Object> withHold = new HashMap<>(wish);
        withHold.put("holdId", hold.id());
        assertThat(book(withHold).expect(409).text("/type")).endsWith("hold-lost");
        book(wish).expect(201);
        assertThat(live(resource)).isEqualTo(1);
    }

    @Test
    void aHoldBecomesTheBookingsAndCanBeGivenBack() {
        UUID resource = lab.resource(1);
        Map<String, String> slot = lab.slot(resource, 0);
        UUID line = lab.line(resource);
        UUID given = hold(resource, slot).expect(201).id();
        BROKER.as(Role.ENTERPRISE, 2).delete("/api/v1/holds/" + given).expect(404);
        enterprise().delete("/api/v1/holds/" + given).expect(204);
        UUID kept = hold(resource, slot).expect(201).id();
        Answer booking =
                book(Map.of("capabilityIds", List.of(line), "holdId", kept)).expect(201);
        assertThat(booking.text("/start")).isEqualTo(slot.get("start"));
        assertThat(live(resource)).isEqualTo(1);
    }

    @Test
    void aSlotNobodyOffersIsRefused() {
        UUID resource = lab.resource(1);
        Map<String, String> slot = lab.slot(resource, 0);
        Map<String, String> shifted = Map.of(
                "start",
                slot.get("start").replace("T09:00", "T09:30"),
                "end",
                slot.get("end").replace("T11:00", "T11:30"));
        Answer refused = hold(resource, shifted).expect(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/start");
        assertThat(refused.text("/errors/0/code")).isEqualTo("slot-not-offered");
    }

    @Test
    void aRescheduleHoldsTheNewSlotBesideTheOldUntilItIsAnswered() {
        UUID resource = lab.resource(1);
        Map<String, String> old = lab.slot(resource, 0);
        Map<String, String> other = lab.slot(resource, 1);
        Answer booking = book(wish(lab.line(resource), resource, old)).expect(201);
        Answer accepted = step(lab.api(), booking, Map.of("action", "accept"));
        Map<String, Object> move = new HashMap<>(other);
        move.put("action", "reschedule");
        Answer proposed = step(lab.api(), accepted, move);
        assertThat(free(resource, old)).isZero();
        assertThat(free(resource, other)).isZero();
        Answer moved = step(enterprise(), proposed, Map.of("action", "agree"));
        assertThat(moved.text("/start")).isEqualTo(other.get("start"));
        assertThat(free(resource, old)).isEqualTo(1);
        assertThat(free(resource, other)).isZero();
        Answer back = step(enterprise(), moved, withSlot("reschedule", old));
        Answer refused = step(lab.api(), back, Map.of("action", "refuse"));
        assertThat(free(resource, old)).isEqualTo(1);
        step(enterprise(), refused, Map.of("action", "cancel", "reason", "no need"));
        assertThat(live(resource)).isZero();
    }

    private static Map<String, Object> withSlot(String action, Map<String, String> slot) {
        Map<String, Object> body = new HashMap<>(slot);
        body.put("action", action);
        return body;
    }

    private static Answer step(ApiClient who, Answer last, Map<String, Object> body) {
        return who.ifMatch(last.version())
                .post("/api/v1/bookings/" + last.id() + "/transitions", body)
                .expect(200);
    }

    @Test
    void theDatabaseItselfRefusesTwoLiveAllocationsOfAUnitAtATime() {
        UUID resource = lab.resource(1);
        hold(resource, lab.slot(resource, 0)).expect(201);
        String copy =
                """
                INSERT INTO allocation SELECT gen_random_uuid(), resource_id, unit_id, during, slot_start, slot_end,
                    organisation_id, booking_id, expires_at, %s FROM allocation WHERE resource_id = ?""";
        assertThat(BROKER.execute(copy.formatted("false"), resource)).isEqualTo(1);
        assertThatThrownBy(() -> BROKER.execute(copy.formatted("true"), resource))
                .rootCause()
                .hasMessageContaining("allocation_no_overlap");
    }

    @Test
    void aProviderChangesOnlyItsOwnResources() {
        UUID resource = lab.resource(2);
        String path = "/api/v1/resources/" + resource;
        Map<String, Object> smaller = lab.draft(1, 60, 10, 10);
        BROKER.as(Role.PROVIDER, 2).ifMatch(1).put(path, smaller).expect(404);
        lab.api().put(path, smaller).expect(428);
        Answer changed = lab.api().ifMatch(1).put(path, smaller).expect(200);
        assertThat(changed.version()).isEqualTo(2);
        lab.api().ifMatch(1).put(path, smaller).expect(412);
        assertThat(free(resource, lab.slot(resource, 0))).isEqualTo(1);
        Map<String, Object> elsewhere = new HashMap<>(smaller);
        elsewhere.put("siteId", UUID.randomUUID());
        Answer foreign = lab.api().post("/api/v1/resources", elsewhere).expect(400);
        assertThat(foreign.text("/errors/0/pointer")).isEqualTo("/siteId");
    }
}
