package org.qibroker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.contract.Contract.Operation;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

/**
 * Whatever the contract offers on one record that is not everybody's: to an enterprise and a provider whose it is not, and
 * to a coordinator of another district, there is no such record, and nothing happens. Every operation with an id in its
 * path is tried; one whose records this test does not know fails it. Nor does any list tell such a coordinator of them.
 */
class ForeignIdsIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    private static final Contract CONTRACT = Contract.standard();

    /** Whose input has no example that holds here; they may be told that it is wrong before anything is looked up. */
    private static final Set<String> WITHOUT_EXAMPLE =
            Set.of("closeGap", "updateCapability", "updateDemand", "updateResource", "previewResource");

    /** Free times are for all who may book them, and a gap for all who have it, too. */
    private static final Set<String> FOR_ALL = Set.of("getAvailability", "joinGap", "leaveGap");

    /** Reports have periods in their paths; each coordinator has its own. */
    private static final Set<String> OF_COORDINATORS = Set.of("exportUptakeReport", "exportUptakeReportWorkbook");

    /** A district in which nothing of the sample region is. */
    private static final String EMPTY_DISTRICT = "310230";

    /** Pages of coordinators. */
    private static final List<String> PAGES = List.of(
            "/region/demands",
            "/region/bookings",
            "/region/bookings?tab=mine",
            "/region/bookings?tab=all",
            "/region/late",
            "/region/uptake",
            "/region/uptake/requested",
            "/region/uptake/providers",
            "/region/uptake/waiting/late",
            "/region/uptake/waiting/unverified",
            "/region/reports",
            "/region/gaps",
            "/region/fairness",
            "/region/equipment",
            "/region/organisations",
            "/region/confirmations",
            "/complaints",
            "/projects",
            "/notices",
            "/audit");

    /** What tells of an enterprise or of what it did. */
    private static final List<String> SECRETS = List.of(
            "SELECT name_zh AS secret FROM organisation WHERE roles = '{ENTERPRISE}'",
            "SELECT id AS secret FROM organisation WHERE roles = '{ENTERPRISE}'",
            "SELECT number AS secret FROM booking",
            "SELECT id AS secret FROM booking",
            "SELECT id AS secret FROM demand",
            "SELECT id AS secret FROM complaint",
            "SELECT demand_item_id AS secret FROM watch",
            "SELECT certificate_number AS secret FROM accreditation WHERE confirmation = 'STATED'",
            "SELECT provider_id AS secret FROM provider_fairness");

    private static final Set<String> PUBLIC = Set.of("/accreditations/", "/capabilities/", "/providers/", "/sites/");

    private static final Map<String, String> RECORDS = records();
    private static Set<String> secrets = Set.of();

    private static Map<String, String> records() {
        Map<String, String> records = new LinkedHashMap<>();
        records.put("/accreditations/", "SELECT id FROM accreditation");
        records.put("/bookings/", "SELECT id FROM booking");
        records.put("/calendars/", "SELECT id FROM calendar_feed");
        records.put("/capabilities/", "SELECT id FROM capability");
        records.put("/complaints/", "SELECT id FROM complaint");
        records.put("/demands/", "SELECT id FROM demand");
        records.put("/files/", "SELECT id FROM stored_file");
        records.put("/gap-invitations/", "SELECT id FROM gap_invitation");
        records.put("/gaps/", "SELECT id FROM gap");
        records.put("/holds/", "SELECT id FROM allocation WHERE booking_id IS NULL AND expires_at > now()");
        records.put("/imports/", "SELECT id FROM import");
        records.put("/instruments/", "SELECT id FROM instrument");
        records.put("/me/colleagues/invitations/", "SELECT id FROM invitation");
        records.put("/me/sessions/", "SELECT family AS id FROM refresh_token WHERE used_at IS NULL");
        records.put("/organisations/", "SELECT id FROM organisation WHERE 'ENTERPRISE' = ANY (roles)");
        records.put("/providers/", "SELECT id FROM organisation WHERE 'PROVIDER' = ANY (roles)");
        records.put("/projects/", "SELECT id FROM project");
        records.put("/quote-requests/", "SELECT id FROM quote_request");
        records.put("/quotes/", "SELECT id FROM quote");
        records.put("/resources/", "SELECT id FROM resource");
        records.put("/samples/", "SELECT code AS id FROM custody_sample");
        records.put("/sites/", "SELECT id FROM site");
        records.put("/uptake/", "SELECT '2026' AS id");
        records.put("/users/", "SELECT id FROM user_account");
        return records;
    }

    @BeforeAll
    static void makeWhatTheSampleRegionHasNot() {
        ApiClient enterprise = demo("enterprise");
        ApiClient lab = demo("lab");
        enterprise
                .post("/api/v1/me/colleagues/invitations", Map.of("email", "invited@example.test"))
                .expect(201);
        lab.withKey()
                .with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports?dryRun=true", "family,subject,parameter\nMETROLOGY,卡尺,示值误差\n")
                .expect(202);
        lab.withKey().post("/api/v1/calendars", Map.of()).status();
        hold(enterprise, lab);
        BROKER.seated(Role.COORDINATOR, 1, EMPTY_DISTRICT);
        plan(demo("coordinator"), demo("lab").get("/api/v1/me").text("/organisation/id"));
        secrets = secrets();
    }

    private static Set<String> secrets() {
        return SECRETS.stream()
                .flatMap(sql -> BROKER.rows(sql).stream())
                .map(row -> String.valueOf(row.get("secret")))
                .collect(Collectors.toSet());
    }

    private static void plan(ApiClient coordinator, String provider) {
        String gap = coordinator.get("/api/v1/gaps").expect(200).text("/items/0/id");
        String answerBy = LocalDate.now(BROKER.clock()).plusDays(20).toString();
        Map<String, Object> invitation = Map.of("providerIds", List.of(provider), "answerBy", answerBy);
        coordinator
                .withKey()
                .post("/api/v1/gaps/" + gap + "/invitations", invitation)
                .json();
        Map<String, Object> draft =
                Map.of("gapId", gap, "name", "攻关", "type", "CAPABILITY", "category", "COMMON_TECHNOLOGY");
        coordinator.withKey().post("/api/v1/projects", draft).json();
    }

    private static ApiClient demo(String name) {
        Map<String, String> secret = Map.of("email", name + "@demo.test", "password", "demo-2026");
        return BROKER.api()
                .withToken(
                        BROKER.api().post("/api/v1/tokens", secret).expect(200).text("/accessToken"));
    }

    private static void hold(ApiClient enterprise, ApiClient lab) {
        LocalDate from = LocalDate.now(BROKER.clock()).plusDays(7);
        for (JsonNode resource : lab.get("/api/v1/resources").expect(200).json().get("items")) {
            String id = resource.get("id").asText();
            String times = "/api/v1/resources/" + id + "/availability?from=" + from + "&to=" + from.plusDays(7);
            for (JsonNode slot : enterprise.get(times).json().path("items")) {
                Map<String, String> wish = Map.of(
                        "resourceId",
                        id,
                        "start",
                        slot.path("start").asText(),
                        "end",
                        slot.path("end").asText());
                if (slot.path("free").asInt() > 0
                        && enterprise.withKey().post("/api/v1/holds", wish).status() == 201) {
                    return;
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> toStrangersThereIsNoSuchRecord() {
        return CONTRACT.operations().stream()
                .filter(operation -> !operation.names().isEmpty() && !open(operation, Role.PUBLIC))
                .filter(operation -> !FOR_ALL.contains(operation.id()))
                .flatMap(operation -> Stream.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR)
                        .filter(role -> role != Role.COORDINATOR || !OF_COORDINATORS.contains(operation.id()))
                        .map(role -> DynamicTest.dynamicTest(
                                operation.id() + " as another " + role, () -> refuses(operation, role))));
    }

    /** Lists, counts, figures and files that a coordinator asks for without naming a record. */
    @TestFactory
    Stream<DynamicTest> noListTellsACoordinatorOfAnotherDistrictOfThem() {
        Stream<String> operations = CONTRACT.operations().stream()
                .filter(operation ->
                        operation.method().equals("get") && operation.names().isEmpty())
                .filter(operation -> open(operation, Role.COORDINATOR)
                        && operation.template().startsWith("/api/v1"))
                .map(Operation::template);
        ApiClient stranger = BROKER.as(Role.COORDINATOR);
        Visitor reader = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR));
        return Stream.concat(
                operations.map(path -> DynamicTest.dynamicTest(path, () -> tellsOfNone(stranger.get(path)))),
                PAGES.stream().map(path -> DynamicTest.dynamicTest(path, () -> tellsOfNone(reader.get(path)))));
    }

    private static void tellsOfNone(Answer answer) {
        answer.expect(200);
        assertThat(secrets).hasSizeGreaterThan(200);
        assertThat(secrets.stream().filter(answer.body()::contains)).isEmpty();
    }

    private static void refuses(Operation operation, Role role) {
        String record = RECORDS.entrySet().stream()
                .filter(known -> operation.template().startsWith("/api/v1" + known.getKey()))
                .findFirst()
                .map(known -> id(known.getValue()))
                .orElseThrow(() -> new AssertionError("whose records are those of " + operation.template() + "?"));
        UUID stranger = BROKER.person(role).userId();
        List<Map<String, Object>> before = deeds(stranger);

        Answer answer = call(operation, BROKER.as(role), record);

        if (!(WITHOUT_EXAMPLE.contains(operation.id()) && answer.status() == 400)) {
            assertThat(refusals(operation, role)).as(answer.body()).contains(answer.status());
        }
        assertThat(deeds(stranger)).isEqualTo(before);
    }

    /** What everybody may see need not be denied to be there. */
    private static Set<Integer> refusals(Operation operation, Role role) {
        if (!open(operation, role)) {
            return Set.of(403);
        }
        String path = operation.template().substring("/api/v1".length());
        return PUBLIC.stream().anyMatch(path::startsWith) ? Set.of(403, 404) : Set.of(404);
    }

    private static List<Map<String, Object>> deeds(UUID person) {
        return BROKER.rows("SELECT count(*) FROM event WHERE actor = ?", person);
    }

    private static String id(String sql) {
        List<Map<String, Object>> rows = BROKER.rows(sql + " LIMIT 1");
        assertThat(rows).as(sql).isNotEmpty();
        return String.valueOf(rows.get(0).get("id"));
    }

    private static boolean open(Operation operation, Role role) {
        for (JsonNode admitted : operation.node().path("x-roles")) {
            if (Role.valueOf(admitted.asText()) == role) {
                return true;
            }
        }
        return false;
    }

    private static Answer call(Operation operation, ApiClient caller, String record) {
        String path = operation
                .template()
                .replaceFirst("\\{[^}]+}", record)
                .replace("{version}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        Examples.Sent sent = Examples.of(CONTRACT, operation);
        return caller.with("Content-Type", sent.type())
                .withKey()
                .ifMatch(1)
                .send(operation.method().toUpperCase(Locale.ROOT), path, sent.body());
    }
}
