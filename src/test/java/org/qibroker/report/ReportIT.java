package org.qibroker.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.Visitor;

class ReportIT extends ReportTrial {
    @Test
    void aReportWithItsFileIsIssuedAndVerifiedByCodeAndByFile() {
        Answer booking = begun();
        String content = pdf();
        Map<String, Object> body = new HashMap<>(Map.of("statement", results(0.025)));
        body.put("fileId", stored(lab.api(), "%E6%8A%A5%E5%91%8A.pdf", content));
        Answer draft = write(lab.api(), booking, body).expect(200);
        assertThat(draft.text("/statement/conformity")).isEqualTo("CONDITIONAL_PASS");
        enterprise().get("/api/v1/bookings/" + booking.id() + "/report-draft").expect(404);
        issue(lab.api(), booking, "J 2026/1").expect(200);

        JsonNode report = reports(booking).path(0);
        String code = report.path("verificationCode").asText();
        assertThat(code).isEqualTo(draft.text("/verificationCode"));
        assertThat(report.path("verificationUrl").asText()).endsWith("/verify/J%202026%2F1?code=" + code);
        Answer file = enterprise()
                .get("/api/v1/bookings/" + booking.id() + "/reports/1/file")
                .expect(200);
        assertThat(file.body()).isEqualTo(content);
        assertThat(file.header("Content-Disposition")).startsWith("attachment; filename*=UTF-8''%E6%8A%A5");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        assertThat(verified(
                        "j 2026/1",
                        code.substring(0, 8) + "-" + code.substring(8).toLowerCase(Locale.ROOT)))
                .isEqualTo("GENUINE");
        assertThat(verified("J 2026/2", code)).isEqualTo("UNKNOWN");
        assertThat(verified("J 2026/1", "0000000000000000")).isEqualTo("UNKNOWN");
        Answer byFile = verified(content);
        assertThat(byFile.text("/status")).isEqualTo("GENUINE");
        assertThat(byFile.text("/providerName")).contains("PROVIDER 1");
        assertThat(verified(content + " ").body()).isEqualTo("{\"status\":\"UNKNOWN\"}");
        String page = new Visitor(BROKER)
                .get("/verify/J%202026%2F1?code=" + code)
                .expect(200)
                .body();
        assertThat(page).contains("真实有效", "J 2026/1").doesNotContain("卡尺", "ENTERPRISE");
    }

