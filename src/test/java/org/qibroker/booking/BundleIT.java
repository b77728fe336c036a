package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Several bookings at once: all of them, or none. */
class BundleIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab first;
    private static TestLab second;

    @BeforeAll
    static void openTheLabs() {
        first = new TestLab(BROKER, 1);
        second = new TestLab(BROKER, 2);
    }

    private static ApiClient enterprise(int number) {
        return BROKER.as(Role.ENTERPRISE, number);
    }

    private static Map<String, Object> wish(UUID line, UUID resource, Map<String, String> slot) {
        Map<String, Object> wish = new HashMap<>(slot);
        wish.put("capabilityIds", List.of(line));
        wish.put("resourceId", resource);
        return wish;
    }

    private static Answer book(ApiClient who, Object... wishes) {
        return who.withKey().post("/api/v1/bundles/bookings", Map.of("bookings", List.of(wishes)));
    }

    private static int live(UUID resource) {
        return BROKER.rows("SELECT id FROM allocation WHERE resource_id = ? AND live", resource)
                .size();
    }

    private static int bookings() {
        return BROKER.rows("SELECT id FROM booking").size();
    }

    @Test
    void oneSlotTakenLeavesNothingOfTheOthersAndIsNamed() {
        UUID one = first.resource(1);
        UUID other = second.resource(1);
        Map<String, Object> free = wish(first.line(one), one, first.slot(one, 0));
        Map<String, String> slot = second.slot(other, 0);
        Map<String, Object> taken = wish(second.line(other), other, slot);
        book(enterprise(2), taken).expect(201);
        int before = bookings();
        Answer refused = book(enterprise(1), free, taken).expect(409);
        assertThat(refused.text("/type")).endsWith("allocation-no-overlap");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/bookings/1/start");
        assertThat(refused.text("/errors/0/message")).contains(slot.get("start").substring(0, 10));
        assertThat(live(one)).isZero();
        assertThat(bookings()).isEqualTo(before);
        Answer made = book(enterprise(1), free, wish(second.line(other), other, second.slot(other, 1)))
                .expect(201);
        assertThat(made.json().at("/items/0/state").asText()).isEqualTo("REQUESTED");
        assertThat(made.json().get("items")).hasSize(2);
        assertThat(live(one)).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithOneIsNamedBelowIt() {
        UUID line = first.line(null);
        Answer unknown = book(
                        enterprise(1),
                        Map.of("capabilityIds", List.of(line)),
                        Map.of("capabilityIds", List.of(UUID.randomUUID())))
                .expect(400);
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/bookings/1/capabilityIds/0");
        enterprise(1)
                .withKey()
                .post("/api/v1/bundles/bookings", Map.of("bookings", List.of()))
                .expect(400);
    }

    @Test
    void theSameKeyBooksOnce() {
        ApiClient keyed = enterprise(1).withKey();
        Map<String, Object> body = Map.of("bookings", List.of(Map.of("capabilityIds", List.of(first.line(null)))));
        Answer made = keyed.post("/api/v1/bundles/bookings", body).expect(201);
        int after = bookings();
        Answer again = keyed.post("/api/v1/bundles/bookings", body).expect(201);
        assertThat(again.json()).isEqualTo(made.json());
        assertThat(bookings()).isEqualTo(after);
    }

    @Test
    void ofTwoThatWantTheSameLastPlacesOneGetsAllAndTheOtherNothing() throws Exception {
        UUID one = first.resource(1);
        UUID other = second.resource(1);
        UUID line = first.line(one);
        UUID otherLine = second.line(other);
        BROKER.person(Role.ENTERPRISE, 1);
        BROKER.person(Role.ENTERPRISE, 2);
        for (int round = 0; round < 4; round++) {
            Map<String, Object> here = wish(line, one, first.slot(one, round));
            Map<String, Object> there = wish(otherLine, other, second.slot(other, round));
            int before = bookings();
            List<Integer> statuses =
                    inParallel(() -> book(enterprise(1), here, there), () -> book(enterprise(2), there, here));
            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
            assertThat(bookings()).isEqualTo(before + 2);
            assertThat(live(one)).isEqualTo(round + 1);
            assertThat(live(other)).isEqualTo(round + 1);
            assertThat(owners(one)).isEqualTo(owners(other));
        }
    }

    private static List<?> owners(UUID resource) {
        return BROKER.rows(
                "SELECT organisation_id FROM allocation WHERE resource_id = ? AND live ORDER BY slot_start", resource);
    }

    private static List<Integer> inParallel(Callable<Answer> one, Callable<Answer> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> answers = threads.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get().status(), answers.get(1).get().status());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Object> item(UUID line) {
        String subject = BROKER.api()
                .get("/api/v1/capabilities/" + line)
                .json()
                .at("/subject")
                .asText();
        return Map.of("family", "METROLOGY", "subject", subject, "pieces", 2);
    }

    @Test
    void aPlanIsConfirmedOnceOnItsPage() {
        UUID one = first.resource(1);
        UUID other = second.resource(1);
        Answer draft = submitted(List.of(item(first.line(one)), item(second.line(other))));
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 1));
        String address = "/bundles/new?demandId=" + draft.id() + "&plan=CHEAPEST";
        assertThat(visitor.get("/demands/" + draft.id()).expect(200).body()).contains("/bundles/new?demandId=");
        Map<String, String> form = fields(visitor.get(address).expect(200).body());
        assertThat(form).containsKeys("key-0", "key-1", "slot-0", "slot-1");
        visitor.post("/bundles/new", form).expect(303);
        assertThat(live(one)).isEqualTo(1);
        assertThat(live(other)).isEqualTo(1);
        int after = bookings();
        visitor.post("/bundles/new", form).expect(303);
        assertThat(bookings()).isEqualTo(after);
        Waiting.until(() -> enterprise(1)
                .get("/api/v1/demands/" + draft.id())
                .text("/state")
                .equals("BOOKED"));
        visitor.get(address).expect(409);
        Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 2)).get(address).expect(404);
    }

    @Test
    void ofAPlanBookedInPartTheRestIsOfferedAndAPlaceLostMeanwhileLeavesNothingOfIt() {
        UUID one = first.resource(1);
        UUID other = second.resource(1);
        UUID line = first.line(one);
        UUID otherLine = second.line(other);
        Answer demand = submitted(List.of(item(line), item(otherLine), item(first.line(null))));
        Map<String, Object> alone = wish(line, one, first.slot(one, 0));
        alone.put("demandId", demand.id());
        alone.put("demandItemIds", List.of(demand.text("/items/0/id")));
        enterprise(1).withKey().post("/api/v1/bookings", alone).expect(201);
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 1));
        String address = "/bundles/new?demandId=" + demand.id() + "&plan=CHEAPEST";
        Map<String, String> form = fields(visitor.get(address).expect(200).body());
        assertThat(form).containsKeys("key-0", "key-1", "slot-0").doesNotContainKey("key-2");
        String[] chosen = form.get("slot-0").split("/");
        book(enterprise(2), wish(otherLine, other, Map.of("start", chosen[0], "end", chosen[1])))
                .expect(201);
        int before = bookings();
        String again = visitor.post("/bundles/new", form).expect(422).body();
        assertThat(bookings()).as("neither of the two that are left").isEqualTo(before);
        assertThat(live(other)).isEqualTo(1);
        assertThat(fields(again).get("slot-0")).isNotEqualTo(form.get("slot-0"));
        visitor.post("/bundles/new", fields(again)).expect(303);
        assertThat(bookings()).isEqualTo(before + 2);
        assertThat(live(other)).isEqualTo(2);
        assertThat(live(one)).isEqualTo(1);
    }

    private static Answer submitted(List<Map<String, Object>> items) {
        Answer draft = enterprise(1)
                .withKey()
                .post("/api/v1/demands", Map.of("items", items))
                .expect(201);
        return enterprise(1)
                .ifMatch(draft.version())
                .post("/api/v1/demands/" + draft.id() + "/submission", "")
                .expect(200);
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")
                .matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        Matcher select = Pattern.compile("(?s)<select[^>]* name=\"([^\"]+)\".*?<option value=\"([^\"]+)\" selected")
                .matcher(page);
        while (select.find()) {
            fields.put(select.group(1), select.group(2));
        }
        return fields;
    }

    @Test
    void aMatchSeesThatAPlaceWasTaken() {
        UUID resource = first.api()
                .post("/api/v1/resources", first.draft(1, 480, 0, 0))
                .expect(201)
                .id();
        UUID line = first.line(resource);
        Map<String, Object> item = item(line);
        LocalDate start = start(item);
        String day = "/api/v1/resources/" + resource + "/availability?from=" + start + "&to=" + start;
        JsonNode slot = enterprise(1).get(day).expect(200).json().at("/items/0");
        book(
                        enterprise(1),
                        wish(
                                line,
                                resource,
                                Map.of(
                                        "start",
                                        slot.get("start").asText(),
                                        "end",
                                        slot.get("end").asText())))
                .expect(201);
        Waiting.until(() -> start(item).isAfter(start));
    }

    private static LocalDate start(Map<String, Object> item) {
        JsonNode candidate = enterprise(1)
                .post("/api/v1/matches", Map.of("items", List.of(item)))
                .expect(200)
                .json()
                .at("/items/0/candidates/0");
        return LocalDate.parse(candidate.get("startOn").asText());
    }
}
