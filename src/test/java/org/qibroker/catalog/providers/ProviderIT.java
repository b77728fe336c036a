package org.qibroker.catalog.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** What a provider says about itself, what a coordinator makes of it, and what that counts for in a match. */
class ProviderIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static UUID provider;
    private static String site;

    @BeforeAll
    static void aLaboratoryWithALine() {
        provider = BROKER.person(Role.PROVIDER).organisation();
        site = lab().post(
                        "/api/v1/providers/" + provider + "/sites",
                        Map.of("nameZh", "松江实验室", "district", "310117", "addressZh", "广富林路 1 号", "main", true))
                .expect(201)
                .text("/id");
        lab().with("Content-Type", "text/csv")
                .send(
                        "POST",
                        "/api/v1/imports?format=CSV",
                        """
                        family,subject,parameter,range,marks,site,turnaroundDays
                        METROLOGY,台秤,示值误差,0~100 kg,CMA;强制检定,松江实验室,0
                        """)
                .expect(202);
        Waiting.until(() -> !candidates("台秤", null).isEmpty());
    }

    private static ApiClient lab() {
        return BROKER.as(Role.PROVIDER);
    }

    private static JsonNode candidates(String subject, @Nullable String mark) {
        Map<String, Object> item = mark == null
                ? Map.of("family", "METROLOGY", "subject", subject)
                : Map.of("family", "METROLOGY", "subject", subject, "marks", List.of(mark));
        return BROKER.as(Role.ENTERPRISE)
                .post("/api/v1/matches", Map.of("items", List.of(item)))
                .expect(200)
                .json()
                .at("/items/0/candidates");
    }

    private static Answer accredited(String scheme, String number, LocalDate from, LocalDate to) {
        return lab().post(
                        "/api/v1/providers/" + provider + "/accreditations",
                        Map.of(
                                "scheme", scheme,
                                "certificateNumber", number,
                                "from", from.toString(),
                                "to", to.toString(),
                                "siteIds", List.of(site)))
                .expect(201);
    }

    private static Answer decide(ApiClient by, Answer accreditation, Map<String, String> decision) {
        return by.ifMatch(accreditation.version())
                .post("/api/v1/accreditations/" + accreditation.id() + "/confirmation", decision);
    }

    private static LocalDate today() {
        return RegionTime.day(BROKER.clock().instant());
    }

    @Test
    void aMarkIsOpenUntilConfirmedThenCoveredAndOpenAgainOnceChanged() {
        ApiClient coordinator = BROKER.as(Role.COORDINATOR);
        Answer stated = accredited("法定计量授权", "法计 1", today(), today());
        assertThat(stated.text("/scheme")).isEqualTo("计量授权");
        assertThat(stated.text("/confirmation/state")).isEqualTo("STATED");
        Waiting.until(() -> verdict("计量授权").equals("CONDITIONAL"));
        assertThat(coordinator.get("/api/v1/confirmations").expect(200).json().findValuesAsText("certificateNumber"))
                .contains("法计 1");

        assertThat(decide(lab(), stated, Map.of("decision", "CONFIRMED")).status())
                .isEqualTo(403);
        assertThat(decide(coordinator, stated, Map.of("decision", "REJECTED"))
                        .expect(400)
                        .text("/errors/0/pointer"))
                .isEqualTo("/reason");
        Answer confirmed =
                decide(coordinator, stated, Map.of("decision", "CONFIRMED")).expect(200);
        assertThat(confirmed.text("/confirmation/by"))
                .isEqualTo(Pseudonym.of(BROKER.person(Role.COORDINATOR).userId()));
        Waiting.until(() -> verdict("计量授权").equals("COVERED"));
        decide(coordinator, stated, Map.of("decision", "CONFIRMED")).expect(412);

        Answer changed = lab().ifMatch(confirmed.version())
                .put(
                        "/api/v1/accreditations/" + stated.id(),
                        Map.of(
                                "scheme", "计量授权",
                                "certificateNumber", "法计 1",
                                "from", today().toString(),
                                "to", today().plusYears(1).toString(),
                                "siteIds", List.of(site)))
                .expect(200);
        assertThat(changed.text("/confirmation/state")).isEqualTo("STATED");
        Waiting.until(() -> verdict("计量授权").equals("CONDITIONAL"));

        decide(coordinator, changed, Map.of("decision", "REJECTED", "reason", "证书查无此号"))
                .expect(200);
        Waiting.until(() -> verdict("计量授权").isEmpty());
    }

    private static String verdict(String mark) {
        return candidates("台秤", mark).at("/0/verdict").asText("");
    }

    @Test
    void aMarkCountsFromItsFirstDayToItsLast() {
        ApiClient coordinator = BROKER.as(Role.COORDINATOR);
        Answer tomorrow = accredited("CMA", "M-1", today().plusDays(1), today().plusDays(9));
        decide(coordinator, tomorrow, Map.of("decision", "CONFIRMED")).expect(200);
        Answer yesterday = accredited("CMA", "M-2", today().minusDays(9), today().minusDays(1));
        decide(coordinator, yesterday, Map.of("decision", "CONFIRMED")).expect(200);
        Answer marker = accredited("CAL", "C-1", today(), today());
        Waiting.until(() -> BROKER.api()
                .get("/api/v1/providers?limit=200")
                .expect(200)
                .body()
                .contains(marker.text("/id")));
        assertThat(verdict("CMA")).isEmpty();
        Answer now = accredited("CMA", "M-3", today(), today());
        decide(coordinator, now, Map.of("decision", "CONFIRMED")).expect(200);
        Waiting.until(() -> verdict("CMA").equals("COVERED"));
    }

    @Test
    void strangersChangeNothingAndEachChangeNeedsTheVersionSeen() {
        ApiClient stranger = BROKER.as(Role.PROVIDER, 2);
        Map<String, Object> words = Map.of("introZh", "大家好", "kinds", List.of("ENTERPRISE_LABORATORY"));
        String path = "/api/v1/providers/" + provider;
        long seen = BROKER.api().get(path).expect(200).version();
        stranger.ifMatch(seen).put(path, words).expect(403);
        stranger.ifMatch(1)
                .put("/api/v1/sites/" + site, Map.of("nameZh", "我的", "district", "310117", "addressZh", "路"))
                .expect(403);
        lab().put(path, words).expect(428);
        lab().ifMatch(seen + 9).put(path, words).expect(412);
        Answer changed = lab().ifMatch(seen).put(path, words).expect(200);
        assertThat(changed.text("/kinds/0")).isEqualTo("ENTERPRISE_LABORATORY");
        Waiting.until(() -> BROKER.api()
                        .get("/api/v1/providers?kind=ENTERPRISE_LABORATORY")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt()
                == 1);
        JsonNode list = BROKER.api()
                .get("/api/v1/providers?district=310117")
                .expect(200)
                .json();
        assertThat(list.at("/facets/kind/0/value").asText()).isEqualTo("ENTERPRISE_LABORATORY");
        assertThat(BROKER.api()
                        .get("/api/v1/providers?kind=UNIVERSITY")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        BROKER.api().get("/api/v1/providers?kind=CLUB").expect(400);
        assertThat(BROKER.api().get("/api/v1/marks").expect(200).body()).contains("计量授权");
    }

    @Test
    void aSiteEndsWithItsLinesButNeverTheMainOne() {
        Answer second = lab().post(
                        "/api/v1/providers/" + provider + "/sites",
                        Map.of("nameZh", "临时实验室", "district", "310112", "addressZh", "沪闵路 1 号"))
                .expect(201);
        lab().with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports?format=CSV", "family,subject,parameter,site\nMETROLOGY,砝码,质量,临时实验室\n")
                .expect(202);
        Waiting.until(() -> !candidates("砝码", null).isEmpty());
        lab().ifMatch(1).post("/api/v1/sites/" + site + "/end", Map.of()).expect(409);
        lab().ifMatch(1)
                .post(
                        "/api/v1/sites/" + second.id() + "/end",
                        Map.of("on", today().minusDays(1).toString()))
                .expect(400);
        Answer ended = lab().ifMatch(1)
                .post("/api/v1/sites/" + second.id() + "/end", Map.of("on", today().toString()))
                .expect(200);
        assertThat(ended.text("/endedOn")).isEqualTo(today().toString());
        String line = BROKER.rows(
                        "select valid_to::text as last from capability where subject = '砝码' and recorded_until is null")
                .get(0)
                .get("last")
                .toString();
        assertThat(line).isEqualTo(today().toString());
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER));
        visitor.get("/providers/" + provider).expect(200);
        String page = visitor.post(
                        "/providers/" + provider + "/accreditations",
                        Map.of(
                                "scheme", "CAL",
                                "certificateNumber", "沪质 2026-17",
                                "from", "2026-11-01",
                                "to", "2026-10-01",
                                "siteIds", site))
                .expect(422)
                .body();
        assertThat(page).contains("value=\"沪质 2026-17\"").contains("id=\"e-to-new-accreditation\"");
        assertThat(page).doesNotContain("id=\"e-to-new-site\"");
        String other = visitor.post(
                        "/providers/" + provider + "/sites",
                        Map.of(
                                "nameZh",
                                "青浦分部",
                                "district",
                                "310118",
                                "addressZh",
                                "",
                                "zone",
                                "Mars/Base",
                                "main",
                                "true"))
                .expect(422)
                .body();
        assertThat(other).contains("value=\"青浦分部\"").contains("value=\"Mars/Base\"");
        assertThat(other).containsPattern("value=\"310118\" selected");
    }
}