    @Test
    void aReissueKeepsAllVersionsAndSaysWhy() {
        Answer booking = begun();
        String first = pdf();
        file(booking, first);
        Answer issued = issue(lab.api(), booking, "J-R1").expect(200);
        step(lab.api(), issued, Map.of("action", "reissue", "reason", "更正")).expect(409);
        String second = pdf();
        file(issued, second);
        Answer reissued = step(lab.api(), issued, "reissue");
        JsonNode versions = reports(booking);
        assertThat(versions.findValuesAsText("status")).containsExactly("GENUINE", "SUPERSEDED");
        assertThat(versions.path(0).path("reason").asText()).isEqualTo("更正委托方名称");
        assertThat(verified(first).text("/status")).isEqualTo("SUPERSEDED");
        assertThat(verified(second).text("/status")).isEqualTo("GENUINE");
        enterprise().get("/api/v1/bookings/" + booking.id() + "/reports/1/file").expect(200);

        step(lab.api(), reissued, "withdrawReport");
        assertThat(verified(second).text("/status")).isEqualTo("WITHDRAWN");
        assertThat(verified("J-R1", versions.path(0).path("verificationCode").asText()))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void theEnterpriseSeesTheDraftAndItsResultsStay() {
        Answer booking = begun();
        String draft = "/api/v1/bookings/" + booking.id() + "/report-draft";
        Map<String, Object> body = new HashMap<>(Map.of("statement", results(0.01)));
        body.put("fileId", stored(lab.api(), "draft.pdf", pdf()));
        write(lab.api(), booking, body).expect(200);
        Answer drafted = step(lab.api(), booking, "draft");
        Answer seen = enterprise().get(draft).expect(200);
        assertThat(seen.text("/submittedAt")).isNotEmpty();
        assertThat(seen.text("/statement/conformity")).isEqualTo("PASS");
        enterprise().get(draft + "/file").expect(200);
        write(lab.api(), booking, Map.of("statement", results(0.02))).expect(409);
        String last = pdf();
        body.put("fileId", stored(lab.api(), "final.pdf", last));
        write(lab.api(), booking, body).expect(200);
        assertThat(enterprise().get(draft).text("/file/name")).isEqualTo("draft.pdf");

        Answer approved = step(enterprise(), drafted, "approve");
        issue(lab.api(), approved, "J-D1").expect(200);
        assertThat(reports(booking).path(0).path("file").path("name").asText()).isEqualTo("final.pdf");
        assertThat(reports(booking).path(0).path("verificationCode").asText())
                .isEqualTo(seen.text("/verificationCode"));
        assertThat(verified(last).text("/status")).isEqualTo("GENUINE");
    }

    @Test
    void withoutAFileItIsAReportOnPaper() {
        Answer booking = begun();
        Answer issued = issue(lab.api(), booking, "J-P1").expect(200);
        JsonNode report = reports(booking).path(0);
        assertThat(report.has("file")).isFalse();
        assertThat(verified("J-P1", report.path("verificationCode").asText())).isEqualTo("GENUINE");
        enterprise().get("/api/v1/bookings/" + booking.id() + "/reports/1/file").expect(404);
        step(lab.api(), issued, "reissue");
        assertThat(reports(booking)).hasSize(2);
    }

    @Test
    void aNumberBelongsToOneBookingOfAProvider() {
        issue(lab.api(), begun(), "J-ONCE").expect(200);
        Answer taken = issue(lab.api(), begun(), "J-ONCE").expect(409);
        assertThat(taken.text("/type")).contains("booking-report-number-once");
        issue(other.api(), begun(other, other.line(null)), "J-ONCE").expect(200);
    }

    @Test
    void onlyTheLaboratoryWritesOnlyInItsTimeAndOnlyWhatFits() {
        Answer booking = begun();
        write(enterprise(), booking, Map.of()).expect(403);
        write(other.api(), booking, Map.of()).expect(404);
        other.api().get("/api/v1/bookings/" + booking.id() + "/reports").expect(404);
        UUID text = stored(lab.api(), "report.txt", "no report");
        assertThat(write(lab.api(), booking, Map.of("fileId", text)).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/fileId");
        UUID foreign = stored(other.api(), "report.pdf", pdf());
        write(lab.api(), booking, Map.of("fileId", foreign)).expect(400);
        Answer huge = write(lab.api(), booking, Map.of("statement", results(new BigDecimal("1e300"))))
                .expect(400);
        assertThat(huge.text("/errors/0/pointer")).isEqualTo("/statement/results/0/value");
        Answer early = enterprise()
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line)))
                .expect(201);
        write(lab.api(), early, Map.of()).expect(409);
        lab.api()
                .with("Content-Type", "application/octet-stream")
                .post("/api/v1/files?name=a.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")
                .expect(415);
    }

    @Test
    void whoeverAsksTooOftenHasToWait() {
        BROKER.clock().advance(Duration.ofMinutes(2));
        int answered = 0;
        Answer last = BROKER.api().post("/api/v1/verifications", Map.of("sha256", "00".repeat(32)));
        while (last.status() == 200 && answered < 30) {
            answered++;
            last = BROKER.api().post("/api/v1/verifications", Map.of("sha256", "00".repeat(32)));
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotEmpty();
        assertThat(new Visitor(BROKER)
                        .get("/verify?number=x&code=0000000000000000")
                        .status())
                .isEqualTo(429);
        BROKER.clock().advance(Duration.ofMinutes(2));
        BROKER.api().post("/api/v1/verifications", Map.of("number", "x")).expect(400);
    }

    @Test
    void aReportWhoseBookingWasCancelledForADisputeIsWithdrawnHoweverLongAgoThatWas() throws IOException {
        Answer issued = issue(lab.api(), begun(), "J-GONE").expect(200);
        Answer disputed = step(enterprise(), issued, Map.of("action", "dispute", "reason", "结果不符"));
        step(
                        BROKER.as(Role.COORDINATOR),
                        disputed,
                        Map.of("action", "resolve", "reason", "复测不符", "outcome", "CANCELLED"))
                .expect(200);
        String code = reports(issued).path(0).path("verificationCode").asText();
        assertThat(verified("J-GONE", code)).isEqualTo("WITHDRAWN");
        BROKER.execute(
                "UPDATE booking_report SET withdrawn_at = NULL, reason = NULL WHERE booking_id = ?", issued.id());
        assertThat(verified("J-GONE", code)).isEqualTo("GENUINE");
        BROKER.execute(Files.readString(Path.of("src/main/resources/db/migration/V141__reports_of_cancelled.sql")));
        assertThat(verified("J-GONE", code)).isEqualTo("WITHDRAWN");
        assertThat(reports(issued).path(0).path("reason").asText()).isEqualTo("复测不符");
    }

    @Test
    void theLaboratoryWritesOnAPage() {
        Answer booking = begun();
        String page = "/bookings/" + booking.id() + "/report";
        Visitor writer = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 1));
        assertThat(writer.get("/bookings/" + booking.id()).expect(200).body()).contains("编制报告");
        writer.get(page).expect(200);
        Map<String, String> typed = new HashMap<>(Map.of("parameter", "示值误差", "value", "零", "upperLimit", "0.03"));
        assertThat(writer.post(page, typed).expect(422).body()).contains("“零”不是数", "示值误差");
        typed.put("value", "−0.02");
        typed.put("decisionRule", "GUARDED_ACCEPTANCE");
        assertThat(writer.post(page, typed).expect(422).body()).contains("需要扩展不确定度");
        typed.put("expandedUncertainty", "0.01");
        writer.post(page, typed).expect(303);
        assertThat(writer.get("/bookings/" + booking.id()).expect(200).body()).contains("示值误差", "合格");
        Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE)).get(page).expect(404);
    }

    @Test
    void theTableRefusesWhatTheRulesNeverWrite() {
        Answer booking = begun();
        file(booking, pdf());
        Answer issued = issue(lab.api(), booking, "J-T1").expect(200);
        refuses("report_content_stays", "UPDATE report_content SET code = code WHERE booking_id = ?", issued.id());
        refuses("report_content_stays", "DELETE FROM report_content WHERE booking_id = ?", issued.id());
        Answer drafting = begun();
        file(drafting, pdf());
        Map<String, String> broken = Map.of(
                "report_content_round_positive", "round = 0",
                "report_content_statement_object", "statement = '[]'",
                "report_content_code_form", "code = 'UUUU'",
                "report_content_report_fk", "version = 1",
                "report_content_file_fk", "file_id = gen_random_uuid()",
                "report_content_booking_fk", "booking_id = gen_random_uuid()");
        broken.forEach((constraint, change) ->
                refuses(constraint, "UPDATE report_content SET " + change + " WHERE booking_id = ?", drafting.id()));
        String copy =
                """
                INSERT INTO report_content (booking_id, round, statement, code, changed_at, version)
                SELECT booking_id, %s, statement, %s, changed_at, %s FROM report_content WHERE booking_id = ?""";
        refuses("report_content_pk", copy.formatted("round", "code", "NULL"), drafting.id());
        refuses("report_content_version_once", copy.formatted("9", "'0000000000000000'", "1"), issued.id());
        refuses("report_content_code_once", TAKEN_CODE, issueAnother(issued).id());
        step(lab.api(), drafting, "draft");
        refuses(
                "report_content_stays",
                "UPDATE report_content SET statement = '{}' WHERE booking_id = ?",
                drafting.id());
    }

    /** Issues what another booking has, and gives its code to a version of the first that does not have one yet. */
    private static Answer issueAnother(Answer first) {
        Answer other = begun();
        issue(lab.api(), other, "J-T2").expect(200);
        BROKER.execute(
                """
                INSERT INTO booking_report (booking_id, provider_id, version, number, issued_at, reason)
                SELECT booking_id, provider_id, 7, number, issued_at, 'x' FROM booking_report WHERE booking_id = ?""",
                first.id());
        return first;
    }

    private static void refuses(String constraint, String sql, UUID booking) {
        assertThatThrownBy(() -> BROKER.execute(sql, booking)).rootCause().hasMessageContaining(constraint);
    }
}
