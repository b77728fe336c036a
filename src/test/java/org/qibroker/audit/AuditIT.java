package org.qibroker.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.booking.TestLab;
import org.qibroker.platform.events.LogChecks;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Who did or saw what is found; nobody's name is in the log; and a row that was tampered with is named. */
class AuditIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static UUID booking;
    private static String number;

    @BeforeAll
    static void book() {
        TestLab lab = new TestLab(BROKER, 1);
        Answer booked = BROKER.as(Role.ENTERPRISE)
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(lab.line(null))))
                .expect(201);
        booking = booked.id();
        number = booked.text("/number");
    }

    private static List<JsonNode> found(String query) {
        JsonNode items = BROKER.as(Role.ADMIN)
                .get("/api/v1/audit?" + query)
                .expect(200)
                .json()
                .get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    @Test
    void whoDidAndSawWhatIsFoundByPersonOrganisationBookingAndPeriod() {
        Person coordinator = BROKER.person(Role.COORDINATOR);
        Visitor.signedIn(BROKER, coordinator).get("/bookings/" + booking).expect(200);
        BROKER.as(Role.COORDINATOR).get("/api/v1/bookings/" + booking).expect(200);
        BROKER.as(Role.ENTERPRISE).get("/api/v1/bookings/" + booking).expect(200);

        Waiting.until(() -> found("deed=SEEN&booking=" + number).size() == 2);
        assertThat(found("deed=SEEN&booking=" + number))
                .extracting(entry -> entry.at("/by/userId").asText(), entry -> entry.at("/about")
                        .asText())
                .containsExactlyInAnyOrder(
                        tuple(coordinator.userId().toString(), "/bookings/:id"),
                        tuple(coordinator.userId().toString(), "getBooking"));
        assertThat(found("deed=CHANGED&booking=" + number.substring(number.length() - 5)))
                .extracting(entry -> entry.at("/type").asText())
                .contains("booking-requested");
        assertThat(found("person=coordinator1@example.test&deed=SEEN")).hasSize(2);
        assertThat(found("person=COORDINATOR%201&deed=SEEN")).hasSize(2);
        assertThat(found("person=" + Pseudonym.of(coordinator.userId()) + "&deed=SEEN"))
                .hasSize(2);
        Person enterprise = BROKER.person(Role.ENTERPRISE);
        assertThat(found("organisation=" + enterprise.organisation()))
                .extracting(entry -> entry.at("/type").asText())
                .contains("booking-requested", "organisation-registered");
        LocalDate tomorrow = LocalDate.now(BROKER.clock()).plusDays(2);
        assertThat(found("from=" + tomorrow)).isEmpty();
        assertThat(found("to=" + tomorrow + "&limit=1")).hasSize(1);
    }

    @Test
    void aPartOfTheListGoesOnWhereTheOneBeforeEnded() {
        Answer first =
                BROKER.as(Role.ADMIN).get("/api/v1/audit?limit=2&deed=CHANGED").expect(200);
        String cursor = first.text("/nextCursor");
        Answer next = BROKER.as(Role.ADMIN)
                .get("/api/v1/audit?limit=2&deed=CHANGED&cursor=" + cursor)
                .expect(200);
        long last = first.json().at("/items/1/position").asLong();
        assertThat(next.json().at("/items/0/position").asLong()).isLessThan(last);
    }

    @Test
    void whoTakesAFileAlongIsLoggedBeforeItGoesOut() {
        Person provider = BROKER.person(Role.PROVIDER);
        BROKER.as(Role.PROVIDER)
                .get("/api/v1/providers/" + provider.organisation() + "/capabilities.csv")
                .expect(200);
        assertThat(found("deed=TAKEN&person=" + provider.userId()))
                .extracting(entry -> entry.at("/about").asText(), entry -> entry.at("/subject")
                        .asText())
                .contains(tuple("exportCapabilities", provider.organisation().toString()));
        BROKER.api()
                .get("/api/v1/providers/" + provider.organisation() + "/capabilities.csv")
                .expect(200);
        assertThat(BROKER.rows("SELECT 1 FROM event WHERE type = 'file-taken' AND actor IS NULL"))
                .isEmpty();
    }

    @Test
    void aCoordinatorOfADistrictFindsWhatConcernsItAlone() {
        Person elsewhere = BROKER.person(Role.ENTERPRISE, 2);
        BROKER.execute("UPDATE organisation SET district = '310230' WHERE id = ?", elsewhere.organisation());
        Answer own = BROKER.as(Role.COORDINATOR)
                .get("/api/v1/audit?organisation="
                        + BROKER.person(Role.ENTERPRISE).organisation())
                .expect(200);
        assertThat(own.json().get("items")).isNotEmpty();
        Answer other = BROKER.as(Role.COORDINATOR)
                .get("/api/v1/audit?organisation=" + elsewhere.organisation())
                .expect(200);
        assertThat(other.json().get("items")).isEmpty();
    }

    @Test
    void theLogHoldsNoNames() {
        assertThat(BROKER.rows("SELECT DISTINCT actor_name FROM event WHERE actor IS NOT NULL"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(Pseudonym.is((String) row.get("actor_name"))).isTrue());
        assertThat(BROKER.rows("SELECT 1 FROM event WHERE event::text LIKE '%ENTERPRISE 1%' AND kind = 'user'"))
                .isEmpty();
        assertThat(BROKER.as(Role.ENTERPRISE)
                        .get("/api/v1/bookings/" + booking + "/events")
                        .expect(200)
                        .text("/items/0/actorName"))
                .isEqualTo("ENTERPRISE 1");
    }

    @ParameterizedTest
    @CsvSource({
        "person=nobody-of-that-name, /person, audit-none-such",
        "organisation=none, /organisation, audit-none-such",
        "booking=QB19000101-00000, /booking, audit-none-such",
        "booking=1, /booking, audit-none-such",
        "subject=x, /subject, audit-none-such",
        "from=2026-02-30, /from, date",
        "from=2026-02-02&to=2026-02-01, /to, to-before-from",
        "deed=ALL, /deed, unknown-value",
        "cursor=x, /cursor, cursor"
    })
    void whatIsWrongIsNamed(String query, String pointer, String code) {
        Answer refused = BROKER.as(Role.ADMIN).get("/api/v1/audit?" + query).expect(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.text("/errors/0/code")).isEqualTo(code);
        Answer page = Visitor.signedIn(BROKER, BROKER.person(Role.ADMIN)).get("/audit?" + query);
        assertThat(page.status()).isEqualTo(422);
    }

    @Test
    void theCheckOfTheNightNamesTheRowThatWasTamperedWith() {
        Waiting.until(() -> checksOfTheNight(1) == 1);
        assertThat(checksOfTheNight(1)).isZero();
        assertThat(last().at("/faults").asInt()).isZero();
        assertThat(page()).contains("alert-success");

        Map<String, Object> row = BROKER.rows(
                        "SELECT position FROM event WHERE kind = 'booking' AND stream = ? AND sequence = 1", booking)
                .get(0);
        tamper("UPDATE event SET data = data || '{\"reason\": \"forged\"}' WHERE position = ?", row.get("position"));
        assertThat(checksOfTheNight(2)).isEqualTo(1);

        JsonNode found = last();
        assertThat(found.at("/faults").asInt()).as(found.toString()).isEqualTo(1);
        assertThat(found.at("/broken/0/position").asLong()).isEqualTo(row.get("position"));
        assertThat(found.at("/broken/0/stream").asText()).isEqualTo(booking.toString());
        assertThat(page())
                .contains(
                        "alert-danger", booking.toString(), row.get("position").toString());
    }

    private static int checksOfTheNight(int days) {
        Clock later = Clock.offset(BROKER.clock(), Duration.ofDays(days));
        return TestBroker.await(
                new LogChecks(BROKER.platform().withClock(later)).clock().runDue());
    }

    private static JsonNode last() {
        return BROKER.as(Role.COORDINATOR)
                .get("/api/v1/audit/checks")
                .expect(200)
                .json()
                .at("/items/0");
    }

    private static String page() {
        return Visitor.signedIn(BROKER, BROKER.person(Role.ADMIN))
                .get("/audit")
                .expect(200)
                .body();
    }

    private static void tamper(String sql, Object... values) {
        BROKER.execute("ALTER TABLE event DISABLE TRIGGER USER");
        BROKER.execute(sql, values);
        BROKER.execute("ALTER TABLE event ENABLE TRIGGER USER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event_append_only | DELETE FROM event WHERE at < now() - interval '100 years' OR true",
                "event_append_only | UPDATE event SET type = type",
                "event_append_only | TRUNCATE event CASCADE",
                "actor_name_said | UPDATE actor SET name = ''",
                "log_check_asker_known | INSERT INTO log_check VALUES (gen_random_uuid(), now(), 'ME', 0, 0, 0, 0, 0, '[]')",
                "log_check_counts | INSERT INTO log_check VALUES (gen_random_uuid(), now(), 'CLOCK', 1, 1, 0, 0, 2, '[1]')",
                "log_check_names_faults | INSERT INTO log_check VALUES (gen_random_uuid(), now(), 'CLOCK', 1, 1, 0, 0, 1, '[]')"
            })
    void theDatabaseRefuses(String constraint, String sql) {
        assertThat(catchThrowable(() -> BROKER.execute(sql)))
                .cause()
                .hasMessageContaining(constraint.equals("event_append_only") ? "append-only" : constraint);
    }
}
