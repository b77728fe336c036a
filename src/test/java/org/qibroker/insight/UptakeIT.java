package org.qibroker.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibroker.insight.UptakeWorld.UPTAKE;
import static org.qibroker.insight.UptakeWorld.part;
import static org.qibroker.insight.UptakeWorld.profile;
import static org.qibroker.insight.UptakeWorld.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.insight.count.FigureRebuild;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** What coordinators see of what was asked for and done; the first is of a district, the second of the city. */
class UptakeIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static UptakeWorld world;

    @BeforeAll
    static void twoEnterprisesBook() {
        world = new UptakeWorld(BROKER);
    }

    @Test
    void figuresTellWhatHappened() {
        Answer uptake = world.city("");

        assertThat(value(uptake, "REQUESTED")).isEqualTo(2);
        assertThat(value(uptake, "BOOKED")).isEqualTo(1);
        assertThat(value(uptake, "COMPLETED")).isEqualTo(1);
        assertThat(value(uptake, "ANSWER_TIME")).isEqualTo(1);
        assertThat(value(uptake, "SATISFACTION")).isEqualTo(4);
        assertThat(value(uptake, "ACTIVE_ENTERPRISES")).isEqualTo(2);
        assertThat(value(uptake, "NEW_ENTERPRISES")).isEqualTo(2);
        assertThat(value(uptake, "ACTIVE_PROVIDERS")).isEqualTo(1);
    }

    @Test
    void eachDimensionHasItsParts() {
        assertThat(part(world.city("?by=INDUSTRY"), "biomedicine", "REQUESTED")).isEqualTo(1);
        assertThat(part(world.city("?by=INDUSTRY"), "NONE", "REQUESTED")).isEqualTo(1);
        assertThat(part(world.city("?by=SIZE"), "SMALL", "COMPLETED")).isEqualTo(1);
        assertThat(part(world.city("?by=FAMILY"), "METROLOGY", "REQUESTED")).isEqualTo(2);
        assertThat(part(world.city("?by=DISTRICT"), "310117", "ACTIVE_ENTERPRISES"))
                .isEqualTo(2);
        assertThat(part(world.city("?by=PROVIDER"), world.lab.organisation().toString(), "BOOKED"))
                .isEqualTo(1);
        assertThat(value(world.city("?industry=biomedicine&by=MONTH"), "REQUESTED"))
                .isEqualTo(1);
        assertThat(value(world.city("?district=310101"), "REQUESTED")).isZero();
    }

    @Test
    void everyNumberOpensToItsEvents() {
        Answer events = BROKER.as(Role.COORDINATOR, 2)
                .get(UPTAKE + "/completed/events?industry=biomedicine")
                .expect(200);

        assertThat(events.json().path("items")).hasSize(1);
        assertThat(events.text("/items/0/event/type")).isEqualTo("booking-completed");
        assertThat(events.text("/items/0/enterpriseId"))
                .isEqualTo(BROKER.person(Role.ENTERPRISE).organisation().toString());
        Answer first = BROKER.as(Role.COORDINATOR, 2)
                .get(UPTAKE + "/REQUESTED/events?limit=1")
                .expect(200);
        Answer next = BROKER.as(Role.COORDINATOR, 2)
                .get(UPTAKE + "/REQUESTED/events?limit=1&cursor=" + first.text("/nextCursor"))
                .expect(200);
        assertThat(next.text("/items/0/subject")).isNotEqualTo(first.text("/items/0/subject"));
        assertThat(next.text("/nextCursor")).isEmpty();
        BROKER.as(Role.COORDINATOR, 2).get(UPTAKE + "/nothing/events").expect(404);
    }

    @Test
    void aDistrictSeesItselfAndNoOther() {
        ApiClient district = BROKER.as(Role.COORDINATOR);

        assertThat(district.get(UPTAKE).expect(200).text("/filters/district")).isEqualTo("310117");
        assertThat(value(district.get(UPTAKE + "?district=310117").expect(200), "REQUESTED"))
                .isEqualTo(2);
        for (String path : List.of(UPTAKE, UPTAKE + "/REQUESTED/events")) {
            for (String forged : List.of("?district=310101", "?district=NONE")) {
                Answer refused = district.get(path + forged).expect(403);
                assertThat(refused.text("/type")).endsWith("district-not-yours");
            }
        }
    }

    @Test
    void expertsSeeQuartersAndNoSingleEnterprise() {
        ApiClient expert = BROKER.as(Role.EXPERT);
        YearMonth first = YearMonth.from(LocalDate.ofInstant(BROKER.clock().instant(), ZoneId.of("Asia/Shanghai")));
        first = first.minusMonths((first.getMonthValue() - 1) % 3);
        String quarter = "?from=" + first + "&to=" + first.plusMonths(2);

        Answer uptake = expert.get(UPTAKE + quarter + "&by=INDUSTRY").expect(200);

        assertThat(value(uptake, "REQUESTED")).isEqualTo(-1);
        assertThat(uptake.json().path("hidden").toString()).contains("REQUESTED", "ACTIVE_ENTERPRISES", "SATISFACTION");
        assertThat(part(uptake, "biomedicine", "REQUESTED")).isEqualTo(-1);
        expert.get(UPTAKE).expect(400);
        expert.get(UPTAKE + quarter + "&district=310117").expect(403);
        expert.get(UPTAKE + quarter + "&by=PROVIDER").expect(403);
        expert.get(UPTAKE + "/REQUESTED/events" + quarter).expect(403);
    }

    @Test
    void theFirstPageOfADayIsAVisit() {
        Visitor enterprise = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 4));
        enterprise.get("/demands").expect(200);

        UUID own = BROKER.person(Role.ENTERPRISE, 4).organisation();
        String visits = "SELECT actor FROM event WHERE kind = 'visit' AND stream = ?";
        Waiting.until(() -> !BROKER.rows(visits, own).isEmpty());
        assertThat(BROKER.rows(visits, own))
                .allSatisfy(row -> assertThat(row.get("actor")).isNull());
        Waiting.until(() -> value(world.city(""), "VISITS") > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-12-01&to=2026-01-01, /to",
        "from=1926-01-01&to=2026-01-01, /to",
        "from=yesterday, /from",
        "from=2026-13, /from",
        "by=MOON, /by",
        "district=999999, /district",
        "family=MAGIC, /family",
        "industry=magic, /industry",
        "size=TINY, /size",
        "provider=me, /provider",
        "by=INDUSTRY&programme=x, /by",
        "size=SMALL&industry=biomedicine, /by"
    })
    void whatCannotBeAnsweredIsRefusedAtItsPlace(String query, String pointer) {
        Answer refused =
                BROKER.as(Role.COORDINATOR, 2).get(UPTAKE + "?" + query).expect(400);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.text("/errors/0/message")).isNotBlank();
    }

    @Test
    void figuresMadeAgainFromTheLogAreTheSame() {
        List<Map<String, Object>> before = counted();

        TestBroker.await(new FigureRebuild(BROKER.database(), BROKER.platform().calendar()).run());

        assertThat(counted()).isEqualTo(before).isNotEmpty();
    }

    private static List<Map<String, Object>> counted() {
        return BROKER.rows(
                """
                SELECT dimension, measure, month, key, district, family, bucket, n FROM insight_cell
                WHERE n <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7""");
    }

    @Test
    void definitionsSayEachFigureInWords() {
        JsonNode figures = BROKER.as(Role.COORDINATOR)
                .with("Accept-Language", "en")
                .get(UPTAKE + "/figures")
                .expect(200)
                .json()
                .path("items");

        assertThat(figures).hasSize(Figure.values().length);
        assertThat(figures)
                .allSatisfy(figure -> assertThat(figure.path("events")).isNotEmpty());
    }

    @Test
    void pagesShowNumbersAndWhatStandsBehindThem() {
        Visitor city = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR, 2));

        assertThat(city.get("/region/uptake").expect(200).body())
                .contains("data-plot=\"lines\"", "/region/uptake/booked?from=", "生物医药");
        assertThat(city.get("/region/uptake?industry=biomedicine&figure=COMPLETED")
                        .expect(200)
                        .body())
                .contains("生物医药");
        assertThat(city.get("/region/uptake/completed").expect(200).body()).contains("booking-completed");
        assertThat(city.get("/region/uptake/definitions").expect(200).body()).contains("match-made");
        assertThat(city.get("/region/uptake?from=2026-12&to=2026-01")
                        .expect(422)
                        .body())
                .contains("id=\"e-to\"", "value=\"2026-12\"", "data-plot");
        Visitor district = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR));
        district.get("/region/uptake?district=310101").expect(403);
        assertThat(district.get("/region/uptake/booked").expect(200).body()).contains("仅松江区");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/region/uptake",
                "/region/uptake/booked",
                "/region/uptake/providers",
                "/region/uptake/standing/REQUESTED",
                "/region/uptake/waiting/late"
            })
    void whatIsAskedForWronglyIsSaidAtItsField(String page) {
        Visitor city = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR, 2));
        assertThat(city.get(page + "?from=2026-12&to=2026-01").expect(422).body())
                .contains("id=\"e-to\"", "value=\"2026-12\"");
        assertThat(city.get(page + "?from=1900-01&to=2026-01").expect(422).body())
                .contains("id=\"e-");
        assertThat(city.get(page + "?from=soon").expect(422).body()).contains("id=\"e-from\"", "value=\"soon\"");
        assertThat(city.get(page + "?district=999999").expect(422).body()).contains("id=\"e-district\"");
        assertThat(city.get(page + "?family=FRIENDS").expect(422).body()).contains("id=\"e-family\"");
        assertThat(city.get(page + "?industry=x&size=y").expect(422).body())
                .contains("id=\"e-industry\"", "id=\"e-size\"");
    }

    @Test
    void aReportIsAPageAndAFileWithItsDefinitions() {
        String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
        Visitor city = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR, 2));

        assertThat(city.get("/region/reports").expect(200).body()).contains("/region/reports/" + month);
        assertThat(city.get("/region/reports/" + month).expect(200).body()).contains("满意度", "Asia/Shanghai");
        String csv = BROKER.as(Role.COORDINATOR, 2)
                .get(UPTAKE + "/reports/" + month + "/report.csv")
                .expect(200)
                .body();
        assertThat(csv).contains("," + month + "-01,Asia/Shanghai", ",预约申请,2,", "提出的预约数");
        assertThat(city.get("/region/reports/" + month.substring(0, 4) + "/report.xlsx")
                        .expect(200)
                        .header("Content-Type"))
                .contains("spreadsheetml");
        BROKER.as(Role.COORDINATOR, 2).get(UPTAKE + "/reports/soon/report.csv").expect(400);
    }

    @Test
    void coordinatorsAreToldOnceThatAReportIsThere() {
        String told = "SELECT data ->> 'period' AS period FROM event WHERE kind = 'uptake'";
        YearMonth now = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        assertThat(BROKER.rows(told)).isEmpty();
        BROKER.clock().advance(Duration.ofDays(now.lengthOfMonth()));

        Waiting.until(() -> !BROKER.rows(told).isEmpty());

        BROKER.clock().reset();
        assertThat(BROKER.rows(told).toString()).contains(now.toString());
        Waiting.until(() -> BROKER.as(Role.COORDINATOR, 2)
                .get("/api/v1/notices")
                .expect(200)
                .body()
                .contains("uptake-report-ready"));
    }

    @Test
    void anOrganisationSaysItsIndustryOnItsPage() {
        Visitor enterprise = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 3));
        enterprise.get("/account/profile").expect(200);

        enterprise
                .post("/account/profile", Map.of("version", "0", "industry", "magic", "size", ""))
                .expect(422);
        enterprise
                .post("/account/profile", Map.of("version", "0", "industry", "automotive", "size", "LARGE"))
                .expect(303);

        UUID own = BROKER.person(Role.ENTERPRISE, 3).organisation();
        assertThat(BROKER.as(Role.ENTERPRISE, 3).get(profile(own)).expect(200).text("/industry"))
                .isEqualTo("automotive");
        BROKER.as(Role.ENTERPRISE).get(profile(own)).expect(404);
        BROKER.as(Role.ENTERPRISE, 3)
                .ifMatch(0)
                .put(profile(own), Map.of("size", "SMALL"))
                .expect(412);
    }
}
