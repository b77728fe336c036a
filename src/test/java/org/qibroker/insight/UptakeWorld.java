package org.qibroker.insight;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** A region in which two enterprises book, and one of them comes to the end and is content. */
final class UptakeWorld {
    static final String UPTAKE = "/api/v1/uptake";

    final TestLab lab;
    private final TestBroker broker;

    UptakeWorld(TestBroker broker) {
        this.broker = broker;
        this.lab = new TestLab(broker, 1);
        UUID line = lab.line(null, "CNAS");
        broker.seated(Role.COORDINATOR, 2, null);
        ApiClient enterprise = broker.as(Role.ENTERPRISE);
        enterprise
                .ifMatch(0)
                .put(
                        profile(broker.person(Role.ENTERPRISE).organisation()),
                        Map.of("industry", "biomedicine", "size", "SMALL"))
                .expect(200);
        String booking = booked(enterprise, line);
        booked(broker.as(Role.ENTERPRISE, 2), line);
        step(booking, lab.api(), "accept");
        step(booking, lab.api(), "receive");
        step(booking, lab.api(), "issue");
        step(booking, enterprise, "acceptReport");
        enterprise
                .withKey()
                .post(booking + "/rating", Map.of("service", 5, "punctuality", 4, "clarity", 3))
                .expect(201);
        Waiting.until(() -> value(city(""), "SATISFACTION") > 0);
    }

    static String profile(UUID organisation) {
        return "/api/v1/organisations/" + organisation + "/profile";
    }

    private static String booked(ApiClient enterprise, UUID line) {
        return "/api/v1/bookings/"
                + enterprise
                        .withKey()
                        .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line), "pieces", 1))
                        .expect(201)
                        .id();
    }

    private void step(String booking, ApiClient who, String action) {
        Answer now = broker.as(Role.ENTERPRISE).get(booking).expect(200);
        who.ifMatch(now.version())
                .post(booking + "/transitions", Map.of("action", action))
                .expect(200);
    }

    /** What the city sees. */
    Answer city(String query) {
        return broker.as(Role.COORDINATOR, 2).get(UPTAKE + query).expect(200);
    }

    /** The value of a figure, -1 if there is none. */
    static double value(Answer uptake, String figure) {
        for (JsonNode each : uptake.json().path("figures")) {
            if (each.path("figure").asText().equals(figure)) {
                return each.path("value").asDouble(-1);
            }
        }
        return -1;
    }

    /** The value of a figure of one part, -1 if there is none. */
    static double part(Answer uptake, String key, String figure) {
        for (JsonNode each : uptake.json().path("series")) {
            if (each.path("key").asText().equals(key)) {
                return each.path("values").path(figure).asDouble(-1);
            }
        }
        return -1;
    }
}
