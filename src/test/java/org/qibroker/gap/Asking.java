package org.qibroker.gap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** Enterprises that ask for what nobody can do. */
final class Asking {
    private final TestBroker broker;

    Asking(TestBroker broker) {
        this.broker = broker;
    }

    /** An item of metrology over 0 to so many mm, as well as so many µm. */
    static Map<String, Object> item(String subject, double max, double microns) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("family", "METROLOGY");
        item.put("subject", subject);
        item.put("range", Map.of("min", 0, "max", max, "unit", "mm"));
        item.put("maxUncertainty", Map.of("value", microns, "unit", "µm"));
        return item;
    }

    /** The first, second … enterprise submits a demand for an item; the id of the wish that was recorded. */
    UUID wish(int enterprise, Map<String, Object> item) {
        ApiClient client = broker.as(Role.ENTERPRISE, enterprise);
        Answer draft = client.withKey()
                .post("/api/v1/demands", Map.of("items", List.of(item)))
                .expect(201);
        client.ifMatch(1)
                .post("/api/v1/demands/" + draft.id() + "/submission", "")
                .expect(200);
        UUID wish = UUID.fromString(draft.text("/items/0/id"));
        Waiting.until(() -> broker.rows("SELECT 1 FROM wish WHERE id = ?", wish).size() == 1);
        return wish;
    }

    /** The gap of a wish, as somebody sees it. */
    JsonNode gap(ApiClient client, UUID wish) {
        return client.get("/api/v1/gaps/" + wish).expect(200).json();
    }

    /** The version at which somebody sees it. */
    static long version(JsonNode gap) {
        return gap.get("version").asLong();
    }
}
