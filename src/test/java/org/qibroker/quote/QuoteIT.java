package org.qibroker.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Quotes over the API: from the question to the bookings, and what nobody else may see. */
class QuoteIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final List<TestLab> LABS = new ArrayList<>();
    private static final Map<UUID, UUID> LINES = new HashMap<>();

    @BeforeAll
    static void openTheLabs() {
        for (int i = 1; i <= 2; i++) {
            TestLab lab = new TestLab(BROKER, i);
            LABS.add(lab);
            LINES.put(lab.organisation(), lab.line(null, "CNAS"));
        }
    }

    private static LocalDate day(int fromNow) {
        return LocalDate.ofInstant(BROKER.clock().instant(), ZoneId.of("Asia/Shanghai"))
                .plusDays(fromNow);
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static JsonNode demand(int items) {
        List<Map<String, Object>> asked = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            asked.add(Map.of("family", "METROLOGY", "subject", "没有人做的卡尺", "pieces", 3));
        }
        Answer draft = enterprise()
                .post("/api/v1/demands", Map.of("title", "卡尺校准", "items", asked))
                .expect(201);
        return enterprise()
                .ifMatch(draft.version())
                .post("/api/v1/demands/" + draft.id() + "/submission", "")
                .expect(200)
                .json();
    }

    private static String id(JsonNode demand) {
        return demand.path("id").asText();
    }

    private static String item(JsonNode demand, int index) {
        return demand.at("/items/" + index + "/id").asText();
    }

    /** Asks both laboratories, and gives their requests in order. */
    private static List<String> asked(JsonNode demand) {
        Answer made = enterprise()
                .withKey()
                .post("/api/v1/demands/" + id(demand) + "/quote-requests", asking())
                .expect(201);
        List<String> ids = new ArrayList<>();
        made.json().path("items").forEach(request -> ids.add(request.path("id").asText()));
        return ids;
    }

    private static Map<String, Object> asking() {
        return Map.of(
                "providerIds",
                LABS.stream().map(TestLab::organisation).toList(),
                "answerBy",
                day(5),
                "message",
                "可否加急？");
    }

    private static Map<String, Object> offer(TestLab lab, String item, long fen, int days) {
        return Map.of(
                "demandItemId",
                item,
                "price",
                Map.of("amount", fen, "currency", "CNY"),
                "finishBy",
                day(days),
                "capabilityIds",
                List.of(LINES.get(lab.organisation())));
    }

    private static Answer give(TestLab lab, String request, List<?> items) {
        return lab.api()
                .withKey()
                .post("/api/v1/quote-requests/" + request + "/quotes", Map.of("validUntil", day(20), "items", items));
    }

    private static Answer award(String quote, Map<String, ?> body) {
        return enterprise().withKey().post("/api/v1/quotes/" + quote + "/award", body);
    }

    private static String state(String request) {
        return enterprise().get("/api/v1/quote-requests/" + request).text("/state");
    }

    private static void demandBecomes(JsonNode demand, String state) {
        Waiting.until(() ->
                enterprise().get("/api/v1/demands/" + id(demand)).text("/state").equals(state));
    }

    @Test
    void goesFromTheQuestionToAnAcceptedBookingAndTellsTheRest() {
        JsonNode demand = demand(2);
        List<String> requests = asked(demand);
        demandBecomes(demand, "QUOTING");
        TestLab one = LABS.get(0);
        TestLab other = LABS.get(1);
        Answer first = give(one, requests.get(0), List.of(offer(one, item(demand, 0), 30_000, 6)))
                .expect(201);
        Answer revised = give(
                        one,
                        requests.get(0),
                        List.of(offer(one, item(demand, 0), 20_000, 6), offer(one, item(demand, 1), 20_000, 9)))
                .expect(201);
        assertThat(revised.text("/revision")).isEqualTo("2");
        assertThat(enterprise().get("/api/v1/quotes/" + first.id()).text("/state"))
                .isEqualTo("SUPERSEDED");
        Answer dearer = give(
                        other,
                        requests.get(1),
                        List.of(offer(other, item(demand, 0), 50_000, 5), offer(other, item(demand, 1), 50_000, 5)))
                .expect(201);

        Answer compared =
                enterprise().get("/api/v1/demands/" + id(demand) + "/quotes").expect(200);
        assertThat(compared.text("/comparison/total/bestPrice/0")).isEqualTo(revised.text("/id"));
        assertThat(compared.text("/comparison/items/0/earliest/0")).isEqualTo(dearer.text("/id"));

        award(first.text("/id"), Map.of()).expect(409);
        Answer made = award(revised.text("/id"), Map.of()).expect(201);
        String booking = made.text("/bookings/0/id");
        Answer booked = enterprise().get("/api/v1/bookings/" + booking).expect(200);
        assertThat(booked.text("/state")).isEqualTo("ACCEPTED");
        assertThat(booked.text("/price/amount")).isEqualTo("40000");
        assertThat(booked.text("/turnaroundDue")).startsWith(day(9).toString());
        Answer lost = other.api().get("/api/v1/quote-requests/" + requests.get(1));
        assertThat(lost.text("/state")).isEqualTo("NOT_AWARDED");
        assertThat(lost.text("/losses/0")).isEqualTo("PRICE");
        assertThat(lost.body()).doesNotContain("40000").doesNotContain("20000");
        demandBecomes(demand, "BOOKED");

        Answer received = one.api()
                .ifMatch(booked.version())
                .post("/api/v1/bookings/" + booking + "/transitions", Map.of("action", "receive"))
                .expect(200);
        assertThat(received.text("/turnaroundDue")).isEqualTo(booked.text("/turnaroundDue"));
    }

    @Test
    void aProviderSeesNeitherTheOthersNorTheirOffers() {
        JsonNode demand = demand(1);
        List<String> requests = asked(demand);
        TestLab one = LABS.get(0);
        Answer quote = give(one, requests.get(0), List.of(offer(one, item(demand, 0), 12_345, 6)))
                .expect(201);
        ApiClient rival = LABS.get(1).api();
        rival.get("/api/v1/quote-requests/" + requests.get(0)).expect(404);
        rival.get("/api/v1/quotes/" + quote.id()).expect(404);
        rival.get("/api/v1/quote-requests/" + requests.get(0) + "/messages").expect(404);
        rival.withKey()
                .post("/api/v1/quote-requests/" + requests.get(0) + "/messages", Map.of("text", "x"))
                .expect(404);
        assertThat(rival.get("/api/v1/demands/" + id(demand) + "/quotes")
                        .expect(200)
                        .body())
                .doesNotContain("12345");
        BROKER.as(Role.ENTERPRISE, 2)
                .get("/api/v1/demands/" + id(demand) + "/quotes")
                .expect(404);
        BROKER.as(Role.ENTERPRISE, 2)
                .withKey()
                .post("/api/v1/quotes/" + quote.id() + "/award", Map.of())
                .expect(404);
    }

    @Test
    void anItemIsAwardedOnceAndInPart() {
        JsonNode demand = demand(2);
        List<String> requests = asked(demand);
        List<String> quotes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            TestLab lab = LABS.get(i);
            quotes.add(give(
                            lab,
                            requests.get(i),
                            List.of(offer(lab, item(demand, 0), 100, 6), offer(lab, item(demand, 1), 100, 6)))
                    .expect(201)
                    .text("/id"));
        }
        award(quotes.get(0), Map.of("demandItemIds", List.of(item(demand, 0)))).expect(201);
        assertThat(state(requests.get(1))).isEqualTo("QUOTED");
        award(quotes.get(1), Map.of("demandItemIds", List.of(item(demand, 0)))).expect(409);
        Answer both = enterprise()
                .withKey()
                .post(
                        "/api/v1/demands/" + id(demand) + "/awards",
                        Map.of(
                                "awards",
                                List.of(
                                        Map.of("quoteId", quotes.get(1)),
                                        Map.of("quoteId", quotes.get(0), "demandItemIds", List.of(item(demand, 1))))));
        both.expect(409);
        assertThat(BROKER.rows("SELECT 1 FROM booking WHERE demand_id = ?", UUID.fromString(id(demand))))
                .hasSize(1);
        award(quotes.get(1), Map.of()).expect(201);
        assertThat(state(requests.get(1))).isEqualTo("AWARDED");
    }

    @Test
    void whatCameToNothingCanBeAwardedAgain() {
        JsonNode demand = demand(1);
        List<String> requests = asked(demand);
        TestLab one = LABS.get(0);
        Answer quote = give(one, requests.get(0), List.of(offer(one, item(demand, 0), 100, 6)))
                .expect(201);
        Answer made = award(quote.text("/id"), Map.of()).expect(201);
        String booking = "/api/v1/bookings/" + made.text("/bookings/0/id");
        one.api()
                .ifMatch(1)
                .post(booking + "/transitions", Map.of("action", "cancel", "reason", "设备故障"))
                .expect(200);
        Waiting.until(() -> enterprise()
                .get("/api/v1/quotes/" + quote.id())
                .text("/items/0/bookingId")
                .isEmpty());
        award(quote.text("/id"), Map.of()).expect(201);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        JsonNode demand = demand(1);
        String path = "/api/v1/demands/" + id(demand) + "/quote-requests";
        Map<String, Object> wrong = new HashMap<>(asking());
        wrong.put("answerBy", day(0));
        assertThat(enterprise().withKey().post(path, wrong).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/answerBy");
        wrong.putAll(asking());
        wrong.put("providerIds", List.of(UUID.randomUUID()));
        assertThat(enterprise().withKey().post(path, wrong).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/providerIds/0");
        List<String> requests = asked(demand);
        enterprise().withKey().post(path, asking()).expect(400);
        TestLab one = LABS.get(0);
        Map<String, Object> offer = new HashMap<>(offer(one, item(demand, 0), 1, 1));
        offer.remove("capabilityIds");
        assertThat(give(one, requests.get(0), List.of(offer)).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/items/0/capabilityIds");
        offer.put("capabilityIds", List.of(LINES.get(LABS.get(1).organisation())));
        assertThat(give(one, requests.get(0), List.of(offer)).expect(400).text("/errors/0/code"))
                .isEqualTo("unknown-capability");
    }

    @Test
    void lapsesByTheClockAndCanBeGivenMoreTime() {
        JsonNode demand = demand(1);
        List<String> requests = asked(demand);
        TestLab one = LABS.get(0);
        give(one, requests.get(0), List.of(offer(one, item(demand, 0), 100, 6))).expect(201);
        BROKER.execute(
                "UPDATE quote SET made_at = made_at - interval '30 days', valid_until = ? WHERE request_id = ?",
                Date.valueOf(day(-1)),
                UUID.fromString(requests.get(0)));
        BROKER.execute(
                "UPDATE quote_request SET created_at = created_at - interval '30 days', answer_by = ? WHERE id = ?",
                Date.valueOf(day(-1)),
                UUID.fromString(requests.get(1)));
        Waiting.until(() -> state(requests.get(0)).equals("EXPIRED")
                && state(requests.get(1)).equals("EXPIRED"));
        demandBecomes(demand, "SUBMITTED");
        Answer expired = enterprise().get("/api/v1/quote-requests/" + requests.get(1));
        Answer open = enterprise()
                .ifMatch(expired.version())
                .post(
                        "/api/v1/quote-requests/" + requests.get(1) + "/transitions",
                        Map.of("action", "extend", "answerBy", day(3)))
                .expect(200);
        assertThat(open.text("/state")).isEqualTo("OPEN");
        demandBecomes(demand, "QUOTING");
    }

    @Test
    void thePagesLeadFromTheQuestionToTheBooking() {
        JsonNode demand = demand(1);
        Visitor buyer = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        String lab = LABS.get(0).organisation().toString();
        assertThat(buyer.get("/demands/" + id(demand) + "/quotes/new?q=PROVIDER")
                        .expect(200)
                        .body())
                .contains(lab);
        Map<String, String> form =
                Map.of("provider", lab, "item", item(demand, 0), "answerBy", day(4).toString(), "message", "请报价");
        buyer.post("/demands/" + id(demand) + "/quotes/new", form).expect(303);
        String request =
                LABS.get(0).api().get("/api/v1/quote-requests?state=OPEN").text("/items/0/id");

        Visitor seller = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER));
        assertThat(seller.get("/quote-requests").expect(200).body()).contains(request);
        assertThat(seller.get("/quote-requests/" + request).expect(200).body()).contains("请报价", "price-0");
        Map<String, String> answer = new HashMap<>(
                Map.of("validUntil", day(9).toString(), "finish-0", day(7).toString(), "price-0", "12.345"));
        answer.put("lines-0", LINES.get(LABS.get(0).organisation()).toString());
        assertThat(seller.post("/quote-requests/" + request + "/quotes", answer)
                        .expect(422)
                        .body())
                .contains("is-invalid");
        answer.put("price-0", "123.40");
        seller.post("/quote-requests/" + request + "/quotes", answer).expect(303);

        String quote =
                enterprise().get("/api/v1/demands/" + id(demand) + "/quotes").text("/items/0/id");
        assertThat(buyer.get("/demands/" + id(demand) + "/quotes").expect(200).body())
                .contains("123.40", quote);
        Answer done = buyer.post("/demands/" + id(demand) + "/awards", Map.of("pick-" + item(demand, 0), quote))
                .expect(303);
        assertThat(buyer.get(done.header("Location")).expect(200).body()).contains("123.40");
    }

    @Test
    void theTablesRefuseWhatTheRulesNeverWrite() {
        JsonNode demand = demand(1);
        UUID request = UUID.fromString(asked(demand).get(0));
        TestLab one = LABS.get(0);
        UUID quote = give(one, request.toString(), List.of(offer(one, item(demand, 0), 100, 6)))
                .expect(201)
                .id();
        award(quote.toString(), Map.of()).expect(201);
        Map<String, String> broken = Map.ofEntries(
                Map.entry("quote_request_place_range", "UPDATE quote_request SET place = 21 WHERE id = ?"),
                Map.entry("quote_request_place_once", "UPDATE quote_request SET place = 2 WHERE id = ?"),
                Map.entry(
                        "quote_request_parties_differ",
                        "UPDATE quote_request SET provider_id = enterprise_id WHERE id = ?"),
                Map.entry("quote_request_answer_later", "UPDATE quote_request SET answer_by = created_at WHERE id = ?"),
                Map.entry("quote_request_loser_told", "UPDATE quote_request SET state = 'NOT_AWARDED' WHERE id = ?"),
                Map.entry(
                        "quote_request_losses_known",
                        "UPDATE quote_request SET state = 'NOT_AWARDED', losses = '{LUCK}' WHERE id = ?"),
                Map.entry("quote_request_says_why", "UPDATE quote_request SET state = 'DECLINED' WHERE id = ?"));
        broken.forEach((constraint, sql) -> refuses(constraint, sql, request));
        refuses(
                "quote_request_provider_once",
                "INSERT INTO quote_request SELECT gen_random_uuid(), demand_id, enterprise_id, provider_id, 9, parties,"
                        + " asked, answer_by, state, losses, reason, version, created_at FROM quote_request WHERE id = ?",
                request);
        refuses("quote_valid_later", "UPDATE quote SET valid_until = made_at WHERE id = ?", quote);
        refuses(
                "quote_one_counts",
                "INSERT INTO quote SELECT gen_random_uuid(), request_id, 2, state, valid_until, terms, made_at"
                        + " FROM quote WHERE id = ?",
                quote);
        refuses("quote_item_price_not_negative", "UPDATE quote_item SET price_fen = -1 WHERE quote_id = ?", quote);
        refuses("quote_item_discount_range", "UPDATE quote_item SET discount_percent = 101 WHERE quote_id = ?", quote);
        refuses("quote_item_uncertainty_whole", "UPDATE quote_item SET uncertainty = 1 WHERE quote_id = ?", quote);
        refuses("quote_item_lines_named", "UPDATE quote_item SET capability_ids = '{}' WHERE quote_id = ?", quote);
        refuses(
                "quote_award_item_once",
                "INSERT INTO quote_award SELECT quote_id, demand_item_id, (SELECT id FROM booking WHERE id <> booking_id"
                        + " LIMIT 1), awarded_at, false FROM quote_award WHERE quote_id = ?",
                quote);
    }

    private static void refuses(String constraint, String sql, UUID id) {
        assertThatThrownBy(() -> BROKER.execute(sql, id)).rootCause().hasMessageContaining(constraint);
    }
}
