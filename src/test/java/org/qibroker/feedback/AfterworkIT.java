package org.qibroker.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
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

/** Papers, ratings and complaints of a completed booking. */
class AfterworkIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;
    private static UUID line;

    @BeforeAll
    static void openTheLab() {
        lab = new TestLab(BROKER, 1);
        line = lab.line(null, "CNAS");
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static String requested() {
        return requested(line);
    }

    private static String requested(UUID line) {
        return "/api/v1/bookings/"
                + enterprise()
                        .withKey()
                        .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line), "pieces", 5))
                        .expect(201)
                        .id();
    }

    private static void step(String booking, ApiClient who, String action) {
        Answer now = enterprise().get(booking).expect(200);
        who.ifMatch(now.version())
                .post(booking + "/transitions", Map.of("action", action))
                .expect(200);
    }

    private static String completed() {
        return completed(lab, line);
    }

    private static String completed(TestLab lab, UUID line) {
        String booking = requested(line);
        step(booking, lab.api(), "accept");
        step(booking, lab.api(), "receive");
        step(booking, lab.api(), "issue");
        step(booking, enterprise(), "acceptReport");
        return booking;
    }

    private static Map<String, Object> rating(int points) {
        return Map.of("service", points, "punctuality", points, "clarity", points, "comment", "清楚");
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void aCompletedBookingIsRatedOnceAndRepliedToOnce() {
        enterprise().withKey().post(requested() + "/rating", rating(5)).expect(409);
        TestLab lab = new TestLab(BROKER, 3);
        String booking = completed(lab, lab.line(null));
        lab.api().withKey().post(booking + "/rating", rating(5)).expect(403);
        assertThat(enterprise()
                        .withKey()
                        .post(booking + "/rating", rating(6))
                        .expect(400)
                        .text("/errors/0/pointer"))
                .isEqualTo("/clarity");
        enterprise().withKey().post(booking + "/rating", rating(5)).expect(201);
        enterprise().withKey().post(booking + "/rating", rating(1)).expect(409);
        Answer replied = lab.api()
                .withKey()
                .post(booking + "/rating/reply", Map.of("text", "谢谢"))
                .expect(201);
        assertThat(replied.text("/reply/text")).isEqualTo("谢谢");
        lab.api()
                .withKey()
                .post(booking + "/rating/reply", Map.of("text", "再谢"))
                .expect(409);
        BROKER.as(Role.ENTERPRISE, 2).get(booking + "/rating").expect(404);

        String provider = "/api/v1/providers/" + lab.organisation();
        Answer record = BROKER.api().get(provider + "/record").expect(200);
        assertThat(record.json().at("/rating/cases").asInt()).isEqualTo(1);
        assertThat(record.json().at("/rating/shrunk").asDouble()).isBetween(4.1, 4.2);
        assertThat(record.json().at("/rating/low").asDouble()).isEqualTo(1);
        Answer said = BROKER.api().get(provider + "/ratings").expect(200);
        assertThat(said.text("/items/0/reply")).isEqualTo("谢谢");
        assertThat(said.body()).doesNotContain("ENTERPRISE");
        Waiting.until(() -> !BROKER.rows(
                        "SELECT 1 FROM provider_record WHERE provider_id = ? AND ratings = 1 AND rating_thirds = 15",
                        lab.organisation())
                .isEmpty());
    }

    @Test
    void aComplaintGoesFromTheEnterpriseOverTheProviderToTheCoordinator() {
        String booking = completed();
        UUID shown = enterprise()
                .with("Content-Type", "application/octet-stream")
                .post("/api/v1/files?name=mail.txt", "where is it?")
                .expect(201)
                .id();
        Map<String, Object> text = Map.of("subject", "TIME", "text", "晚了两周", "fileIds", List.of(shown));
        lab.api().withKey().post(booking + "/complaints", text).expect(403);
        Answer made = enterprise().withKey().post(booking + "/complaints", text).expect(201);
        enterprise().withKey().post(booking + "/complaints", text).expect(409);
        String complaint = "/api/v1/complaints/" + made.id();
        BROKER.as(Role.PROVIDER, 2).get(complaint).expect(404);
        lab.api()
                .withKey()
                .post(complaint + "/messages", Map.of("text", "正在调查"))
                .expect(201);
        Map<String, String> answer = Map.of("action", "answer", "outcome", "NOT_UPHELD", "text", "样品晚到");
        Answer answered =
                lab.api().ifMatch(1).post(complaint + "/transitions", answer).expect(200);
        lab.api().ifMatch(1).post(complaint + "/transitions", answer).expect(412);
        Answer mediated = enterprise()
                .ifMatch(answered.version())
                .post(complaint + "/transitions", Map.of("action", "escalate", "text", "样品按时送到"))
                .expect(200);
        ApiClient coordinator = BROKER.as(Role.COORDINATOR);
        assertThat(coordinator.get("/api/v1/complaints?state=MEDIATION").text("/items/0/id"))
                .isEqualTo(made.text("/id"));
        Answer decided = coordinator
                .ifMatch(mediated.version())
                .post(complaint + "/transitions", Map.of("action", "decide", "outcome", "UPHELD", "text", "签收记录表明按时送到"))
                .expect(200);
        assertThat(decided.text("/outcome")).isEqualTo("UPHELD");
        assertThat(coordinator.get(complaint + "/files/" + shown).expect(200).body())
                .isEqualTo("where is it?");
        assertThat(enterprise().get(complaint + "/messages").text("/items/1/text"))
                .isEqualTo("正在调查");
    }

    @Test
    void whoDoesNotAnswerInTimeLosesTheMatterToACoordinator() {
        String booking = completed();
        Answer made = enterprise()
                .withKey()
                .post(booking + "/complaints", Map.of("subject", "RESULT", "text", "结果有误"))
                .expect(201);
        BROKER.execute(
                "UPDATE complaint SET acknowledge_due = created_at - interval '2 days',"
                        + " answer_due = created_at - interval '1 day', next_due = created_at WHERE id = ?",
                made.id());
        Waiting.until(() -> enterprise()
                .get("/api/v1/complaints/" + made.id())
                .text("/state")
                .equals("MEDIATION"));
        assertThat(enterprise().get("/api/v1/complaints/" + made.id()).text("/late"))
                .isEqualTo("true");
    }

    @Test
    void theProviderRecordsInvoiceAndPaymentAndTheEnterpriseWhatItCarries() {
        String requested = requested();
        lab.api()
                .ifMatch(0)
                .put(requested + "/billing", Map.of("state", "UNBILLED"))
                .expect(409);
        String booking = completed();
        LocalDate today = LocalDate.ofInstant(BROKER.clock().instant(), ZoneId.of("Asia/Shanghai"));
        Answer fresh = enterprise().get(booking + "/billing").expect(200);
        assertThat(fresh.text("/state")).isEqualTo("UNBILLED");
        Answer addressed = enterprise()
                .ifMatch(fresh.version())
                .put(booking + "/billing/bill-to", Map.of("title", "测试企业", "taxNumber", "91310117MT0000001X"))
                .expect(200);
        Map<String, Object> invoice = Map.of("state", "INVOICED", "number", "24317", "invoicedOn", today);
        enterprise()
                .ifMatch(addressed.version())
                .put(booking + "/billing", invoice)
                .expect(403);
        lab.api().ifMatch(fresh.version()).put(booking + "/billing", invoice).expect(412);
        Answer invoiced = lab.api()
                .ifMatch(addressed.version())
                .put(booking + "/billing", invoice)
                .expect(200);
        assertThat(invoiced.text("/billTo/title")).isEqualTo("测试企业");
        Answer paid = lab.api()
                .ifMatch(invoiced.version())
                .put(
                        booking + "/billing",
                        Map.of("state", "PAID", "number", "24317", "invoicedOn", today, "paidOn", today))
                .expect(200);
        assertThat(paid.text("/state")).isEqualTo("PAID");
        BROKER.as(Role.PROVIDER, 2).get(booking + "/billing").expect(404);

        Answer sheet = lab.api().get(booking + "/commission").expect(200);
        assertThat(sheet.text("/agreement/sampleDisposal")).isEqualTo("RETURN");
        assertThat(sheet.text("/enterprise/uscc")).hasSize(18);
        assertThat(sheet.text("/agreedAt")).isNotEmpty();
    }

    @Test
    void thePagesOfBothSidesLeadThroughIt() {
        String booking = "/bookings/" + id(completed());
        Visitor buyer = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        assertThat(buyer.get(booking).expect(200).body())
                .contains(booking + "/commission", booking + "/rating", booking + "/complaints/new");
        buyer.get(booking + "/commission").expect(200);
        assertThat(buyer.get(booking + "/commission?language=both").expect(200).body())
                .contains("lang=\"zh-CN\"", "lang=\"en\"", "Commission sheet", "委托单");
        buyer.get(booking + "/billing").expect(200);
        buyer.get(booking + "/rating").expect(200);
        buyer.post(booking + "/rating", Map.of("service", "5")).expect(422);
        buyer.post(booking + "/rating", Map.of("service", "5", "punctuality", "4", "clarity", "5"))
                .expect(303);
        buyer.get(booking + "/complaints/new").expect(200);
        String complaint = buyer.post(booking + "/complaints", Map.of("subject", "PRICE", "text", "多收了费"))
                .expect(303)
                .header("Location");
        Visitor seller = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER));
        assertThat(seller.get(complaint).expect(200).body()).contains("多收了费");
        String version = "1";
        seller.post(complaint + "/transitions", Map.of("version", version, "action", "ACKNOWLEDGE"))
                .expect(303);
        seller.get(booking + "/rating").expect(200);
        seller.post(booking + "/rating/reply", Map.of("text", "感谢")).expect(303);
        seller.get(booking + "/billing").expect(200);
        seller.post(booking + "/billing", Map.of("version", "0", "state", "INVOICED"))
                .expect(422);
        assertThat(new Visitor(BROKER)
                        .get("/providers/" + lab.organisation() + "/record")
                        .expect(200)
                        .body())
                .contains("感谢");
        Visitor coordinator = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR));
        assertThat(coordinator.get("/complaints").expect(200).body()).contains(complaint);
    }
}
