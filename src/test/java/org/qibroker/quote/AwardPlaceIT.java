package org.qibroker.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.TestLab;
import org.qibroker.booking.Together;
import org.qibroker.support.Answer;
import org.qibroker.support.TestBroker;

/** An award takes its places as any booking does. */
class AwardPlaceIT {
    private static final int PROMISED = 4;

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static QuoteWorld world;
    private static TestLab lab;

    @BeforeAll
    static void openTheLabs() {
        world = new QuoteWorld(BROKER);
        lab = world.labs.get(0);
    }

    private static UUID resource(String mode, int capacity, int slotMinutes) {
        Map<String, Object> draft = lab.draft(capacity, slotMinutes, 0, 0);
        draft.put("mode", mode);
        return lab.api().post("/api/v1/resources", draft).expect(201).id();
    }

    /** An offer for the one item of a new request, with its work on the resource. */
    private static String offered(UUID resource) {
        world.lines.put(lab.organisation(), lab.line(resource));
        JsonNode demand = world.demand(1);
        String request = world.asked(demand).get(0);
        return world.give(lab, request, List.of(world.offer(lab, world.item(demand, 0), 100, PROMISED)))
                .expect(201)
                .text("/id");
    }

    private static List<JsonNode> free(UUID resource, int days) {
        List<JsonNode> free = new ArrayList<>();
        lab.api()
                .get("/api/v1/resources/" + resource + "/availability?from=" + world.day(0) + "&to=" + world.day(days))
                .expect(200)
                .json()
                .path("items")
                .forEach(slot -> {
                    if (slot.path("free").asInt() > 0) {
                        free.add(slot);
                    }
                });
        return free;
    }

    private static Answer booked(Answer awarded) {
        return world.enterprise()
                .get("/api/v1/bookings/" + awarded.text("/bookings/0/id"))
                .expect(200);
    }

    @Test
    void takesTheFirstFreeSlotAndGivesItBackWhenItIsCancelled() {
        UUID resource = resource("SLOT", 1, 120);
        String quote = offered(resource);
        List<JsonNode> before = free(resource, PROMISED);
        Answer booking = booked(world.award(quote, Map.of()).expect(201));
        assertThat(booking.text("/state")).isEqualTo("ACCEPTED");
        assertThat(booking.text("/resourceId")).isEqualTo(resource.toString());
        assertThat(booking.text("/start")).isEqualTo(before.get(0).path("start").asText());
        assertThat(free(resource, PROMISED)).isEqualTo(before.subList(1, before.size()));
        lab.api()
                .ifMatch(1)
                .post("/api/v1/bookings/" + booking.id() + "/transitions", Map.of("action", "cancel", "reason", "故障"))
                .expect(200);
        assertThat(free(resource, PROMISED)).isEqualTo(before);
    }

    @Test
    void ofTwoAwardsForTheLastPlaceOneWins() {
        for (int round = 0; round < 3; round++) {
            UUID resource = resource("SLOT", 1, 480);
            String line = lab.line(resource).toString();
            List<JsonNode> slots = free(resource, PROMISED);
            slots.subList(1, slots.size()).forEach(slot -> world.enterprise()
                    .withKey()
                    .post(
                            "/api/v1/bookings",
                            Map.of(
                                    "capabilityIds", List.of(line),
                                    "resourceId", resource,
                                    "start", slot.path("start").asText(),
                                    "end", slot.path("end").asText()))
                    .expect(201));
            List<String> quotes = List.of(offered(resource), offered(resource));
            List<Integer> told =
                    Together.all(2, i -> world.award(quotes.get(i), Map.of()).status());
            assertThat(told).containsExactlyInAnyOrder(201, 409);
            assertThat(free(resource, PROMISED)).isEmpty();
            String lost = quotes.get(told.indexOf(409));
            Answer again = world.award(lost, Map.of()).expect(409);
            assertThat(again.text("/type")).endsWith("no-place-by-then");
            assertThat(world.enterprise().get("/api/v1/quotes/" + lost).text("/state"))
                    .isEqualTo("OFFERED");
        }
    }

    @Test
    void eachPieceTakesAPlaceOfADayOrOfTheQueue() {
        for (String mode : List.of("DAY_QUOTA", "QUEUE")) {
            UUID resource = resource(mode, 2, 60);
            Answer booking = booked(world.award(offered(resource), Map.of()).expect(201));
            assertThat(booking.text("/pieces")).isEqualTo("3");
            assertThat(BROKER.rows(
                            "SELECT id FROM allocation WHERE booking_id = ? AND live AND expires_at IS NULL",
                            booking.id()))
                    .hasSize(3);
        }
    }
}
