package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Instruments that are due are asked for at once, and the reports that come back are in the ledger. */
class LedgerIT {
    private static final String PATH = "/api/v1/instruments";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static LocalDate today() {
        return RegionTime.day(BROKER.clock().instant());
    }

    private static Map<String, Object> draft(String number, String subject, LocalDate nextDue) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("ownNumber", number);
        draft.put("subject", subject);
        draft.put("range", Map.of("min", 0, "max", 150, "unit", "mm"));
        draft.put("tolerance", Map.of("value", 0.03, "unit", "mm"));
        draft.put("intervalMonths", 12);
        draft.put("nextDue", nextDue.toString());
        draft.put("state", "IN_USE");
        draft.put("criticality", "B");
        return draft;
    }

    private static Answer added(ApiClient by, String number, LocalDate due) {
        return by.post(PATH, draft(number, "数显卡尺", due)).expect(201);
    }

    private static JsonNode instrument(UUID id) {
        return enterprise().get(PATH + "/" + id).expect(200).json();
    }

    @Test
    void whatIsDueInAMonthBecomesOneRequestAndItsReportUpdatesTheLedgerUntilItIsDisputed() {
        LocalDate due = today().plusMonths(3);
        UUID first = added(enterprise(), "M-1", due).id();
        UUID second = added(enterprise(), "M-2", due).id();
        added(enterprise(), "M-3", due.plusMonths(2));
        String month = due.toString().substring(0, 7);
        String dues = enterprise()
                .get(PATH + "/dues")
                .expect(200)
                .json()
                .path("items")
                .toString();
        assertThat(dues).contains("{\"month\":\"" + month + "\",\"instruments\":2}");

        Answer asked = enterprise()
                .post(PATH + "/calibration-requests", Map.of("month", month))
                .expect(201);
        UUID demand = UUID.fromString(asked.text("/demandId"));
        Answer draft = enterprise().get("/api/v1/demands/" + demand).expect(200);
        assertThat(draft.json().path("items")).hasSize(1);
        assertThat(draft.text("/items/0/pieces")).isEqualTo("2");
        assertThat(instrument(first).path("demandId").asText()).isEqualTo(demand.toString());
        enterprise()
                .post(PATH + "/calibration-requests", Map.of("month", month))
                .expect(409);

        enterprise()
                .ifMatch(1)
                .post("/api/v1/demands/" + demand + "/submission", "")
                .expect(200);
        TestLab lab = new TestLab(BROKER, 1);
        UUID booking = booked(lab, demand, draft.text("/items/0/id"));
        TestLab.act(lab.api(), booking, 1, Map.of("action", "accept"));
        TestLab.act(lab.api(), booking, 2, Map.of("action", "receive"));
        TestLab.act(lab.api(), booking, 3, Map.of("action", "issue", "reportNumber", "CAL-7"));
        theReportIsInTheLedgerUntilItIsDisputed(booking, first, second, due);
    }

    private static UUID booked(TestLab lab, UUID demand, String item) {
        return enterprise()
                .withKey()
                .post(
                        "/api/v1/bookings",
                        Map.of(
                                "capabilityIds",
                                List.of(lab.line(null)),
                                "demandId",
                                demand,
                                "demandItemIds",
                                List.of(item),
                                "pieces",
                                2))
                .expect(201)
                .id();
    }

    private static void theReportIsInTheLedgerUntilItIsDisputed(UUID booking, UUID first, UUID second, LocalDate due) {
        Waiting.until(
                () -> instrument(second).at("/certificate/number").asText().equals("CAL-7"));
        assertThat(instrument(first).path("bookingId").asText()).isEqualTo(booking.toString());
        assertThat(instrument(first).path("due").asText())
                .isEqualTo(today().plusMonths(12).toString());
        assertThat(instrument(first).has("demandId")).isFalse();

        TestLab.act(enterprise(), booking, 4, Map.of("action", "dispute", "reason", "数据有误"));
        Waiting.until(() -> !instrument(first).has("certificate"));
        assertThat(instrument(first).path("due").asText()).isEqualTo(due.toString());
        TestLab.act(enterprise(), booking, 5, Map.of("action", "acceptReport"));
        Waiting.until(() -> instrument(first).at("/certificate/number").asText().equals("CAL-7"));
    }

    @Test
    void aFileIsTakenAsAWholeOrNotAtAllAndComesBackAsItWas() {
        ApiClient csv = BROKER.as(Role.ENTERPRISE, 2).with("Content-Type", "text/csv");
        String bad = "管理编号,器具名称,校准周期(月)\nF-1,压力表,6\nF-2,压力表,半年\n";
        Answer refused = csv.send("POST", PATH + "/import", bad).expect(200);
        assertThat(refused.text("/taken")).isEqualTo("0");
        assertThat(refused.text("/findings/0/row")).isEqualTo("3");
        assertThat(refused.text("/findings/0/column")).isEqualTo("校准周期(月)");
        csv.send("POST", PATH + "/import", bad.replace("半年", "6")).expect(200);
        String exported = csv.get(PATH + "/export.csv").expect(200).body();
        assertThat(exported).contains("F-1,压力表", "F-2,压力表");
        assertThat(csv.send("POST", PATH + "/import", exported).expect(200).text("/taken"))
                .isEqualTo("2");
        assertThat(csv.get(PATH).expect(200).json().path("items")).hasSize(2);
        assertThat(enterprise().get(PATH + "?q=F-1").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void aWorkbookIsTakenAgainWithoutADifference() throws IOException, InterruptedException {
        ApiClient by = BROKER.as(Role.ENTERPRISE, 6);
        added(by, "W-1", today().plusDays(40));
        String before = by.get(PATH).expect(200).body();
        HttpResponse<byte[]> file = sent(request("/export.xlsx").GET());
        assertThat(file.headers().firstValue("Content-Type")).contains(WORKBOOK);
        HttpResponse<byte[]> taken = sent(request("/import")
                .header("Content-Type", WORKBOOK)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file.body())));
        assertThat(new String(taken.body(), StandardCharsets.UTF_8)).contains("\"taken\":1", "\"findings\":[]");
        assertThat(by.get(PATH).expect(200).body()).isEqualTo(before);
    }

    private static HttpRequest.Builder request(String path) {
        String token = BROKER.person(Role.ENTERPRISE, 6).token();
        return HttpRequest.newBuilder(URI.create(BROKER.url() + PATH + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void severalAreChangedAtOnceAndForeignOnesStay() {
        ApiClient third = BROKER.as(Role.ENTERPRISE, 3);
        UUID mine = added(third, "B-1", today()).id();
        UUID foreign = added(enterprise(), "B-1", today()).id();
        assertThat(third.patch(PATH, Map.of("ids", List.of(mine, foreign), "state", "SEALED"))
                        .expect(200)
                        .text("/changed"))
                .isEqualTo("1");
        assertThat(instrument(foreign).path("state").asText()).isEqualTo("IN_USE");
        third.get(PATH + "/" + foreign).expect(404);
        third.post(PATH, draft("B-1", "尺", today())).expect(409);
        third.ifMatch(1).put(PATH + "/" + mine, draft("B-1", "尺", today())).expect(412);
        Map<String, Object> wrong = draft("B-2", "尺", today());
        wrong.put("range", Map.of("max", 1, "unit", "furlong"));
        assertThat(third.post(PATH, wrong).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/range/unit");
    }

    @Test
    void thePageShowsWhatIsOverdueAndAsksForTheChosen() {
        ApiClient fourth = BROKER.as(Role.ENTERPRISE, 4);
        UUID late = added(fourth, "P-1", today().minusDays(3)).id();
        added(fourth, "P-2", today().plusDays(300));
        Visitor page = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 4));
        assertThat(page.get("/instruments?view=overdue").expect(200).body())
                .contains("P-1", "value=\"" + late + "\" checked")
                .doesNotContain("P-2");
        assertThat(page.get("/instruments/" + late).expect(200).body()).contains("P-1");
        page.get("/instruments?view=never").expect(404);
        Answer asked = page.post("/instruments/selection", Map.of("id", late.toString(), "request", "true"))
                .expect(303);
        assertThat(asked.header("Location")).startsWith("/demands/");
        page.post("/instruments/selection", Map.of("id", late.toString(), "request", "true"))
                .expect(422);
        page.post("/instruments", Map.of("ownNumber", "P-3", "subject", "尺", "intervalMonths", "6"))
                .expect(303);
        page.post("/instruments", Map.of("ownNumber", "", "subject", "尺", "intervalMonths", "6"))
                .expect(422);
        assertThat(page.get("/instruments/template.csv").expect(200).body()).contains("管理编号");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instrument_own_number_said | UPDATE instrument SET own_number = ' '",
                "instrument_state_known | UPDATE instrument SET state = 'LOST'",
                "instrument_version_positive | UPDATE instrument SET version = 0",
                "instrument_enterprise_known | UPDATE instrument SET enterprise_id = gen_random_uuid()",
                "instrument_interval_sane | UPDATE instrument SET draft = jsonb_set(draft, '{intervalMonths}', '0')",
                "instrument_own_number_once | INSERT INTO instrument SELECT gen_random_uuid(), enterprise_id, own_number, state, draft, 1 FROM instrument",
                "instrument_request_instrument_known | INSERT INTO instrument_request VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'k', false)",
                "instrument_request_one_open | INSERT INTO instrument_request SELECT id, demand, demand, 'k', true FROM (SELECT id FROM instrument LIMIT 1) i, (VALUES (gen_random_uuid()), (gen_random_uuid())) d (demand)",
                "instrument_certificate_instrument_known | INSERT INTO instrument_certificate VALUES (gen_random_uuid(), gen_random_uuid(), 'n', now(), 'p', true)",
                "instrument_certificate_number_said | INSERT INTO instrument_certificate SELECT id, gen_random_uuid(), '', now(), 'p', true FROM instrument LIMIT 1"
            })
    void theTablesRefuseWhatMakesNoSense(String constraint, String sql) {
        if (BROKER.rows("SELECT 1 FROM instrument").isEmpty()) {
            added(BROKER.as(Role.ENTERPRISE, 5), "C-1", today());
        }
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
