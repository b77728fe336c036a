package org.qibroker.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.qibroker.booking.TestLab;
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

    private static final String UPTAKE = "/api/v1/uptake";

    private static TestLab lab;

    @BeforeAll
    static void oneDemandAndTwoBookings() {
        lab = new TestLab(BROKER, 1);
        UUID line = lab.line(null, "CNAS");
        UUID city = BROKER.person(Role.COORDINATOR, 2).organisation();
        BROKER.execute("UPDATE organisation SET district = NULL WHERE id = ?", city);
        say(BROKER.as(Role.ENTERPRISE), BROKER.person(Role.ENTERPRISE).organisation());
        String booking = booked(BROKER.as(Role.ENTERPRISE), line);
        booked(BROKER.as(Role.ENTERPRISE, 2), line);
        step(booking, lab.api(), "accept");
        step(booking, lab.api(), "receive");
        step(booking, lab.api(), "issue");
        step(booking, BROKER.as(Role.ENTERPRISE), "acceptReport");
        BROKER.as(Role.ENTERPRISE)
                .post(booking + "/rating", Map.of("service", 5, "punctuality", 4, "clarity", 3))
                .expect(201);
        Waiting.until(() -> city("").json().at("/figures").findValuesAsText("figure").size() > 0
                && value(city(""), "SATISFACTION") > 0);
    }

    private static void say(ApiClient who, UUID organisation) {
        who.ifMatch(0)
                .put(profile(organisation), Map.of("industry", "biomedicine", "size", "SMALL"))
                .expect(200);
    }

    private static String profile(UUID organisation) {
        return "/api/v1/organisations/" + organisation + "/profile";
    }

    private static String booked(ApiClient enterprise, UUID line) {
        return "/api/v1/bookings/"
                + enterprise
                        .withKey()
                        .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line), "pieces", 1))
                        .expect(201)
                        .id();
    }

    private static void step(String booking, ApiClient who, String action) {
        Answer now = BROKER.as(Role.ENTERPRISE).get(booking).expect(200);
        who.ifMatch(now.version())
                .post(booking + "/transitions", Map.of("action", action))
                .expect(200);
    }

    private static Answer city(String query) {
        return BROKER.as(Role.COORDINATOR, 2).get(UPTAKE + query).expect(200);
    }

    private static double value(Answer uptake, String figure) {
        for (JsonNode each : uptake.json().path("figures")) {
            if (each.path("figure").asText().equals(figure)) {
                return each.path("value").asDouble(-1);
            }
        }
        return -1;
    }

    private static double part(Answer uptake, String key, String figure) {
        for (JsonNode each : uptake.json().path("series")) {
            if (each.path("key").asText().equals(key)) {
                return each.path("values").path(figure).asDouble(-1);
            }
        }
        return -1;
    }

    @Test
    void figuresTellWhatHappened() {
        Answer uptake = city("");

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
        assertThat(part(city("?by=INDUSTRY"), "biomedicine", "REQUESTED")).isEqualTo(1);
        assertThat(part(city("?by=INDUSTRY"), "NONE", "REQUESTED")).isEqualTo(1);
        assertThat(part(city("?by=SIZE"), "SMALL", "COMPLETED")).isEqualTo(1);
        assertThat(part(city("?by=FAMILY"), "METROLOGY", "REQUESTED")).isEqualTo(2);
        assertThat(part(city("?by=DISTRICT"), "310117", "ACTIVE_ENTERPRISES")).isEqualTo(2);
        assertThat(part(city("?by=PROVIDER"), lab.organisation().toString(), "BOOKED"))
                .isEqualTo(1);
        assertThat(value(city("?industry=biomedicine&by=MONTH"), "REQUESTED")).isEqualTo(1);
        assertThat(value(city("?district=310101"), "REQUESTED")).isZero();
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
        assertThat(BROKER.rows(visits, own)).allSatisfy(row -> assertThat(row.get("actor")).isNull());
        Waiting.until(() -> value(city(""), "VISITS") > 0);
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
        Answer refused = BROKER.as(Role.COORDINATOR, 2).get(UPTAKE + "?" + query).expect(400);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.text("/errors/0/message")).isNotBlank();
    }

    @Test
    void figuresMadeAgainFromTheLogAreTheSame() {
        List<Map<String, Object>> before = counted();

        TestBroker.await(new FigureRebuild(BROKER.database()).run());

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
        assertThat(figures).allSatisfy(figure -> assertThat(figure.path("events")).isNotEmpty());
    }

    @Test
    void pagesShowNumbersAndWhatStandsBehindThem() {
        Visitor city = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR, 2));

        assertThat(city.get("/region/uptake").expect(200).body())
                .contains("data-plot=\"lines\"", "/region/uptake/booked?from=", "生物医药");
        assertThat(city.get("/region/uptake?industry=biomedicine&figure=COMPLETED").expect(200).body())
                .contains("生物医药");
        assertThat(city.get("/region/uptake/completed").expect(200).body()).contains("booking-completed");
        assertThat(city.get("/region/uptake/definitions").expect(200).body()).contains("match-made");
        city.get("/region/uptake?from=2026-12&to=2026-01").expect(400);
        Visitor district = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR));
        district.get("/region/uptake?district=310101").expect(403);
    }

    @Test
    void anOrganisationSaysItsIndustryOnItsPage() {
        Visitor enterprise = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 3));
        enterprise.get("/account/profile").expect(200);

        enterprise
                .post("/account/profile", Map.of("version", "0", "industry", "magic", "size", ""))
                .expect(400);
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
