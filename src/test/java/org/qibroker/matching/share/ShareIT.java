package org.qibroker.matching.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

/** A table becomes a draft; its match is shared by a link that tells nothing of who asks, expires, and can be revoked. */
class ShareIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @AfterEach
    void today() {
        BROKER.clock().reset();
    }

    private static String demand() {
        return BROKER.as(Role.ENTERPRISE)
                .withKey()
                .post(
                        "/api/v1/demands",
                        Map.of(
                                "title",
                                "机密项目",
                                "contact",
                                Map.of("name", "李四", "phone", "13900000000"),
                                "budget",
                                Map.of("amount", 432_100, "currency", "CNY"),
                                "items",
                                List.of(Map.of("family", "METROLOGY", "subject", "数显卡尺"))))
                .expect(201)
                .id()
                .toString();
    }

    private static JsonNode shared(String demand, int days) {
        return BROKER.as(Role.ENTERPRISE)
                .post("/api/v1/demands/" + demand + "/shares", Map.of("days", days))
                .expect(201)
                .json();
    }

    @Test
    void whoeverHoldsTheLinkReadsTheMatchAndNotWhoAsks() {
        JsonNode share = shared(demand(), 7);
        Answer opened = BROKER.api()
                .get("/api/v1/shared-matches/" + share.get("token").asText())
                .expect(200);
        assertThat(opened.text("/items/0/subject")).isEqualTo("数显卡尺");
        assertThat(opened.text("/answer/items/0/gap/type")).isEqualTo("CAPABILITY");
        Answer page = new Visitor(BROKER).get(share.get("path").asText()).expect(200);
        assertThat(page.body()).contains("数显卡尺");
        for (String secret : List.of("机密项目", "李四", "13900000000", "4,321", "432100")) {
            assertThat(opened.body()).doesNotContain(secret);
            assertThat(page.body()).doesNotContain(secret);
        }
    }

    @Test
    void aLinkOpensNothingOnceItExpiresOrIsRevoked() {
        String demand = demand();
        JsonNode share = shared(demand, 1);
        String opened = "/api/v1/shared-matches/" + share.get("token").asText();
        BROKER.clock().advance(Duration.ofHours(25));
        BROKER.api().get(opened).expect(404);
        BROKER.clock().reset();
        BROKER.api().get(opened).expect(200);

        String shares = "/api/v1/demands/" + demand + "/shares";
        String one = shares + "/" + share.get("id").asText();
        BROKER.as(Role.ENTERPRISE, 2).send("DELETE", one, "").expect(404);
        BROKER.as(Role.ENTERPRISE).send("DELETE", one, "").expect(204);
        BROKER.as(Role.ENTERPRISE).send("DELETE", one, "").expect(404);
        BROKER.api().get(opened).expect(404);
        BROKER.as(Role.ENTERPRISE, 2).get(shares).expect(404);
        assertThat(BROKER.as(Role.ENTERPRISE)
                        .get(shares)
                        .expect(200)
                        .json()
                        .at("/items/0")
                        .has("revokedAt"))
                .isTrue();
    }

    @Test
    void noMoreThanTwentyLinksAreValidAtATime() {
        String demand = demand();
        for (int i = 0; i < 20; i++) {
            shared(demand, 1);
        }
        String shares = "/api/v1/demands/" + demand + "/shares";
        BROKER.as(Role.ENTERPRISE).post(shares, Map.of()).expect(409);
        BROKER.as(Role.ENTERPRISE).post(shares, Map.of("days", 91)).expect(400);
        BROKER.execute("update match_share set revoked_at = made_at where demand_id = '" + demand + "'");
        BROKER.as(Role.ENTERPRISE).post(shares, Map.of()).expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "match_share_token_unguessable, short, now() + interval '1 day', null",
        "match_share_ends, 0123456789012345678901234567890123456789012, now() - interval '1 day', null",
        "match_share_ends, 0123456789012345678901234567890123456789012, now() + interval '91 days', null",
        "match_share_revoked_later, 0123456789012345678901234567890123456789012, now() + interval '1 day', '2020-01-01'",
        "match_share_token_once, TAKEN, now() + interval '1 day', null"
    })
    void theTableRefusesWhatMakesNoSense(String constraint, String token, String expires, String revoked) {
        String demand = demand();
        String taken = shared(demand, 1).get("token").asText();
        String said = revoked.equals("null") ? "null" : "'" + revoked.replace("'", "") + "'";
        assertThatThrownBy(() -> BROKER.execute("insert into match_share"
                        + " (id, demand_id, token, items, answer, made_at, expires_at, revoked_at) values ('"
                        + UUID.randomUUID() + "', '" + demand + "', '" + token.replace("TAKEN", taken)
                        + "', '[]', '{}', now(), " + expires + ", " + said + ")"))
                .hasStackTraceContaining(constraint);
    }

    @Test
    void aPastedTableIsLookedThroughAndBecomesADraft() {
        Visitor enterprise = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        enterprise.get("/demands/paste").expect(200);
        String table = "名称\t量程\t数量\n数显卡尺\t0~300 mm\t5\n压力表\t很大\t2\n";
        Answer preview = enterprise
                .post("/demands/paste", Map.of("table", table, "do", "read"))
                .expect(200);
        assertThat(preview.body()).contains("数显卡尺", "0–300 mm", "量程: 很大");
        enterprise.post("/demands/paste", Map.of("table", table, "do", "take")).expect(422);
        Answer taken = enterprise
                .post("/demands/paste", Map.of("table", table, "do", "take", "row", "2"))
                .expect(303);
        Answer draft = BROKER.as(Role.ENTERPRISE)
                .get("/api/v1" + taken.header("Location"))
                .expect(200);
        assertThat(draft.json().get("items")).hasSize(1);
        assertThat(draft.text("/items/0/subject")).isEqualTo("数显卡尺");
        enterprise.get(taken.header("Location") + "/shares").expect(200);
    }

    @Test
    void aTableIsUnderstoodOverTheApiWithItsRows() {
        JsonNode table = BROKER.as(Role.ENTERPRISE)
                .post("/api/v1/understandings", Map.of("table", "名称\t量程\n数显卡尺\t0~300 mm\n\t大\n"))
                .expect(200)
                .json();
        assertThat(table.at("/items/0/range/max").asInt()).isEqualTo(300);
        assertThat(table.at("/rows/0/item").asInt()).isZero();
        assertThat(table.at("/rows/1").has("item")).isFalse();
        assertThat(table.at("/rows/1/notUnderstood/0").asText()).isEqualTo("大");
        BROKER.as(Role.ENTERPRISE).post("/api/v1/understandings", Map.of()).expect(400);
    }

    @Test
    void weightsAreChecked() {
        Map<String, Object> item = Map.of("family", "METROLOGY", "subject", "数显卡尺");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(), Map.of("price", 0), Map.of("price", -1), Map.of("price", 101), Map.of("mood", 1))) {
            BROKER.as(Role.ENTERPRISE)
                    .post("/api/v1/matches", Map.of("weights", wrong, "items", List.of(item)))
                    .expect(400);
        }
        BROKER.as(Role.ENTERPRISE)
                .post("/api/v1/matches", Map.of("weights", Map.of("price", 3), "items", List.of(item)))
                .expect(200);
    }
}
