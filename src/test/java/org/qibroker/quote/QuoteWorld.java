package org.qibroker.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** Two laboratories, and an enterprise that asks them for quotes, for tests. */
final class QuoteWorld {
    private final TestBroker broker;
    final List<TestLab> labs = new ArrayList<>();
    final Map<UUID, UUID> lines = new HashMap<>();

    QuoteWorld(TestBroker broker) {
        this.broker = broker;
        for (int i = 1; i <= 2; i++) {
            TestLab lab = new TestLab(broker, i);
            labs.add(lab);
            lines.put(lab.organisation(), lab.line(null, "CNAS"));
        }
    }

    LocalDate day(int fromNow) {
        return LocalDate.ofInstant(broker.clock().instant(), ZoneId.of("Asia/Shanghai"))
                .plusDays(fromNow);
    }

    ApiClient enterprise() {
        return broker.as(Role.ENTERPRISE);
    }

    JsonNode demand(int items) {
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

    String id(JsonNode demand) {
        return demand.path("id").asText();
    }

    String item(JsonNode demand, int index) {
        return demand.at("/items/" + index + "/id").asText();
    }

    /** Asks both laboratories, and gives their requests in order. */
    List<String> asked(JsonNode demand) {
        Answer made = enterprise()
                .withKey()
                .post("/api/v1/demands/" + id(demand) + "/quote-requests", asking())
                .expect(201);
        List<String> ids = new ArrayList<>();
        made.json().path("items").forEach(request -> ids.add(request.path("id").asText()));
        return ids;
    }

    Map<String, Object> asking() {
        return Map.of(
                "providerIds",
                labs.stream().map(TestLab::organisation).toList(),
                "answerBy",
                day(5),
                "message",
                "可否加急？");
    }

    Map<String, Object> offer(TestLab lab, String item, long fen, int days) {
        return Map.of(
                "demandItemId",
                item,
                "price",
                Map.of("amount", fen, "currency", "CNY"),
                "finishBy",
                day(days),
                "capabilityIds",
                List.of(lines.get(lab.organisation())));
    }

    /** Offers for the first two items of a demand. */
    List<Map<String, Object>> both(TestLab lab, JsonNode demand, long fen, int days) {
        return List.of(offer(lab, item(demand, 0), fen, days), offer(lab, item(demand, 1), fen, days));
    }

    Answer give(TestLab lab, String request, List<?> items) {
        return lab.api()
                .withKey()
                .post("/api/v1/quote-requests/" + request + "/quotes", Map.of("validUntil", day(20), "items", items));
    }

    Answer award(String quote, Map<String, ?> body) {
        return enterprise().withKey().post("/api/v1/quotes/" + quote + "/award", body);
    }

    String state(String request) {
        return enterprise().get("/api/v1/quote-requests/" + request).text("/state");
    }

    void demandBecomes(JsonNode demand, String state) {
        Waiting.until(() ->
                enterprise().get("/api/v1/demands/" + id(demand)).text("/state").equals(state));
    }
}
