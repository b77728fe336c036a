package org.qibroker.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.qibroker.support.Waiting;

/** Quotes over the API: from the question to the bookings, and what nobody else may see. */
class QuoteIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static QuoteWorld world;

    @BeforeAll
    static void openTheLabs() {
        world = new QuoteWorld(BROKER);
    }

    @Test
    void goesFromTheQuestionToAnAcceptedBookingAndTellsTheRest() {
        JsonNode demand = world.demand(2);
        List<String> requests = world.asked(demand);
        world.demandBecomes(demand, "QUOTING");
        TestLab one = world.labs.get(0);
        TestLab other = world.labs.get(1);
        Answer first = world.give(one, requests.get(0), List.of(world.offer(one, world.item(demand, 0), 30_000, 6)))
                .expect(201);
        Answer revised = world.give(one, requests.get(0), world.both(one, demand, 20_000, 9))
                .expect(201);
        assertThat(revised.text("/revision")).isEqualTo("2");
        assertThat(world.enterprise().get("/api/v1/quotes/" + first.id()).text("/state"))
                .isEqualTo("SUPERSEDED");
        Answer dearer = world.give(other, requests.get(1), world.both(other, demand, 50_000, 5))
                .expect(201);

        Answer compared = world.enterprise()
                .get("/api/v1/demands/" + world.id(demand) + "/quotes")
                .expect(200);
        assertThat(compared.text("/comparison/total/bestPrice/0")).isEqualTo(revised.text("/id"));
        assertThat(compared.text("/comparison/items/0/earliest/0")).isEqualTo(dearer.text("/id"));

        world.award(first.text("/id"), Map.of()).expect(409);
        Answer made = world.award(revised.text("/id"), Map.of()).expect(201);
        String booking = made.text("/bookings/0/id");
        Answer booked = world.enterprise().get("/api/v1/bookings/" + booking).expect(200);
        assertThat(booked.text("/state")).isEqualTo("ACCEPTED");
        assertThat(booked.text("/price/amount")).isEqualTo("40000");
        assertThat(booked.text("/turnaroundDue")).startsWith(world.day(9).toString());
        Answer lost = other.api().get("/api/v1/quote-requests/" + requests.get(1));
        assertThat(lost.text("/state")).isEqualTo("NOT_AWARDED");
        assertThat(lost.text("/losses/0")).isEqualTo("PRICE");
        assertThat(lost.body()).doesNotContain("40000").doesNotContain("20000");
        world.demandBecomes(demand, "BOOKED");

        theDayAgreedStays(one, booked);
    }

    private static void theDayAgreedStays(TestLab lab, Answer booked) {
        Answer received = lab.api()
                .ifMatch(booked.version())
                .post("/api/v1/bookings/" + booked.id() + "/transitions", Map.of("action", "receive"))
                .expect(200);
        assertThat(received.text("/turnaroundDue")).isEqualTo(booked.text("/turnaroundDue"));
    }

    @Test
    void aProviderSeesNeitherTheOthersNorTheirOffers() {
        JsonNode demand = world.demand(1);
        List<String> requests = world.asked(demand);
        TestLab one = world.labs.get(0);
        Answer quote = world.give(one, requests.get(0), List.of(world.offer(one, world.item(demand, 0), 12_345, 6)))
                .expect(201);
        ApiClient rival = world.labs.get(1).api();
        rival.get("/api/v1/quote-requests/" + requests.get(0)).expect(404);
        rival.get("/api/v1/quotes/" + quote.id()).expect(404);
        rival.get("/api/v1/quote-requests/" + requests.get(0) + "/messages").expect(404);
        rival.withKey()
                .post("/api/v1/quote-requests/" + requests.get(0) + "/messages", Map.of("text", "x"))
                .expect(404);
        assertThat(rival.get("/api/v1/demands/" + world.id(demand) + "/quotes")
                        .expect(200)
                        .body())
                .doesNotContain("12345");
        BROKER.as(Role.ENTERPRISE, 2)
                .get("/api/v1/demands/" + world.id(demand) + "/quotes")
                .expect(404);
        BROKER.as(Role.ENTERPRISE, 2)
                .withKey()
                .post("/api/v1/quotes/" + quote.id() + "/award", Map.of())
                .expect(404);
    }

    @Test
    void filesComeWithMessagesAndGoToTheOtherSideOnly() {
        List<String> requests = world.asked(world.demand(1));
        TestLab one = world.labs.get(0);
        ApiClient rival = world.labs.get(1).api();
        Answer drawing = world.enterprise()
                .with("Content-Type", "application/octet-stream")
                .post("/api/v1/files?name=drawing.txt", "0.01 mm")
                .expect(201);
        Answer sent = world.enterprise()
                .withKey()
                .post(
                        "/api/v1/quote-requests/" + requests.get(0) + "/messages",
                        Map.of("text", "见附件", "fileIds", List.of(drawing.id())))
                .expect(201);
        assertThat(sent.text("/files/0/name")).isEqualTo("drawing.txt");
        String file = "/api/v1/quote-requests/" + requests.get(0) + "/files/" + drawing.id();
        assertThat(one.api().get(file).expect(200).body()).isEqualTo("0.01 mm");
        rival.get(file).expect(404);
        one.api()
                .withKey()
                .post(
                        "/api/v1/quote-requests/" + requests.get(0) + "/messages",
                        Map.of("text", "x", "fileIds", List.of(drawing.id())))
                .expect(400);
    }

    @Test
    void anItemIsAwardedOnceAndInPart() {
        JsonNode demand = world.demand(2);
        List<String> requests = world.asked(demand);
        List<String> quotes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            TestLab lab = world.labs.get(i);
            quotes.add(world.give(
                            lab,
                            requests.get(i),
                            List.of(
                                    world.offer(lab, world.item(demand, 0), 100, 6),
                                    world.offer(lab, world.item(demand, 1), 100, 6)))
                    .expect(201)
                    .text("/id"));
        }
        world.award(quotes.get(0), Map.of("demandItemIds", List.of(world.item(demand, 0))))
                .expect(201);
        assertThat(world.state(requests.get(1))).isEqualTo("QUOTED");
        world.award(quotes.get(1), Map.of("demandItemIds", List.of(world.item(demand, 0))))
                .expect(409);
        Answer both = world.enterprise()
                .withKey()
                .post(
                        "/api/v1/demands/" + world.id(demand) + "/awards",
                        Map.of(
                                "awards",
                                List.of(
                                        Map.of("quoteId", quotes.get(1)),
                                        Map.of(
                                                "quoteId",
                                                quotes.get(0),
                                                "demandItemIds",
                                                List.of(world.item(demand, 1))))));
        both.expect(409);
        assertThat(BROKER.rows("SELECT 1 FROM booking WHERE demand_id = ?", UUID.fromString(world.id(demand))))
                .hasSize(1);
        world.award(quotes.get(1), Map.of()).expect(201);
        assertThat(world.state(requests.get(1))).isEqualTo("AWARDED");
    }

    @Test
    void whatCameToNothingCanBeAwardedAgain() {
        JsonNode demand = world.demand(1);
        List<String> requests = world.asked(demand);
        TestLab one = world.labs.get(0);
        Answer quote = world.give(one, requests.get(0), List.of(world.offer(one, world.item(demand, 0), 100, 6)))
                .expect(201);
        Answer made = world.award(quote.text("/id"), Map.of()).expect(201);
        String booking = "/api/v1/bookings/" + made.text("/bookings/0/id");
        one.api()
                .ifMatch(1)
                .post(booking + "/transitions", Map.of("action", "cancel", "reason", "设备故障"))
                .expect(200);
        Waiting.until(() -> world.enterprise()
                .get("/api/v1/quotes/" + quote.id())
                .text("/items/0/bookingId")
                .isEmpty());
        world.award(quote.text("/id"), Map.of()).expect(201);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        JsonNode demand = world.demand(1);
        String path = "/api/v1/demands/" + world.id(demand) + "/quote-requests";
        Map<String, Object> wrong = new HashMap<>(world.asking());
        wrong.put("answerBy", world.day(0));
        assertThat(world.enterprise().withKey().post(path, wrong).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/answerBy");
        wrong.putAll(world.asking());
        wrong.put("providerIds", List.of(UUID.randomUUID()));
        assertThat(world.enterprise().withKey().post(path, wrong).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/providerIds/0");
        List<String> requests = world.asked(demand);
        world.enterprise().withKey().post(path, world.asking()).expect(400);
        TestLab one = world.labs.get(0);
        Map<String, Object> offer = new HashMap<>(world.offer(one, world.item(demand, 0), 1, 1));
        offer.remove("capabilityIds");
        assertThat(world.give(one, requests.get(0), List.of(offer)).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/items/0/capabilityIds");
        offer.put("capabilityIds", List.of(world.lines.get(world.labs.get(1).organisation())));
        assertThat(world.give(one, requests.get(0), List.of(offer)).expect(400).text("/errors/0/code"))
                .isEqualTo("unknown-capability");
    }

    @Test
    void theProviderIsRemindedOnceBeforeTheAnswerIsDue() {
        String request = world.asked(world.demand(1)).get(0);
        UUID id = UUID.fromString(request);
        String told = "SELECT organisation_id FROM notice WHERE subject_id = ? AND type = 'quote-answer-soon'";
        BROKER.execute(
                "UPDATE quote_request SET created_at = created_at - interval '3 days', answer_by = ? WHERE id = ?",
                Date.valueOf(world.day(1)),
                id);
        Waiting.until(() -> !BROKER.rows(told, id).isEmpty());
        assertThat(BROKER.rows(told, id))
                .containsExactly(Map.of("organisation_id", world.labs.get(0).organisation()));
        assertThat(BROKER.rows("SELECT reminded_on::text FROM quote_request WHERE id = ?", id))
                .containsExactly(Map.of("reminded_on", world.day(0).toString()));
        Answer extended = world.enterprise()
                .ifMatch(1)
                .post(
                        "/api/v1/quote-requests/" + request + "/transitions",
                        Map.of("action", "extend", "answerBy", world.day(9)))
                .expect(200);
        assertThat(extended.version()).isEqualTo(2);
        assertThat(BROKER.rows("SELECT 1 FROM quote_request WHERE id = ? AND reminded_on IS NULL", id))
                .hasSize(1);
    }

    @Test
    void lapsesByTheClockAndCanBeGivenMoreTime() {
        JsonNode demand = world.demand(1);
        List<String> requests = world.asked(demand);
        TestLab one = world.labs.get(0);
        world.give(one, requests.get(0), List.of(world.offer(one, world.item(demand, 0), 100, 6)))
                .expect(201);
        BROKER.execute(
                "UPDATE quote SET made_at = made_at - interval '30 days', valid_until = ? WHERE request_id = ?",
                Date.valueOf(world.day(-1)),
                UUID.fromString(requests.get(0)));
        BROKER.execute(
                "UPDATE quote_request SET created_at = created_at - interval '30 days', answer_by = ? WHERE id = ?",
                Date.valueOf(world.day(-1)),
                UUID.fromString(requests.get(1)));
        Waiting.until(() -> world.state(requests.get(0)).equals("EXPIRED")
                && world.state(requests.get(1)).equals("EXPIRED"));
        world.demandBecomes(demand, "SUBMITTED");
        Answer expired = world.enterprise().get("/api/v1/quote-requests/" + requests.get(1));
        Answer open = world.enterprise()
                .ifMatch(expired.version())
                .post(
                        "/api/v1/quote-requests/" + requests.get(1) + "/transitions",
                        Map.of("action", "extend", "answerBy", world.day(3)))
                .expect(200);
        assertThat(open.text("/state")).isEqualTo("OPEN");
        world.demandBecomes(demand, "QUOTING");
    }
}
