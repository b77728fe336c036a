package org.qibroker.catalog.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** What a provider asks: by line, by subject, by default, and for many lines at once. */
class PricesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String LINES = "/api/v1/capabilities";
    private static final Map<String, Object> CALIPER = Map.of(
            "family", "METROLOGY",
            "subject", "数显卡尺",
            "parameter", "示值误差",
            "range", "0~300 mm",
            "uncertainty", "U=0.03 mm");

    @Test
    void pricesFollowFromTheLineItsSubjectAndTheDefault() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 8);
        UUID provider = BROKER.person(Role.PROVIDER, 8).organisation();
        Answer line = lab.post(LINES, CALIPER).expect(201);
        String prices = "/api/v1/providers/" + provider + "/prices";
        Answer none = lab.get(prices).expect(200);
        Map<String, Object> sixty =
                Map.of("kind", "FIXED", "amount", Map.of("amount", 6000, "currency", "CNY"), "per", "件");
        Answer said = lab.ifMatch(none.version())
                .put(
                        prices,
                        Map.of(
                                "rules",
                                List.of(Map.of("turnaroundDays", 10), Map.of("subject", "数显卡尺", "price", sixty))))
                .expect(200);
        assertThat(said.json().get("rules")).hasSize(2);
        lab.ifMatch(none.version()).put(prices, Map.of("rules", List.of())).expect(412);
        lab.ifMatch(said.version())
                .put(prices, Map.of("rules", List.of(Map.of("subject", "x"))))
                .expect(400);
        BROKER.as(Role.PROVIDER, 9).get(prices).expect(403);

        followed(provider, line);
    }

    private static void followed(UUID provider, Answer line) {
        Answer shown = BROKER.api().get(LINES + "/" + line.id()).expect(200);
        assertThat(shown.text("/price/amount/amount")).isEqualTo("6000");
        assertThat(shown.text("/turnaroundDays")).isEqualTo("10");
        Waiting.until(() -> BROKER.api()
                .get(LINES + "?providerId=" + provider)
                .expect(200)
                .text("/items/0/price/amount/amount")
                .equals("6000"));
        Answer match = BROKER.as(Role.ENTERPRISE)
                .post("/api/v1/matches", Map.of("items", List.of(Map.of("family", "METROLOGY", "subject", "数显卡尺"))))
                .expect(200);
        assertThat(match.json().at("/items/0/candidates"))
                .filteredOn(candidate -> candidate.path("providerId").asText().equals(provider.toString()))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.at("/price/amount").asLong()).isEqualTo(6000);
                    assertThat(candidate.path("turnaroundDays").asInt()).isEqualTo(10);
                });
    }

    @Test
    void manyLinesGoOnOtherTermsAtOnce() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 11);
        UUID provider = BROKER.person(Role.PROVIDER, 11).organisation();
        Answer line = lab.post(LINES, CALIPER).expect(201);
        String changes = "/api/v1/providers/" + provider + "/price-changes";
        Map<String, Object> change = Map.of("lines", Map.of("q", "卡尺"), "terms", Map.of("turnaroundDays", 4));
        Answer dry = lab.post(changes + "?dryRun=true", change).expect(200);
        assertThat(dry.text("/lines")).isEqualTo("1");
        assertThat(dry.text("/changed")).isEqualTo("0");
        assertThat(dry.text("/first/0/after/turnaroundDays")).isEqualTo("4");
        assertThat(lab.post(changes, change).expect(200).text("/changed")).isEqualTo("1");
        assertThat(BROKER.api().get(LINES + "/" + line.id()).expect(200).text("/turnaroundDays"))
                .isEqualTo("4");
        BROKER.as(Role.PROVIDER, 9).post(changes, change).expect(403);
    }

    @Test
    void theDatabaseKeepsOneRuleASubjectThatSaysSomething() {
        UUID provider = BROKER.person(Role.PROVIDER, 8).organisation();
        BROKER.as(Role.PROVIDER, 8).post(LINES, CALIPER).expect(201);
        String insert =
                "insert into price_rule (provider_id, subject_key, subject, price_kind, price_fen, turnaround_days) values ('"
                        + provider + "', ";
        refused("price_rule_says_something", insert + "'a', 'a', null, null, null)");
        refused("price_rule_complete", insert + "'b', 'b', 'FIXED', null, 3)");
        refused("price_rule_default_has_no_subject", insert + "'', 'c', null, null, 3)");
        refused("price_rule_not_negative", insert + "'d', 'd', 'FIXED', -1, 3)");
        refused("price_rule_turnaround_not_negative", insert + "'e', 'e', null, null, -3)");
        refused("price_rule_kind_known", insert + "'f', 'f', 'GRATIS', 1, 3)");
        refused("price_rule_turnaround_bounded", insert + "'e', 'e', null, null, 3651)");
        refused(
                "price_rule_provider_known",
                insert.replace(provider.toString(), UUID.randomUUID().toString()) + "'e', 'e', null, null, 3)");
        BROKER.execute(insert + "'g', 'g', null, null, 3)");
        refused("price_rule_once", insert + "'g', 'g', null, null, 4)");
    }

    private static void refused(String constraint, String sql) {
        assertThatThrownBy(() -> BROKER.execute(sql)).as(constraint).hasStackTraceContaining(constraint);
    }

    @Test
    void aProviderSaysItsPricesOnThePage() {
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 10));
        Answer line = BROKER.as(Role.PROVIDER, 10).post(LINES, CALIPER).expect(201);
        visitor.get("/scope/prices").expect(200);
        visitor.post(
                        "/scope/prices",
                        Map.of("version", "1", "subject", "数显卡尺", "priceKind", "FIXED", "priceYuan", "65.5"))
                .expect(303);
        assertThat(BROKER.api().get(LINES + "/" + line.id()).expect(200).text("/price/amount/amount"))
                .isEqualTo("6550");
        Map<String, String> change = Map.of("q", "卡尺", "priceKind", "FROM", "priceYuan", "70", "turnaroundDays", "2");
        String preview =
                visitor.post("/scope/prices/preview", change).expect(200).body();
        assertThat(preview).contains("¥70").contains("name=\"lines\" value=\"1\"");
        Map<String, String> apply = new LinkedHashMap<>(change);
        apply.put("lines", "1");
        visitor.post("/scope/prices/bulk", apply).expect(303);
        assertThat(BROKER.api().get(LINES + "/" + line.id()).expect(200).text("/price/kind"))
                .isEqualTo("FROM");
        visitor.post("/scope/prices/preview", Map.of("priceKind", "FIXED", "priceYuan", "-1"))
                .expect(422);
        visitor.get("/scope/prices").expect(200);
        visitor.post("/scope/prices", Map.of("version", "2", "subject", "数显卡尺", "remove", "true"))
                .expect(303);
        assertThat(BROKER.rows(
                        "select subject from price_rule where provider_id = ?",
                        BROKER.person(Role.PROVIDER, 10).organisation()))
                .isEmpty();
    }
}
