package org.qibroker.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** A region in which some requests come to their end, and others get stuck at every step. */
public final class BusyRegion {
    private static final String DEMANDS = "/api/v1/demands";

    private final TestBroker broker;
    private final TestLab lab;
    private final UUID bench;
    private final UUID line;
    private final UUID other;

    /** A laboratory with a bench, and a line that needs none. */
    public BusyRegion(TestBroker broker) {
        this.broker = broker;
        this.lab = new TestLab(broker, 1);
        this.bench = lab.resource(2);
        this.line = lab.line(bench, "CNAS");
        this.other = lab.line(null, "CNAS");
    }

    /** Everything happens; what it counts is counted when this returns. */
    public void happen() {
        UUID own = broker.person(Role.ENTERPRISE).organisation();
        enterprise(1)
                .ifMatch(0)
                .put("/api/v1/organisations/" + own + "/profile", Map.of("industry", "biomedicine", "size", "SMALL"))
                .expect(200);
        Visitor.signedIn(broker, broker.person(Role.ENTERPRISE)).get("/demands").expect(200);
        requests();
        UUID done = booked(2, 1);
        steps(done, "accept", "receive", "issue");
        act(enterprise(2), done, "acceptReport");
        UUID stuck = booked(2, 2);
        steps(stuck, "accept", "receive", "issue");
        act(enterprise(2), stuck, "dispute");
        enterprise(2)
                .withKey()
                .post("/api/v1/bookings/" + done + "/rating", Map.of("service", 5, "punctuality", 4, "clarity", 3))
                .expect(201);
        Waiting.until(() -> broker.rows("SELECT 1 FROM insight_fact WHERE measure = 'RATED'")
                                .size()
                        == 1
                && broker.rows("SELECT 1 FROM insight_fact WHERE measure = 'VISIT'")
                                .size()
                        == 1);
    }

    /** A request is booked in part, another not at all, a third is over; and one thing nobody can do. */
    private void requests() {
        Answer first = submitted(1, List.of(item(subject(line)), item(subject(other)), item("月球引力计")));
        Map<String, String> slot = lab.slot(bench, 0);
        UUID booking = enterprise(1)
                .withKey()
                .post(
                        "/api/v1/bookings",
                        Map.of(
                                "capabilityIds",
                                List.of(line),
                                "resourceId",
                                bench,
                                "start",
                                slot.get("start"),
                                "end",
                                slot.get("end"),
                                "pieces",
                                1,
                                "demandId",
                                first.id(),
                                "demandItemIds",
                                List.of(first.text("/items/0/id"))))
                .expect(201)
                .id();
        steps(booking, "accept", "receive");
        submitted(2, List.of(item(subject(line))));
        Answer over = submitted(3, List.of(item(subject(other))));
        long version = enterprise(3).get(DEMANDS + "/" + over.id()).expect(200).version();
        enterprise(3)
                .ifMatch(version)
                .post(DEMANDS + "/" + over.id() + "/transitions", Map.of("action", "cancel"))
                .expect(200);
        booked(3, 3);
        act(lab.api(), booked(3, 4), "decline");
    }

    private ApiClient enterprise(int number) {
        return broker.as(Role.ENTERPRISE, number);
    }

    private String subject(UUID capability) {
        return broker.api()
                .get("/api/v1/capabilities/" + capability)
                .expect(200)
                .text("/subject");
    }

    private static Map<String, Object> item(String subject) {
        return Map.of("family", "METROLOGY", "subject", subject);
    }

    private Answer submitted(int enterprise, List<Map<String, Object>> items) {
        Answer draft = enterprise(enterprise)
                .withKey()
                .post(DEMANDS, Map.of("items", items))
                .expect(201);
        enterprise(enterprise)
                .ifMatch(1)
                .post(DEMANDS + "/" + draft.id() + "/submission", "")
                .expect(200);
        return draft;
    }

    private UUID booked(int enterprise, int slot) {
        return lab.booked(enterprise(enterprise), line, bench, slot).id();
    }

    private void steps(UUID booking, String... actions) {
        for (String action : actions) {
            act(lab.api(), booking, action);
        }
    }

    private void act(ApiClient who, UUID booking, String action) {
        long version = who.get("/api/v1/bookings/" + booking).expect(200).version();
        List<String> explained = List.of("dispute", "decline");
        Map<String, String> command =
                explained.contains(action) ? Map.of("action", action, "reason", "x") : Map.of("action", action);
        TestLab.act(who, booking, version, command);
    }
}
