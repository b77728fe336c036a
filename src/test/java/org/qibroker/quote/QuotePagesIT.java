package org.qibroker.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
}
