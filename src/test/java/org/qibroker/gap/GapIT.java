package org.qibroker.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibroker.gap.Asking.item;
import static org.qibroker.gap.Asking.version;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Wishes of several enterprises become one gap; coordinators correct it, enterprises join it, the public sees counts. */
class GapIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Asking ASKING = new Asking(BROKER);

    private static ApiClient coordinator() {
        return BROKER.as(Role.COORDINATOR);
    }

    private static Answer post(String path, JsonNode gap, Object body) {
        return coordinator()
                .ifMatch(version(gap))
                .post("/api/v1/gaps/" + gap.get("id").asText() + path, body);
    }

    @Test
    void overlappingWishesAreOneGapWhoseEnterprisesStrangersDoNotSee() {
        UUID first = ASKING.wish(1, item("激光干涉仪", 300, 5));
        UUID second = ASKING.wish(2, item("激光干涉仪", 500, 2));
        JsonNode seen = ASKING.gap(coordinator(), second);
        assertThat(seen.get("id").asText()).isEqualTo(first.toString());
        assertThat(seen.get("enterprises").asInt()).isEqualTo(2);
        assertThat(seen.at("/range/max").asDouble()).isEqualTo(500);
        assertThat(seen.at("/strictest/value").asDouble()).isEqualTo(2);
        assertThat(seen.get("wishes")).hasSize(2);

        JsonNode few = ASKING.gap(BROKER.api(), first);
        assertThat(few.has("enterprises")).isFalse();
        assertThat(few.get("fewerThanThree").asBoolean()).isTrue();
        assertThat(few.has("wishes")).isFalse();
        assertThat(few.toString())
                .doesNotContain(BROKER.person(Role.ENTERPRISE).organisation().toString());

        ASKING.wish(3, item("激光干涉仪", 400, 5));
        JsonNode many = ASKING.gap(BROKER.as(Role.PROVIDER), first);
        assertThat(many.get("enterprises").asInt()).isEqualTo(3);
        assertThat(many.at("/median/value").asDouble()).isEqualTo(5);
        assertThat(new Visitor(BROKER).get("/gaps?q=激光").expect(200).body()).contains("3 家企业");
    }

    @Test
    void correctionsNotesAndPartsStayWhenMoreWishesCome() {
        UUID first = ASKING.wish(1, item("圆柱度仪", 100, 1));
        UUID second = ASKING.wish(2, item("圆柱度仪", 100, 3));
        JsonNode gap = ASKING.gap(coordinator(), first);
        post("/correction", gap, Map.of("type", "STANDARD", "reason", "无适用规范")).expect(200);
        post("/correction", gap, Map.of("type", "CAPABILITY")).expect(412);
        post("/notes", gap, Map.of("text", "已联系市计量院")).expect(200);
        JsonNode whole = ASKING.gap(coordinator(), first);
        post("/split", whole, Map.of("wishIds", List.of(UUID.randomUUID()))).expect(400);
        post("/split", whole, Map.of("wishIds", List.of(first, second))).expect(400);
        post("/split", whole, Map.of("wishIds", List.of(second))).expect(200);

        UUID near = ASKING.wish(3, item("圆柱度仪", 100, 2.9));
        Waiting.until(() -> ASKING.gap(coordinator(), second).get("wishes").size() == 2);
        JsonNode kept = ASKING.gap(coordinator(), first);
        assertThat(kept.get("wishes")).hasSize(1);
        assertThat(kept.get("type").asText()).isEqualTo("STANDARD");
        assertThat(kept.get("foundType").asText()).isEqualTo("CAPABILITY");
        assertThat(kept.at("/notes/0/text").asText()).isEqualTo("已联系市计量院");

        post("/merge", kept, Map.of("otherId", first)).expect(400);
        JsonNode merged =
                post("/merge", kept, Map.of("otherId", near)).expect(200).json();
        assertThat(merged.get("wishes")).hasSize(3);
        assertThat(merged.get("type").asText()).isEqualTo("STANDARD");
        assertThat(BROKER.rows("SELECT type FROM event WHERE kind = 'gap' AND stream = ? ORDER BY sequence", first))
                .extracting(row -> row.get("type"))
                .containsExactly("gap-corrected", "gap-noted", "gap-split", "gap-merged");
    }

    @Test
    void anEnterpriseSaysMeTooOnceAndTakesItBack() {
        UUID wish = ASKING.wish(1, item("平晶", 150, 1));
        String path = "/api/v1/gaps/" + wish + "/me-too";
        ApiClient other = BROKER.as(Role.ENTERPRISE, 2);
        BROKER.as(Role.ENTERPRISE).put(path, Map.of()).expect(409);
        other.put(path, Map.of("range", Map.of("min", 0, "max", 60, "unit", "kg")))
                .expect(400);
        Answer said = other.put(
                        path,
                        Map.of(
                                "range", Map.of("min", 0, "max", 200, "unit", "mm"),
                                "maxUncertainty", Map.of("value", 0.5, "unit", "µm")))
                .expect(200);
        assertThat(said.text("/meToo")).isEqualTo("SAID");
        other.put(path, Map.of()).expect(200);
        assertThat(ASKING.gap(coordinator(), wish).get("enterprises").asInt()).isEqualTo(2);
        other.delete(path).expect(204);
        other.delete(path).expect(204);
        assertThat(ASKING.gap(coordinator(), wish).get("enterprises").asInt()).isEqualTo(1);
        assertThat(ASKING.gap(other, wish).has("meToo")).isFalse();
    }

    @Test
    void aDemandGivenUpIsNotCountedAndItsGapLeavesTheList() {
        UUID wish = ASKING.wish(1, item("多齿分度台", 360, 1));
        String demand = ASKING.gap(coordinator(), wish).at("/wishes/0/demandId").asText();
        Answer submitted =
                BROKER.as(Role.ENTERPRISE).get("/api/v1/demands/" + demand).expect(200);
        BROKER.as(Role.ENTERPRISE)
                .ifMatch(submitted.version())
                .post("/api/v1/demands/" + demand + "/transitions", Map.of("action", "cancel", "reason", "写错了"))
                .expect(200);
        Waiting.until(() -> BROKER.api()
                .get("/api/v1/gaps?q=多齿分度台")
                .expect(200)
                .json()
                .get("items")
                .isEmpty());
        BROKER.api().get("/api/v1/gaps/" + wish).expect(404);
    }

    @Test
    void aDistrictSeesItsOwnWishesAndMayNotRegroupThoseOfOthers() {
        UUID near = ASKING.wish(1, item("测长机", 1000, 1));
        UUID far = ASKING.wish(4, item("测长机", 1000, 1.5));
        BROKER.execute("UPDATE wish SET district = '310104' WHERE id = ?", far);
        UUID elsewhere = ASKING.wish(4, item("比长仪", 1000, 1.5));
        BROKER.execute("UPDATE wish SET district = '310104' WHERE id = ?", elsewhere);
        JsonNode seen = ASKING.gap(coordinator(), near);
        assertThat(seen.get("enterprises").asInt()).isEqualTo(1);
        assertThat(seen.get("wishes")).hasSize(1);
        coordinator().get("/api/v1/gaps/" + elsewhere).expect(404);
        coordinator().get("/api/v1/gaps?district=310104").expect(400);
        BROKER.api().get("/api/v1/gaps?district=310117").expect(400);
        coordinator().get("/api/v1/gaps?district=999999").expect(400);
        post("/split", seen, Map.of("wishIds", List.of(near))).expect(403);

        BROKER.seated(Role.COORDINATOR, 2, null);
        ApiClient city = BROKER.as(Role.COORDINATOR, 2);
        assertThat(ASKING.gap(city, near).get("wishes")).hasSize(2);
        assertThat(city.get("/api/v1/gaps?district=310104&q=测长机")
                        .expect(200)
                        .json()
                        .at("/items/0/enterprises")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theMapCountsByIndustryAndDistrictAndLeadsToTheGaps() {
        UUID enterprise = BROKER.person(Role.ENTERPRISE, 5).organisation();
        BROKER.execute("INSERT INTO gap_enterprise VALUES (?, 'future-energy')", enterprise);
        UUID wish = ASKING.wish(5, item("电池内阻仪", 10, 1));
        Waiting.until(() -> coordinator().get("/api/v1/gaps/" + wish).status() == 200);
        assertThat(coordinator().get("/api/v1/gap-map").expect(200).json().get("cells"))
                .anySatisfy(cell -> {
                    assertThat(cell.get("industry").asText()).isEqualTo("future-energy");
                    assertThat(cell.get("district").asText()).isEqualTo("310117");
                    assertThat(cell.get("gaps").asInt()).isEqualTo(1);
                });
        assertThat(coordinator()
                        .get("/api/v1/gaps?industry=future-energy")
                        .expect(200)
                        .json()
                        .get("items"))
                .singleElement()
                .satisfies(gap -> assertThat(gap.get("id").asText()).isEqualTo(wish.toString()));
        BROKER.api().get("/api/v1/gaps?industry=future-energy").expect(400);
        coordinator().get("/api/v1/gaps?industry=alchemy").expect(400);
        coordinator().get("/api/v1/gap-map?type=ALL").expect(400);
        refused("gap_enterprise_pk", "INSERT INTO gap_enterprise VALUES (?, 'x1')", enterprise);
        refused(
                "gap_enterprise_industry_form",
                "UPDATE gap_enterprise SET industry = '' WHERE enterprise_id = ?",
                enterprise);
    }

    @Test
    void theListIsReadPartByPartTheMostWantedFirst() {
        for (int enterprise = 1; enterprise <= 3; enterprise++) {
            ASKING.wish(enterprise, item("甲型样板", 10, 1));
        }
        ASKING.wish(1, item("乙型样板", 10, 1));
        ASKING.wish(1, item("丙型样板", 10, 1));
        Answer one = BROKER.api().get("/api/v1/gaps?q=型样板&limit=2").expect(200);
        assertThat(one.json().at("/items/0/subject").asText()).isEqualTo("甲型样板");
        Answer two = BROKER.api()
                .get("/api/v1/gaps?q=型样板&limit=2&cursor=" + one.text("/nextCursor"))
                .expect(200);
        assertThat(two.json().get("items")).hasSize(1);
        assertThat(two.json().has("nextCursor")).isFalse();
        BROKER.api().get("/api/v1/gaps?cursor=nonsense").expect(400);
    }

    @Test
    void theDatabaseRefusesWhatCannotBe() {
        UUID wish = ASKING.wish(1, item("刀口尺", 100, 1));
        refused("wish_source_whole", "UPDATE wish SET demand_id = NULL WHERE id = ?", wish);
        refused(
                "wish_source_known",
                "UPDATE wish SET source = 'RUMOUR', beside = id, demand_id = NULL WHERE id = ?",
                wish);
        refused("wish_found_type_known", "UPDATE wish SET found_type = 'OTHER' WHERE id = ?", wish);
        refused("wish_district_form", "UPDATE wish SET district = 'x' WHERE id = ?", wish);
        refused("wish_range_forward", "UPDATE wish SET low = 2, high = 1 WHERE id = ?", wish);
        refused("wish_limit_positive", "UPDATE wish SET u_limit = 0 WHERE id = ?", wish);
        refused("wish_enterprise_known", "UPDATE wish SET enterprise_id = gen_random_uuid() WHERE id = ?", wish);
        refused(
                "wish_beside_known",
                "UPDATE wish SET source = 'ME_TOO', demand_id = NULL, beside = gen_random_uuid() WHERE id = ?",
                wish);
        refused("wish_pk", copy("id"), wish);
        BROKER.as(Role.ENTERPRISE, 2)
                .put("/api/v1/gaps/" + wish + "/me-too", Map.of())
                .expect(200);
        refused("wish_me_too_once", copy("gen_random_uuid()").replace("WHERE id", "WHERE beside"), wish);
        theDatabaseRefusesGapsThatCannotBe(wish);
    }

    private static void theDatabaseRefusesGapsThatCannotBe(UUID wish) {
        refused("gap_of_wish", "UPDATE gap SET id = gen_random_uuid() WHERE id = ?", wish);
        refused("gap_family_known", "UPDATE gap SET family = 'ART' WHERE id = ?", wish);
        refused("gap_type_known", "UPDATE gap SET type = 'OTHER' WHERE id = ?", wish);
        refused("gap_state_known", "UPDATE gap SET state = 'LOST' WHERE id = ?", wish);
        refused("gap_times_forward", "UPDATE gap SET last_at = first_at - interval '1 day' WHERE id = ?", wish);
        refused("gap_version_positive", "UPDATE gap SET version = 0 WHERE id = ?", wish);
        refused("gap_pk", "INSERT INTO gap SELECT * FROM gap WHERE id = ?", wish);
        refused(
                "gap_correction_of_wish",
                "INSERT INTO gap_correction VALUES (gen_random_uuid(), gen_random_uuid(), NULL, ?::text, 'P-00000000', now())",
                "x");
        refused(
                "gap_correction_type_known",
                "INSERT INTO gap_correction VALUES (gen_random_uuid(), ?, 'OTHER', NULL, 'P-00000000', now())",
                wish);
        refused("gap_note_said", "INSERT INTO gap_note VALUES (gen_random_uuid(), ?, 'P-00000000', '', now())", wish);
        refused(
                "gap_note_of_wish",
                "INSERT INTO gap_note VALUES (gen_random_uuid(), gen_random_uuid(), 'P-00000000', ?, now())",
                "x");
    }

    private static String copy(String id) {
        return """
                INSERT INTO wish (id, source, demand_id, beside, enterprise_id, reason, asked, key, ranged, relative, gap_id,
                                  created_at)
                SELECT %s, source, demand_id, beside, enterprise_id, reason, asked, key, ranged, relative, gap_id, now()
                FROM wish WHERE id = ?"""
                .formatted(id);
    }

    private static void refused(String constraint, String sql, Object value) {
        assertThatThrownBy(() -> BROKER.execute(sql, value)).rootCause().hasMessageContaining(constraint);
    }
}
