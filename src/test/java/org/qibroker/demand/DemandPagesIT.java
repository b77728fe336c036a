package org.qibroker.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

class DemandPagesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static Visitor enterprise() {
        return Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
    }

    private static Map<String, String> form(String button) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("do", button);
        fields.put("title", "量具年度校准");
        fields.put("neededBy", "2099-12-20");
        fields.put("budget", "1,205.50");
        fields.put("district", "310117");
        fields.put("programme", "中小企业计量伙伴");
        fields.put("contactName", "李四");
        fields.put("decisionRule", "GUARDED_ACCEPTANCE");
        fields.put("items.0.family", "METROLOGY");
        fields.put("items.0.subject", "数显卡尺");
        fields.put("items.0.min", "0");
        fields.put("items.0.max", "300");
        fields.put("items.0.unit", "mm");
        fields.put("items.0.u", "0.02");
        fields.put("items.0.methods", "JJG 30-2012；GB/T 21389-2008");
        fields.put("items.0.marks", "CNAS");
        fields.put("items.0.points", "0; 150, 300");
        fields.put("items.0.conditions.0.name", "温度");
        fields.put("items.0.conditions.0.min", "18");
        fields.put("items.0.conditions.0.max", "22");
        fields.put("items.0.conditions.0.unit", "℃");
        return fields;
    }

    private static String newest() {
        return BROKER.rows("SELECT id FROM demand ORDER BY created_at DESC LIMIT 1")
                .get(0)
                .get("id")
                .toString();
    }

    @Test
    void whatIsTypedIsWhatIsAsked() {
        enterprise().post("/demands/new", form("save-draft")).expect(303);
        Answer demand =
                BROKER.as(Role.ENTERPRISE).get("/api/v1/demands/" + newest()).expect(200);
        assertThat(demand.text("/title")).isEqualTo("量具年度校准");
        assertThat(demand.json().at("/budget/amount").asLong()).isEqualTo(120550);
        assertThat(demand.json().at("/items/0/range/max").asDouble()).isEqualTo(300);
        assertThat(demand.text("/items/0/maxUncertainty/unit")).isEqualTo("mm");
        assertThat(demand.json().at("/items/0/methods")).hasSize(2);
        assertThat(demand.json().at("/items/0/points")).hasSize(3);
        assertThat(demand.text("/items/0/conditions/0/range/unit")).isEqualTo("℃");
        assertThat(demand.json().at("/agreement/conformityStatement").asBoolean())
                .isTrue();
    }

    @Test
    void aDraftComesBackIntoTheFormAsItWasTyped() {
        Visitor visitor = enterprise();
        visitor.post("/demands/new", form("save-draft")).expect(303);
        String path = "/demands/" + newest() + "/edit";
        String body = visitor.get(path).expect(200).body();
        assertThat(body)
                .contains("量具年度校准", "1205.5", "数显卡尺", "JJG 30-2012; GB/T 21389-2008", "0; 150; 300", "温度", "李四");
        Map<String, String> changed = form("save-draft");
        changed.put("version", "1");
        changed.put("items.1.family", "TESTING");
        changed.put("items.1.subject", "钢筋");
        visitor.post(path, changed).expect(303);
        assertThat(visitor.post(path, changed).expect(422).body()).contains("已被他人修改");
        assertThat(visitor.get("/demands").expect(200).body()).contains("量具年度校准", "草稿");
    }

    @Test
    void itemsAreAddedCopiedAndRemovedWithoutAScript() {
        Visitor visitor = enterprise();
        assertThat(visitor.post("/demands/new", form("add")).expect(200).body()).contains("需求项 2", "共 2 项");
        String copied = visitor.post("/demands/new", form("copy-0")).expect(200).body();
        assertThat(copied).contains("name=\"items.1.subject\" type=\"text\" value=\"数显卡尺\"");
        Map<String, String> two = form("remove-0");
        two.put("items.1.family", "TESTING");
        two.put("items.1.subject", "钢筋");
        assertThat(visitor.post("/demands/new", two).expect(200).body())
                .contains("共 1 项", "钢筋")
                .doesNotContain("value=\"数显卡尺\"");
        for (String nonsense : List.of("copy-999", "copy-x", "remove-99", "remove--1", "dance")) {
            visitor.post("/demands/new", form(nonsense)).expect(200);
        }
        assertThat(BROKER.rows("SELECT 1 AS one FROM demand_item WHERE spec ->> 'subject' = '钢筋' AND place = 0"))
                .isEmpty();
    }

    @Test
    void faultsShowAtTheirFields() {
        Map<String, String> wrong = form("save");
        wrong.put("items.0.unit", "furlong");
        wrong.put("items.0.max", "a lot");
        wrong.put("items.0.conditions.0.max", "");
        wrong.put("items.0.conditions.0.min", "");
        wrong.put("budget", "much");
        Visitor visitor = enterprise();
        assertThat(visitor.post("/demands/new", wrong).expect(422).body())
                .contains("“a lot”不是数", "“much”不是数", "至少填写一端", "id=\"e-items.0.max\"");
        wrong.put("items.0.max", "300");
        wrong.put("items.0.conditions.0.max", "22");
        wrong.put("budget", "");
        wrong.put("items.1.subject", "");
        wrong.put("items.2.unit", "mm");
        String body = visitor.post("/demands/new", wrong).expect(422).body();
        assertThat(body).contains("需求项 2 · 对象：必填");
        wrong.remove("items.2.unit");
        assertThat(visitor.post("/demands/new", wrong).expect(422).body())
                .contains("没有单位 furlong", "id=\"e-items.0.unit\"");
        visitor.post("/demands/new", Map.of("do", "save")).expect(422);
    }

    @Test
    void aSentenceIsReadAndWhatWasNotUnderstoodStaysInSight() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("do", "enter", "sentence", "说不清的东西"));
        assertThat(enterprise().post("/demands/new", fields).expect(200).body()).contains("提出需求");
        assertThat(enterprise()
                        .get("/demands/new?q=" + "x".repeat(3000))
                        .expect(200)
                        .body())
                .contains("需求项 1");
    }

    @Test
    void endsFromThePage() {
        Visitor visitor = enterprise();
        visitor.post("/demands/new", form("save-draft")).expect(303);
        String path = "/demands/" + newest() + "/end";
        assertThat(visitor.get(path).expect(200).body()).contains("取消需求").doesNotContain("关闭需求");
        assertThat(visitor.post(path, Map.of("do", "cancel", "version", "9"))
                        .expect(422)
                        .body())
                .contains("已被他人修改");
        visitor.post(path, Map.of("do", "cancel", "version", "1", "reason", "不做了"))
                .expect(303);
        assertThat(visitor.get("/demands?state=CANCELLED").expect(200).body()).contains("已取消");
        assertThat(visitor.get(path).expect(200).body()).contains("已经结束");
    }

    @Test
    void foreignDemandsHaveNoPages() {
        enterprise().post("/demands/new", form("save-draft")).expect(303);
        String id = newest();
        Visitor other = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 2));
        other.get("/demands/" + id + "/edit").expect(404);
        other.get("/demands/" + id + "/end").expect(404);
        other.post("/demands/" + id + "/end", Map.of("do", "cancel", "version", "1"))
                .expect(404);
        Map<String, String> changed = form("save");
        changed.put("version", "1");
        other.post("/demands/" + id + "/edit", changed).expect(404);
        assertThat(other.get("/demands").expect(200).body()).contains("还没有需求");
        other.get("/demands/" + UUID.randomUUID() + "/edit").expect(404);
    }

    @Test
    void theCoordinatorSeesWhatIsSubmitted() {
        enterprise().post("/demands/new", form("save-draft")).expect(303);
        String id = newest();
        Visitor coordinator = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR));
        assertThat(coordinator.get("/region/demands").expect(200).body()).doesNotContain(id);
        BROKER.execute(
                "UPDATE demand SET state = 'SUBMITTED', submitted_at = created_at, version = 2 WHERE id = ?",
                UUID.fromString(id));
        assertThat(coordinator
                        .get("/region/demands?state=SUBMITTED")
                        .expect(200)
                        .body())
                .contains(id, "测试机构 ENTERPRISE 1", "松江区");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVIDER", "EXPERT", "ADMIN"})
    void othersHaveNoBusinessHere(Role role) {
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(role));
        visitor.get("/demands").expect(403);
        visitor.get("/demands/new").expect(403);
        visitor.get("/region/demands").expect(403);
        visitor.post("/demands/new", form("save")).expect(403);
    }
}
