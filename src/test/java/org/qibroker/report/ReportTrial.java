package org.qibroker.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

/** What tests of reports need: a laboratory, bookings of its lines, files, and what anybody can verify. */
abstract class ReportTrial {
    static final AtomicInteger MADE = new AtomicInteger();

    /** The code of any other booking's report, for a seventh version of a booking's. */
    static final String TAKEN_CODE =
            """
            INSERT INTO report_content (booking_id, round, statement, code, changed_at, version)
            SELECT b.id, 9, '{}', c.code, c.changed_at, 7 FROM booking b JOIN report_content c ON c.booking_id <> b.id
            WHERE b.id = ? AND c.version IS NOT NULL LIMIT 1""";

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    static TestLab lab;
    static TestLab other;
    static UUID line;

    @BeforeAll
    static void openTheLab() {
        lab = new TestLab(BROKER, 1);
        other = new TestLab(BROKER, 2);
        line = lab.line(null);
    }

    static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    static Answer begun() {
        return begun(lab, line);
    }

    static Answer begun(TestLab at, UUID capability) {
        Answer booking = enterprise()
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(capability)))
                .expect(201);
        return step(at.api(), step(at.api(), booking, "accept"), "receive");
    }

    /** Work that has begun on a request for which something was agreed. */
    static Answer begunAs(Map<String, Object> agreed) {
        List<Object> items = List.of(Map.of("family", "METROLOGY", "subject", "数显卡尺"));
        Answer demand = enterprise()
                .withKey()
                .post("/api/v1/demands", Map.of("agreement", agreed, "items", items))
                .expect(201);
        enterprise()
                .ifMatch(demand.version())
                .post("/api/v1/demands/" + demand.id() + "/submission", "")
                .expect(200);
        Map<String, Object> order = Map.of(
                "capabilityIds", List.of(line),
                "demandId", demand.id(),
                "demandItemIds", List.of(demand.text("/items/0/id")));
        Answer booking = enterprise().withKey().post("/api/v1/bookings", order).expect(201);
        return step(lab.api(), step(lab.api(), booking, "accept"), "receive");
    }

    static Answer step(ApiClient who, Answer last, String action) {
        return step(who, last, Map.of("action", action, "reason", "更正委托方名称")).expect(200);
    }

    static Answer step(ApiClient who, Answer last, Map<String, Object> body) {
        return who.ifMatch(last.version()).post("/api/v1/bookings/" + last.id() + "/transitions", body);
    }

    static Answer issue(ApiClient who, Answer last, String number) {
        return step(who, last, Map.of("action", "issue", "reportNumber", number));
    }

    /** The body of a PDF unlike any before. */
    static String pdf() {
        return "%PDF-1.4\n% report " + MADE.incrementAndGet() + "\n%%EOF\n";
    }

    static UUID stored(ApiClient who, String name, String content) {
        return who.with("Content-Type", "application/octet-stream")
                .post("/api/v1/files?name=" + name, content)
                .expect(201)
                .id();
    }

    static Answer write(ApiClient who, Answer booking, Map<String, Object> body) {
        return who.put("/api/v1/bookings/" + booking.id() + "/report-draft", body);
    }

    static void file(Answer booking, String content) {
        write(lab.api(), booking, Map.of("fileId", stored(lab.api(), "report.pdf", content)))
                .expect(200);
    }

    static JsonNode reports(Answer booking) {
        return enterprise()
                .get("/api/v1/bookings/" + booking.id() + "/reports")
                .expect(200)
                .json()
                .path("items");
    }

    static String verified(String number, String code) {
        return BROKER.api()
                .post("/api/v1/verifications", Map.of("number", number, "code", code))
                .expect(200)
                .text("/status");
    }

    static Answer verified(String content) {
        return BROKER.api()
                .with("Content-Type", "application/octet-stream")
                .post("/api/v1/verifications/file", content)
                .expect(200);
    }

    static Map<String, Object> results(Object value) {
        return Map.of(
                "decisionRule",
                "GUARDED_NON_BINARY",
                "results",
                List.of(Map.of("parameter", "示值误差", "value", value, "expandedUncertainty", 0.01, "upperLimit", 0.03)));
    }
}
