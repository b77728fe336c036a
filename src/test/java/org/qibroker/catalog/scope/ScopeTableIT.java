package org.qibroker.catalog.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

/** A provider keeps its scope line by line, over the API and on the pages. */
class ScopeTableIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String LINES = "/api/v1/capabilities";
    private static final Map<String, Object> CALIPER = Map.of(
            "family", "METROLOGY",
            "subject", "数显卡尺",
            "parameter", "示值误差",
            "quantity", "length",
            "methods", List.of("JJG 30-2012"),
            "range", "0~300 mm",
            "uncertainty", "U=0.03 mm");

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> other = new LinkedHashMap<>(CALIPER);
        other.put(field, value);
        return other;
    }

    private static LocalDate today() {
        return RegionTime.day(BROKER.clock().instant());
    }

    @Test
    void aLineIsAddedChangedAndEndedAndKeepsItsIdAndHistory() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 1);
        Answer added = lab.post(
                        LINES, with("effectiveFrom", today().minusDays(10).toString()))
                .expect(201);
        String place = LINES + "/" + added.id();
        assertThat(added.header("Location")).isEqualTo(place);

        BROKER.clock().advance(Duration.ofMinutes(1));
        Answer changed = lab.ifMatch(added.version())
                .put(place, with("uncertainty", "U=0.02 mm"))
                .expect(200);
        assertThat(changed.id()).isEqualTo(added.id());
        assertThat(changed.text("/uncertainty/text")).isEqualTo("U=0.02 mm");
        assertThat(changed.text("/validFrom")).isEqualTo(today().toString());
        assertThat(BROKER.rows(
                        "select uncertainty_text from capability where id = ? and valid_from < ? and recorded_until is null",
                        added.id(),
                        today()))
                .as("what it said before stays for the days before")
                .containsExactly(Map.of("uncertainty_text", "U=0.03 mm"));

        lab.ifMatch(added.version()).put(place, CALIPER).expect(412);
        lab.put(place, CALIPER).expect(428);
        assertThat(BROKER.api().get(place).expect(200).version()).isEqualTo(changed.version());

        lab.ifMatch(changed.version())
                .post(place + "/end", Map.of("last", today().minusDays(1).toString()))
                .expect(204);
        assertThat(BROKER.rows(
                        "select count(*) as n from capability where id = ? and recorded_until is null and valid_to is null",
                        added.id()))
                .containsExactly(Map.of("n", 0L));
    }

    @Test
    void aWrongLineIsRefusedWithItsPlace() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 2);
        assertThat(lab.post(LINES, with("quantity", "长短")).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/quantity");
        assertThat(lab.post(LINES, with("siteId", new UUID(0, 9).toString()))
                        .expect(400)
                        .text("/errors/0/pointer"))
                .isEqualTo("/siteId");
        assertThat(lab.post(LINES, with("price", Map.of("kind", "FIXED")))
                        .expect(400)
                        .text("/errors/0/pointer"))
                .isEqualTo("/price/amount");
        lab.post(LINES, with("validTo", today().minusDays(1).toString())).expect(400);
    }

    @Test
    void nobodyElseChangesALine() {
        Answer added = BROKER.as(Role.PROVIDER, 3).post(LINES, CALIPER).expect(201);
        String place = LINES + "/" + added.id();
        ApiClient other = BROKER.as(Role.PROVIDER, 4).ifMatch(added.version());
        other.put(place, CALIPER).expect(404);
        other.post(place + "/end", Map.of("last", "2026-12-31")).expect(404);
        other.post(place + "/mending", Map.of("rule", "RANGE_INVERTED")).expect(404);
        BROKER.as(Role.ENTERPRISE).post(LINES, CALIPER).expect(403);
        BROKER.as(Role.PROVIDER, 4)
                .ifMatch(1)
                .put(LINES + "/" + new UUID(0, 5), CALIPER)
                .expect(404);
    }

    @Test
    void aFindingIsMendedAndTheHistoryRestoresWhatWas() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 5);
        Answer added = lab.post(LINES, with("range", "300~0 mm")).expect(201);
        String place = LINES + "/" + added.id();
        BROKER.clock().advance(Duration.ofMinutes(1));
        Answer mended = lab.ifMatch(added.version())
                .post(place + "/mending", Map.of("rule", "RANGE_INVERTED"))
                .expect(200);
        assertThat(mended.text("/range/text")).isEqualTo("0~300 mm");
        assertThat(lab.ifMatch(mended.version())
                        .post(place + "/mending", Map.of("rule", "RANGE_INVERTED"))
                        .expect(409)
                        .text("/type"))
                .endsWith("nothing-to-mend");

        BROKER.clock().advance(Duration.ofMinutes(1));
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 5));
        String page = visitor.get("/scope/lines/" + added.id()).expect(200).body();
        visitor.post(
                        "/scope/lines/" + added.id() + "/restore",
                        Map.of(
                                "version",
                                String.valueOf(mended.version()),
                                "statement",
                                String.valueOf(added.version())))
                .expect(303);
        assertThat(page).contains("300~0 mm");
        assertThat(BROKER.api().get(place).expect(200).text("/range/text")).isEqualTo("300~0 mm");
    }

    @Test
    void theTableIsFilteredOrderedAndTurnedPageByPage() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 6);
        for (int i = 0; i < 35; i++) {
            lab.post(LINES, with("subject", "量块 " + (100 + i))).expect(201);
        }
        lab.post(LINES, with("limitation", "无")).expect(201);
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 6));
        String first = visitor.get("/scope").expect(200).body();
        assertThat(first).contains("36");
        Matcher more = Pattern.compile("href=\"(/scope\\?cursor=[^\"]+)\"").matcher(first);
        assertThat(more.find()).isTrue();
        String second = visitor.get(more.group(1)).expect(200).body();
        assertThat(second).contains("量块 134").doesNotContain("量块 100");
        assertThat(visitor.get("/scope?q=%E5%8D%A1%E5%B0%BA").expect(200).body())
                .contains("数显卡尺")
                .doesNotContain("量块 100");
        assertThat(visitor.get("/scope?rule=LIMITATION_EMPTY").expect(200).body())
                .contains("数显卡尺")
                .doesNotContain("量块 100");
        assertThat(visitor.get("/scope?q=%25").expect(200).body())
                .as("a percent sign is no wildcard")
                .doesNotContain("量块 100");
        visitor.get("/scope?cursor=x").expect(400);
        for (String sort : List.of("PRICE", "TURNAROUND", "CHANGED")) {
            String page = visitor.get("/scope?sort=" + sort).expect(200).body();
            Matcher next = Pattern.compile("href=\"(/scope\\?sort=[^\"]+cursor=[^\"]+)\"")
                    .matcher(page);
            assertThat(next.find()).as(sort).isTrue();
            visitor.get(next.group(1).replace("&amp;", "&")).expect(200);
        }
        assertThat(visitor.get("/providers/" + BROKER.person(Role.PROVIDER, 6).organisation()
                                + "/plot?subject=%E6%95%B0%E6%98%BE%E5%8D%A1%E5%B0%BA")
                        .expect(200)
                        .body())
                .contains("class=\"plot-curve");
    }

    @Test
    void aFormIsCheckedAsItIsWrittenAndShownAgainWhereItIsWrong() {
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 7));
        BROKER.as(Role.PROVIDER, 7).post(LINES, CALIPER).expect(201);
        visitor.get("/scope/new").expect(200);
        Map<String, String> form = Map.of(
                "family",
                "METROLOGY",
                "subject",
                "百分表",
                "parameter",
                "示值误差",
                "methods",
                "JJG 1036-2008",
                "range",
                "10~0 mm",
                "uncertainty",
                "U=3 µm");
        String checked = visitor.post("/scope/check", form).expect(200).body();
        assertThat(checked).contains("0~10 mm").contains("JJG 1036-2022");
        assertThat(BROKER.rows("select id from capability where subject = '百分表'"))
                .isEmpty();
        visitor.post("/scope/lines", Map.of("family", "METROLOGY", "subject", "", "lineId", ""))
                .expect(422);
        visitor.post("/scope/lines", form).expect(303);
        assertThat(BROKER.rows("select id from capability where subject = '百分表'"))
                .hasSize(1);
    }
}
