package org.qibroker.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

class DemandIT {
    private static final String PATH = "/api/v1/demands";

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static Map<String, Object> item(String subject) {
        return Map.of(
                "family",
                "METROLOGY",
                "subject",
                subject,
                "quantity",
                "length",
                "range",
                Map.of("min", 0, "max", 300, "unit", "mm"),
                "maxUncertainty",
                Map.of("value", 0.02, "unit", "mm"),
                "methods",
                List.of("JJG 30-2012"),
                "marks",
                List.of("CNAS"),
                "pieces",
                5);
    }

    private static Map<String, Object> draft(Object... items) {
        return Map.of("items", List.of(items));
    }

    private static Answer created() {
        return enterprise()
                .withKey()
                .post(PATH, draft(item("数显卡尺"), item("外径千分尺")))
                .expect(201);
    }

    /** Submits a draft as matching does, without a match. */
    private static void submit(UUID id) {
        BROKER.execute(
                "UPDATE demand SET state = 'SUBMITTED', submitted_at = created_at, version = 2 WHERE id = ?", id);
    }

    @Test
    void aDraftIsKeptAsItWasWritten() {
        Map<String, Object> whole = Map.of(
                "title", "量具年度校准",
                "contact", Map.of("name", "李四", "phone", "021-5555 0000", "email", "li@example.test"),
                "district", "310117",
                "neededBy", "2099-12-20",
                "budget", Map.of("amount", 500000, "currency", "CNY"),
                "preset", "FASTEST",
                "programmes", List.of("中小企业计量伙伴"),
                "scenarios", List.of("机器视觉质量检测"),
                "agreement",
                        Map.of(
                                "conformityStatement",
                                true,
                                "decisionRule",
                                "SIMPLE_ACCEPTANCE",
                                "reportLanguage",
                                "BOTH"),
                "items", List.of(item("数显卡尺"), Map.of("family", "TESTING", "subject", "钢筋")));
        Answer made = enterprise().withKey().post(PATH, whole).expect(201);
        Answer read = enterprise().get(made.header("Location")).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.text("/state")).isEqualTo("DRAFT");
        assertThat(read.json().at("/items/0/range/max").asDouble()).isEqualTo(300);
        for (String field : whole.keySet()) {
            if (!field.equals("items")) {
                assertThat(read.json().get(field)).isEqualTo(Json.read(Json.write(whole.get(field)), JsonNode.class));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demand_decision_rule_known | {\"decisionRule\": \"w = U\"}",
                "demand_one_decision_rule | {\"decisionRule\": \"SIMPLE_ACCEPTANCE\", \"otherRule\": \"w = U/2\"}"
            })
    void theTableRefusesRulesThatNobodyCanChoose(String constraint, String agreement) {
        UUID id = created().id();
        assertThatThrownBy(() -> BROKER.execute("UPDATE demand SET agreement = ?::jsonb WHERE id = ?", agreement, id))
                .hasStackTraceContaining(constraint);
    }

    @Test
    void oneKeyMakesOneDemand() {
        ApiClient client = enterprise().with("Idempotency-Key", "one-demand");
        UUID first = client.post(PATH, draft(item("塞规"))).expect(201).id();
        assertThat(client.post(PATH, draft(item("塞规"))).expect(201).id()).isEqualTo(first);
        client.post(PATH, draft(item("环规"))).expect(422);
        assertThat(BROKER.rows("SELECT 1 AS one FROM demand_item WHERE spec ->> 'subject' = '塞规'"))
                .hasSize(1);
    }

    @Test
    void eachCreationWithoutAKeyMakesADemand() {
        UUID first = enterprise().post(PATH, draft(item("深度尺"))).expect(201).id();
        UUID second = enterprise().post(PATH, draft(item("深度尺"))).expect(201).id();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void withoutATitleItIsNamedAfterItsSubjects() {
        assertThat(created().text("/title")).isEqualTo("数显卡尺、外径千分尺");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVIDER", "COORDINATOR", "EXPERT", "ADMIN"})
    void onlyEnterprisesWriteDemands(Role role) {
        ApiClient other = BROKER.as(role);
        UUID id = created().id();
        other.withKey().post(PATH, draft(item("x"))).expect(403);
        other.ifMatch(1).put(PATH + "/" + id, draft(item("x"))).expect(403);
        other.ifMatch(1)
                .post(PATH + "/" + id + "/transitions", Map.of("action", "cancel"))
                .expect(403);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVIDER", "EXPERT", "ADMIN"})
    void onlyEnterprisesAndCoordinatorsReadThem(Role role) {
        BROKER.as(role).get(PATH).expect(403);
        BROKER.as(role).get(PATH + "/" + created().id()).expect(403);
    }

    @Test
    void nobodyMayDoAnything() {
        String one = PATH + "/" + UUID.randomUUID();
        BROKER.api().get(PATH).expect(401);
        BROKER.api().get(one).expect(401);
        BROKER.api().withKey().post(PATH, draft(item("x"))).expect(401);
        BROKER.api().ifMatch(1).put(one, draft(item("x"))).expect(401);
        BROKER.api()
                .ifMatch(1)
                .post(one + "/transitions", Map.of("action", "cancel"))
                .expect(401);
    }

    @Test
    void foreignDemandsAreNotThere() {
        UUID id = created().id();
        ApiClient other = BROKER.as(Role.ENTERPRISE, 2);
        other.get(PATH + "/" + id).expect(404);
        other.ifMatch(1).put(PATH + "/" + id, draft(item("x"))).expect(404);
        other.ifMatch(1)
                .post(PATH + "/" + id + "/transitions", Map.of("action", "cancel"))
                .expect(404);
        assertThat(other.get(PATH).expect(200).json().get("items")).isEmpty();
        submit(id);
        other.get(PATH + "/" + id).expect(404);
        enterprise().get(PATH + "/" + UUID.randomUUID()).expect(404);
        enterprise().get(PATH + "/none").expect(404);
    }

    @Test
    void coordinatorsSeeWhatIsSubmittedAndNoDrafts() {
        UUID id = created().id();
        ApiClient coordinator = BROKER.as(Role.COORDINATOR);
        coordinator.get(PATH + "/" + id).expect(404);
        assertThat(ids(coordinator.get(PATH + "?limit=200"))).doesNotContain(id.toString());
        submit(id);
        coordinator.get(PATH + "/" + id).expect(200);
        assertThat(ids(coordinator.get(PATH + "?limit=200&state=SUBMITTED"))).contains(id.toString());
        assertThat(ids(coordinator.get(PATH + "?limit=200&state=CLOSED"))).doesNotContain(id.toString());
    }

    private static List<String> ids(Answer page) {
        return page.expect(200).json().get("items").findValuesAsText("id").stream()
                .distinct()
                .toList();
    }

    @Test
    void listsGoOnWhereTheyEndedNewestFirst() {
        ApiClient third = BROKER.as(Role.ENTERPRISE, 3);
        for (int i = 0; i < 5; i++) {
            third.withKey().post(PATH, draft(item("量块 " + i))).expect(201);
        }
        Answer first = third.get(PATH + "?limit=2").expect(200);
        Answer second =
                third.get(PATH + "?limit=2&cursor=" + first.text("/nextCursor")).expect(200);
        Answer last = third.get(PATH + "?limit=2&cursor=" + second.text("/nextCursor"))
                .expect(200);
        assertThat(List.of(first, second, last))
                .flatExtracting(page -> page.json().get("items").findValuesAsText("title"))
                .containsExactly("量块 4", "量块 3", "量块 2", "量块 1", "量块 0");
        assertThat(last.json().has("nextCursor")).isFalse();
        third.get(PATH + "?cursor=nonsense").expect(400);
    }

    @Test
    void aDraftIsRewrittenOnlyAtTheVersionSeen() {
        String path = PATH + "/" + created().id();
        enterprise().put(path, draft(item("环规"))).expect(428);
        assertThat(enterprise()
                        .ifMatch(1)
                        .put(path, draft(item("环规")))
                        .expect(200)
                        .version())
                .isEqualTo(2);
        enterprise().ifMatch(1).put(path, draft(item("塞规"))).expect(412);
        JsonNode items = enterprise().get(path).expect(200).json().get("items");
        assertThat(items.findValuesAsText("subject")).containsExactly("环规");
    }

    @Test
    void whatIsSubmittedIsNotRewritten() {
        UUID id = created().id();
        submit(id);
        Answer refused =
                enterprise().ifMatch(2).put(PATH + "/" + id, draft(item("环规"))).expect(409);
        assertThat(refused.text("/type")).contains("demand-not-draft");
    }

    @Test
    void isCancelledOrClosedByItsEnterprise() {
        UUID draft = created().id();
        String path = PATH + "/" + draft + "/transitions";
        enterprise().post(path, Map.of("action", "cancel")).expect(428);
        enterprise().ifMatch(1).post(path, Map.of("action", "close")).expect(409);
        enterprise().ifMatch(9).post(path, Map.of("action", "cancel")).expect(412);
        Answer cancelled = enterprise()
                .ifMatch(1)
                .post(path, Map.of("action", "cancel", "reason", "项目延期"))
                .expect(200);
        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        enterprise().ifMatch(2).post(path, Map.of("action", "cancel")).expect(409);
        UUID submitted = created().id();
        submit(submitted);
        enterprise()
                .ifMatch(2)
                .post(PATH + "/" + submitted + "/transitions", Map.of("action", "close"))
                .expect(200);
        assertThat(BROKER.rows("SELECT type FROM event WHERE stream = ? ORDER BY sequence", draft))
                .extracting(row -> row.get("type"))
                .containsExactly("demand-drafted", "demand-cancelled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/items/0/range/unit | unknown-unit | {'items':[{'family':'METROLOGY','subject':'x','range':{'min':0,'unit':'furlongs'}}]}",
                "/items/0/range/unit | unit-of-other-quantity | {'items':[{'family':'METROLOGY','subject':'x','quantity':'length','range':{'min':0,'unit':'kg'}}]}",
                "/items/0/range/max | range-reversed | {'items':[{'family':'METROLOGY','subject':'x','range':{'min':5,'max':1,'unit':'mm'}}]}",
                "/items/0/range | range-empty | {'items':[{'family':'METROLOGY','subject':'x','range':{'unit':'mm'}}]}",
                "/items/0/quantity | unknown-quantity | {'items':[{'family':'METROLOGY','subject':'x','quantity':'beauty'}]}",
                "/items/0/tolerance | uncertainty-or-tolerance | {'items':[{'family':'METROLOGY','subject':'x','maxUncertainty':{'value':1,'unit':'mm'},'tolerance':{'value':1,'unit':'mm'}}]}",
                "/items/0/maxUncertainty/value | positive | {'items':[{'family':'METROLOGY','subject':'x','maxUncertainty':{'value':0,'unit':'mm'}}]}",
                "/items/1/subject | not-blank | {'items':[{'family':'METROLOGY','subject':'x'},{'family':'METROLOGY','subject':' '}]}",
                "/items/0/family | not-null | {'items':[{'subject':'x'}]}",
                "/items | size | {'items':[]}",
                "/district | unknown-district | {'district':'999999','items':[{'family':'METROLOGY','subject':'x'}]}",
                "/neededBy | future-or-present | {'neededBy':'2001-01-01','items':[{'family':'METROLOGY','subject':'x'}]}",
                "/budget/currency | currency | {'budget':{'amount':5,'currency':'EUR'},'items':[{'family':'METROLOGY','subject':'x'}]}",
                "/colour | unknown-field | {'colour':'red','items':[{'family':'METROLOGY','subject':'x'}]}"
            })
    void badInputIsNamedAtItsPlace(String pointer, String code, String body) {
        Answer refused =
                enterprise().withKey().post(PATH, body.replace('\'', '"')).expect(400);
        assertThat(refused.json().get("errors")).anySatisfy(error -> {
            assertThat(error.get("pointer").asText()).isEqualTo(pointer);
            assertThat(error.get("code").asText()).isEqualTo(code);
        });
    }
}
