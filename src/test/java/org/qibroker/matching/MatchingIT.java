package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** A request is understood, matched, submitted with its match, and what nobody can do becomes a gap. */
class MatchingIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String SCOPE =
            """
            family,subject,parameter,methods,range,uncertainty
            METROLOGY,数显卡尺,示值误差,JJG 30-2012,0~200 mm,U=0.01 mm
            METROLOGY,数显卡尺,示值误差,JJG 30-2012,200~500 mm,U=(0.01+L/100000) mm
            """;

    @BeforeAll
    static void publishTheScope() {
        ApiClient lab = BROKER.as(Role.PROVIDER).with("Content-Type", "text/csv");
        lab.withKey().post("/api/v1/imports", SCOPE).expect(202);
        Waiting.until(() -> BROKER.api()
                        .get("/api/v1/capabilities?family=METROLOGY")
                        .json()
                        .get("items")
                        .size()
                == 2);
    }

    private static Map<String, Object> caliper(double limit) {
        return Map.of(
                "family",
                "METROLOGY",
                "subject",
                "电子卡尺",
                "range",
                Map.of("min", 0, "max", 300, "unit", "mm"),
                "maxUncertainty",
                Map.of("value", limit, "unit", "mm"));
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static JsonNode matched(Object... items) {
        return enterprise()
                .post("/api/v1/matches", Map.of("items", List.of(items)))
                .expect(200)
                .json()
                .get("items");
    }

    @Test
    void linesOfOneSiteAreJoinedAndProveWhatTheyCover() {
        JsonNode candidate = matched(caliper(0.02)).at("/0/candidates/0");

        assertThat(candidate.get("verdict").asText()).isEqualTo("COVERED");
        assertThat(candidate.get("capabilityIds")).hasSize(2);
        assertThat(criterion(candidate, "UNCERTAINTY").get("offered").asText()).isEqualTo("0.013 mm at 300 mm");
        assertThat(criterion(candidate, "SUBJECT").get("verdict").asText()).isEqualTo("COVERED");
    }

    @Test
    void aNearMissSaysTheSmallestRelaxation() {
        JsonNode item = matched(caliper(0.012)).get(0);

        assertThat(item.get("candidates")).isEmpty();
        assertThat(item.at("/nearMisses/0/failed/0").asText()).isEqualTo("UNCERTAINTY");
        assertThat(item.at("/relaxations/0/to").asText()).isEqualTo("0.013 mm");
        assertThat(item.at("/gap/type").asText()).isEqualTo("UNCERTAINTY");
    }

    @Test
    void badInputNamesItsPlace() {
        Answer refused = enterprise()
                .post(
                        "/api/v1/matches",
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "family",
                                        "METROLOGY",
                                        "subject",
                                        "卡尺",
                                        "range",
                                        Map.of("min", 0, "max", 3, "unit", "furlongs")))))
                .expect(400);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/items/0/range/unit");
    }

    @Test
    void noNumberOrDateIsTooLargeToAnswer() {
        for (String range : List.of("{\"max\":1e308,\"unit\":\"km\"}", "{\"max\":1e400,\"unit\":\"mm\"}")) {
            String item = "{\"family\":\"METROLOGY\",\"subject\":\"卡尺\",\"range\":" + range + "}";
            enterprise().post("/api/v1/matches", "{\"items\":[" + item + "]}").expect(400);
            enterprise()
                    .withKey()
                    .post("/api/v1/demands", "{\"items\":[" + item + "]}")
                    .expect(400);
        }
        enterprise()
                .withKey()
                .post(
                        "/api/v1/demands",
                        "{\"neededBy\":\"+999999999-12-31\",\"items\":[{\"family\":\"TESTING\",\"subject\":\"x\"}]}")
                .expect(400);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (String max : List.of("NaN", "Infinity", "-Infinity", "\"NaN\"", "\"Infinity\"", "1e999", "{}", "[]")) {
            String item = "{\"family\":\"METROLOGY\",\"subject\":\"卡尺\",\"range\":{\"min\":0,\"max\":" + max
                    + ",\"unit\":\"mm\"}}";
            enterprise().post("/api/v1/matches", "{\"items\":[" + item + "]}").expect(400);
        }
    }

    @Test
    void twoHundredItemsAreAnsweredAndOneMoreIsRefused() {
        List<Map<String, Object>> items = new ArrayList<>(Collections.nCopies(200, caliper(0.02)));
        JsonNode answer = enterprise()
                .post("/api/v1/matches", Map.of("items", items))
                .expect(200)
                .json();
        assertThat(answer.get("items")).hasSize(200);
        assertThat(answer.at("/bundles/0/choices")).hasSize(200);
        items.add(caliper(0.02));
        enterprise().post("/api/v1/matches", Map.of("items", items)).expect(400);
    }

    @Test
    void aRelaxationIsAPatchOfTheRequest() {
        JsonNode patch = matched(caliper(0.012)).at("/0/relaxations/0/patch/0");
        assertThat(patch.get("path").asText()).isEqualTo("/items/0/maxUncertainty");
        assertThat(patch.at("/value/value").asDouble()).isEqualTo(0.013);
        String relax = URLEncoder.encode("[" + patch + "]", StandardCharsets.UTF_8);
        String asked = "/match?q=" + URLEncoder.encode("电子卡尺 0-300mm U≤0.012mm", StandardCharsets.UTF_8);
        assertThat(BROKER.api().get(asked).expect(200).body())
                .contains("U ≤ 0.012 mm")
                .doesNotContain("U ≤ 0.013 mm");
        assertThat(BROKER.api().get(asked + "&relax=" + relax).expect(200).body())
                .contains("U ≤ 0.013 mm")
                .doesNotContain("U ≤ 0.012 mm");
        BROKER.api().get(asked + "&relax=%5Bnull%5D&relax=x").expect(200);
    }

    @Test
    void whereOnlyKindsOfTheSubjectAreServedOneOfThemIsTakenByAClick() {
        String asked = "/match?q=" + URLEncoder.encode("通用卡尺 0-300mm", StandardCharsets.UTF_8);
        String page = BROKER.api().get(asked).expect(200).body();
        Matcher use = Pattern.compile("href=\"(/match[^\"]*relax=[^\"]*)\"").matcher(page);
        assertThat(use.find()).isTrue();
        String taken = use.group(1).replace("&amp;", "&");
        assertThat(BROKER.api().get(taken).expect(200).body()).contains("<span class=\"qi-wrap\">数显卡尺</span></h2>");
    }

    @Test
    void aSentenceBecomesAnItem() {
        JsonNode item = enterprise()
                .post("/api/v1/understandings", Map.of("text", "数显卡尺 0-300mm U≤0.02mm CNAS 5把"))
                .expect(200)
                .json()
                .at("/items/0");

        assertThat(item.at("/subject").asText()).isEqualTo("数显卡尺");
        assertThat(item.at("/range/max").asInt()).isEqualTo(300);
        assertThat(item.at("/maxUncertainty/value").asDouble()).isEqualTo(0.02);
        assertThat(item.at("/marks/0").asText()).isEqualTo("CNAS");
        assertThat(item.at("/pieces").asInt()).isEqualTo(5);
    }

    @Test
    void whatWasNotUnderstoodOrReadOtherwiseIsSaid() {
        JsonNode answer = enterprise()
                .post("/api/v1/understandings", Map.of("text", "5把 calipre，尽快"))
                .expect(200)
                .json();

        assertThat(answer.at("/items/0/subject").asText()).isEqualTo("caliper");
        assertThat(answer.at("/corrections/0/written").asText()).isEqualTo("calipre");
        assertThat(answer.at("/notUnderstood/0/text").asText()).isEqualTo("尽快");
        assertThat(answer.at("/notUnderstood/0/start").asInt()).isEqualTo(11);
        enterprise()
                .post("/api/v1/understandings", Map.of("text", "卡尺".repeat(1001)))
                .expect(400);
    }

    @Test
    void aSubjectIsSuggestedByItsInitials() {
        JsonNode answer =
                BROKER.api().get("/api/v1/subjects?q=yb%20kc").expect(200).json();

        assertThat(answer.at("/items/0/subject").asText()).isEqualTo("游标卡尺");
        assertThat(answer.at("/items/0/way").asText()).isEqualTo("PINYIN");
        BROKER.api().get("/api/v1/subjects").expect(400);
        BROKER.api().get("/api/v1/subjects?q=" + "x".repeat(101)).expect(400);
    }

    @Test
    void theProofNamesTheTermItWentThrough() {
        JsonNode criteria = enterprise()
                .post(
                        "/api/v1/matches",
                        Map.of("items", List.of(Map.of("family", "METROLOGY", "subject", "digital caliper"))))
                .expect(200)
                .json()
                .at("/items/0/candidates/0/criteria");
        assertThat(criteria)
                .filteredOn(criterion -> criterion.path("criterion").asText().equals("SUBJECT"))
                .singleElement()
                .satisfies(subject -> {
                    assertThat(subject.at("/evidence/wording/relation").asText())
                            .isEqualTo("SYNONYM");
                    assertThat(subject.at("/evidence/wording/term").asText()).isEqualTo("数显卡尺");
                });
    }

    @Test
    void aSubmittedDemandKeepsItsMatchAndItsGapReachesTheCoordinator() {
        Answer draft = enterprise()
                .withKey()
                .post("/api/v1/demands", Map.of("items", List.of(caliper(0.02), caliper(0.001))))
                .expect(201);
        String path = "/api/v1/demands/" + draft.id();
        enterprise().ifMatch(draft.version() + 7).post(path + "/submission", "").expect(412);
        BROKER.as(Role.ENTERPRISE, 2)
                .ifMatch(draft.version())
                .post(path + "/submission", "")
                .expect(404);

        Answer submitted = enterprise()
                .ifMatch(draft.version())
                .post(path + "/submission", "")
                .expect(200);

        assertThat(submitted.text("/state")).isEqualTo("SUBMITTED");
        JsonNode kept = enterprise().get(path + "/matches").expect(200).json();
        assertThat(kept.at("/items/0/candidates/0/verdict").asText()).isEqualTo("COVERED");
        BROKER.as(Role.ENTERPRISE, 2).get(path + "/matches").expect(404);
        BROKER.as(Role.COORDINATOR).get(path + "/matches").expect(200);
        Waiting.until(() -> !gaps().isEmpty());
        assertThat(gaps().get(0).get("type").asText()).isEqualTo("UNCERTAINTY");
        corrected(gaps().get(0).get("id").asText());
    }

    private static JsonNode gaps() {
        return BROKER.as(Role.COORDINATOR)
                .get("/api/v1/gaps")
                .expect(200)
                .json()
                .get("items");
    }

    private static void corrected(String id) {
        ApiClient coordinator = BROKER.as(Role.COORDINATOR);
        Answer gap = coordinator.get("/api/v1/gaps/" + id).expect(200);
        Answer after = coordinator
                .ifMatch(gap.version())
                .post("/api/v1/gaps/" + id + "/correction", Map.of("type", "CAPABILITY", "reason", "没有恒温室"))
                .expect(200);
        assertThat(after.text("/type")).isEqualTo("CAPABILITY");
        assertThat(after.text("/foundType")).isEqualTo("UNCERTAINTY");
    }

    private static JsonNode criterion(JsonNode candidate, String name) {
        for (JsonNode criterion : candidate.get("criteria")) {
            if (criterion.get("criterion").asText().equals(name)) {
                return criterion;
            }
        }
        throw new AssertionError("no " + name + " in " + candidate);
    }
}
