package org.qibroker.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

/** The pages of quotes, and what their tables refuse. */
class QuotePagesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static QuoteWorld world;

    @BeforeAll
    static void openTheLabs() {
        world = new QuoteWorld(BROKER);
    }

    @Test
    void thePagesLeadFromTheQuestionToTheBooking() {
        JsonNode demand = world.demand(1);
        Visitor buyer = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        String lab = world.labs.get(0).organisation().toString();
        assertThat(buyer.get("/demands/" + world.id(demand) + "/quotes/new?q=PROVIDER")
                        .expect(200)
                        .body())
                .contains(lab);
        Map<String, String> form = Map.of(
                "provider",
                lab,
                "item",
                world.item(demand, 0),
                "answerBy",
                world.day(4).toString(),
                "message",
                "请报价");
        buyer.post("/demands/" + world.id(demand) + "/quotes/new", form).expect(303);
        String request =
                world.labs.get(0).api().get("/api/v1/quote-requests?state=OPEN").text("/items/0/id");

        isAnswered(request);
        isAwarded(buyer, demand);
    }

    private static void isAnswered(String request) {
        Visitor seller = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER));
        assertThat(seller.get("/quote-requests").expect(200).body()).contains(request);
        assertThat(seller.get("/quote-requests/" + request).expect(200).body()).contains("请报价", "price-0");
        Map<String, String> answer = new HashMap<>(Map.of(
                "validUntil", world.day(9).toString(), "finish-0", world.day(7).toString(), "price-0", "12.345"));
        answer.put("lines-0", world.lines.get(world.labs.get(0).organisation()).toString());
        assertThat(seller.post("/quote-requests/" + request + "/quotes", answer)
                        .expect(422)
                        .body())
                .contains("is-invalid");
        answer.put("price-0", "123.40");
        seller.post("/quote-requests/" + request + "/quotes", answer).expect(303);
    }

    private static void isAwarded(Visitor buyer, JsonNode demand) {
        String quote = world.enterprise()
                .get("/api/v1/demands/" + world.id(demand) + "/quotes")
                .text("/items/0/id");
        assertThat(buyer.get("/demands/" + world.id(demand) + "/quotes")
                        .expect(200)
                        .body())
                .contains("123.40", quote);
        Answer done = buyer.post(
                        "/demands/" + world.id(demand) + "/awards", Map.of("pick-" + world.item(demand, 0), quote))
                .expect(303);
        assertThat(buyer.get(done.header("Location")).expect(200).body()).contains("123.40");
    }

    private static final Map<String, String> OF_REQUESTS = Map.ofEntries(
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
            Map.entry("quote_request_says_why", "UPDATE quote_request SET state = 'DECLINED' WHERE id = ?"),
            Map.entry(
                    "quote_request_provider_once",
                    """
                    INSERT INTO quote_request SELECT gen_random_uuid(), demand_id, enterprise_id, provider_id, 9, parties,
                        asked, answer_by, state, losses, reason, version, created_at FROM quote_request WHERE id = ?"""));

    private static final Map<String, String> OF_QUOTES = Map.of(
            "quote_valid_later", "UPDATE quote SET valid_until = made_at WHERE id = ?",
            "quote_one_counts",
                    """
                    INSERT INTO quote SELECT gen_random_uuid(), request_id, 2, state, valid_until, terms, made_at
                    FROM quote WHERE id = ?""",
            "quote_item_price_not_negative", "UPDATE quote_item SET price_fen = -1 WHERE quote_id = ?",
            "quote_item_discount_range", "UPDATE quote_item SET discount_percent = 101 WHERE quote_id = ?",
            "quote_item_uncertainty_whole", "UPDATE quote_item SET uncertainty = 1 WHERE quote_id = ?",
            "quote_item_lines_named", "UPDATE quote_item SET capability_ids = '{}' WHERE quote_id = ?",
            "quote_award_item_once",
                    """
                    INSERT INTO quote_award SELECT a.quote_id, a.demand_item_id, b.booking_id, a.awarded_at, false
                    FROM quote_award a JOIN quote_award b ON b.quote_id = a.quote_id AND b.booking_id <> a.booking_id
                    WHERE a.quote_id = ? LIMIT 1""");

    @Test
    void theTablesRefuseWhatTheRulesNeverWrite() {
        JsonNode demand = world.demand(2);
        UUID request = UUID.fromString(world.asked(demand).get(0));
        TestLab one = world.labs.get(0);
        UUID quote = world.give(
                        one,
                        request.toString(),
                        List.of(
                                world.offer(one, world.item(demand, 0), 100, 6),
                                world.offer(one, world.item(demand, 1), 100, 6)))
                .expect(201)
                .id();
        world.award(quote.toString(), Map.of("demandItemIds", List.of(world.item(demand, 0))))
                .expect(201);
        world.award(quote.toString(), Map.of()).expect(201);
        OF_REQUESTS.forEach((constraint, sql) -> refuses(constraint, sql, request));
        OF_QUOTES.forEach((constraint, sql) -> refuses(constraint, sql, quote));
    }

    private static void refuses(String constraint, String sql, UUID id) {
        assertThatThrownBy(() -> BROKER.execute(sql, id)).rootCause().hasMessageContaining(constraint);
    }
}
