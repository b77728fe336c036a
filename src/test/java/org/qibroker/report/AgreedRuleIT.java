package org.qibroker.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.Visitor;

/** Statements of conformity beside what was agreed of them. */
class AgreedRuleIT extends ReportTrial {
    @Test
    void aTablePastedOnThePageFillsTheFormBesideWhatWasAgreed() {
        Answer booking = begun();
        String page = "/bookings/" + booking.id() + "/report";
        Visitor writer = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 1));
        assertThat(writer.get(page).expect(200).body()).contains("委托约定", "不要求符合性声明");
        String table = "校准点\t示值误差(mm)\tU(k=2)/mm\t最大允许误差\n100 mm\t0.02\t0.01\t±0.03\n";
        String filled = writer.post(page, Map.of("paste", "1", "table", table, "decisionRule", "SIMPLE_ACCEPTANCE"))
                .expect(200)
                .body();
        assertThat(filled).contains("value=\"100 mm\"", "value=\"-0.03\"", "尚未保存");
        assertThat(reports(booking)).isEmpty();
        assertThat(writer.post(page, Map.of("paste", "1", "table", " "))
                        .expect(422)
                        .body())
                .contains("report-table");
    }

    @Test
    void theBookingSaysBesideItsReportWhichRuleWasAgreed() {
        Answer booking = begunAs(Map.of("conformityStatement", true, "otherRule", "按产品标准附录 B"));
        issue(lab.api(), booking, "J-RULE").expect(200);
        for (Role side : List.of(Role.ENTERPRISE, Role.PROVIDER)) {
            assertThat(Visitor.signedIn(BROKER, BROKER.person(side))
                            .get("/bookings/" + booking.id())
                            .expect(200)
                            .body())
                    .contains("委托约定", "要求出具符合性声明", "按产品标准附录 B");
        }
    }

    @Test
    void anotherRuleThanTheAgreedOneNeedsAReasonWhichTheEnterpriseSees() {
        Answer booking = begunAs(Map.of("conformityStatement", true, "decisionRule", "GUARDED_NON_BINARY"));
        write(lab.api(), booking, Map.of("statement", results(0.025))).expect(200);
        Map<String, Object> simple = new HashMap<>(results(0.025));
        simple.put("decisionRule", "SIMPLE_ACCEPTANCE");
        Answer refused = write(lab.api(), booking, Map.of("statement", simple)).expect(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/statement/ruleReason");
        assertThat(refused.text("/errors/0/code")).isEqualTo("rule-not-agreed");
        simple.remove("decisionRule");
        write(lab.api(), booking, Map.of("statement", simple)).expect(400);

        String page = "/bookings/" + booking.id() + "/report";
        Visitor writer = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 1));
        Map<String, String> typed = new HashMap<>(Map.of(
                "parameter", "示值误差", "value", "0.025", "upperLimit", "0.03", "decisionRule", "SIMPLE_ACCEPTANCE"));
        assertThat(writer.post(page, typed).expect(422).body()).contains("这不是委托约定的判定规则", "report-rule-reason");
        typed.put("ruleReason", "JJG 30-2012 规定不计不确定度");
        writer.post(page, typed).expect(303);
        issue(lab.api(), booking, "J-OTHER").expect(200);
        assertThat(reports(booking).path(0).path("statement").path("ruleReason").asText())
                .isEqualTo("JJG 30-2012 规定不计不确定度");
        assertThat(Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE))
                        .get("/bookings/" + booking.id())
                        .expect(200)
                        .body())
                .contains("保护带接受（w = U，含有条件合格/不合格）", "未按委托约定的规则判定：JJG 30-2012 规定不计不确定度");
    }

    @Test
    void theGuardBandOfAResultIsToldWithItsFactor() {
        Answer booking = begun();
        Map<String, Object> tripled = Map.of(
                "parameter",
                "示值误差",
                "value",
                0.022,
                "expandedUncertainty",
                0.012,
                "coverageFactor",
                3,
                "upperLimit",
                0.03);
        Map<String, Object> usual =
                Map.of("parameter", "示值误差", "value", 0.023, "expandedUncertainty", 0.008, "upperLimit", 0.03);
        Answer draft = write(
                        lab.api(),
                        booking,
                        Map.of(
                                "statement",
                                Map.of("decisionRule", "GUARDED_ACCEPTANCE", "results", List.of(tripled, usual))))
                .expect(200);
        JsonNode told = draft.json().at("/statement/results");
        assertThat(told.findValuesAsText("guardBand")).containsExactly("0.008", "0.008");
        assertThat(told.findValuesAsText("coverageFactor")).containsExactly("3", "2");
        assertThat(told.findValuesAsText("conformity")).containsExactly("PASS", "FAIL");
        assertThat(Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 1))
                        .get("/bookings/" + booking.id())
                        .expect(200)
                        .body())
                .contains("w = 0.008", "k = 2（未写明，按惯例）", "w = U · 2 / k");
    }
}
