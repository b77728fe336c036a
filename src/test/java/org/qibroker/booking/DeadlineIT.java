package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.Features;
import org.qibroker.platform.time.DueClock;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Who has to act is reminded once, and what is late is told to both and to the coordinators once. */
class DeadlineIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;
    private static UUID resource;
    private static UUID line;
    private static int slots;

    @BeforeAll
    static void begin() {
        lab = new TestLab(BROKER, 1);
        resource = lab.resource(5);
        line = lab.line(resource);
        BROKER.person(Role.COORDINATOR);
    }

    @AfterEach
    void today() {
        BROKER.clock().reset();
    }

    private static Answer accepted() {
        UUID id =
                lab.booked(BROKER.as(Role.ENTERPRISE), line, resource, slots++).id();
        Answer booking = act(id, 1, "accept");
        Waiting.until(() -> !deadlines(id, "kind = 'SAMPLE' AND running").isEmpty());
        return booking;
    }

    private static Answer act(UUID booking, long version, String action) {
        return TestLab.act(
                lab.api(), booking, version, Map.of("action", action, "reason", "so", "waitingFor", "ENTERPRISE"));
    }

    private static List<Map<String, Object>> deadlines(UUID booking, String condition) {
        return BROKER.rows("SELECT * FROM booking_deadline WHERE booking_id = ? AND " + condition, booking);
    }

    private static long told(UUID booking, String type, Person reader) {
        return BROKER.rows(
                        "SELECT 1 FROM notice WHERE subject_id = ? AND type = ? AND organisation_id = ?",
                        booking,
                        type,
                        reader.organisation())
                .size();
    }

    private static long happened(UUID booking, String type) {
        return BROKER.rows("SELECT 1 FROM event WHERE stream = ? AND type = ?", booking, type)
                .size();
    }

    /** Four clocks beside the broker's own look at once. */
    private static void look() {
        List<DueClock> clocks = Stream.generate(() -> new Features(BROKER.platform(), BROKER.node()))
                .limit(4)
                .flatMap(features -> features.dueClocks().stream())
                .toList();
        TestBroker.await(Future.all(clocks.stream().map(DueClock::runDue).toList()));
    }

    @Test
    void whoWritesSomethingAboutABookingDoesNotWaitForWhoIsAtIt() {
        UUID id = accepted().id();
        List<Map<String, Object>> seen = TestBroker.await(BROKER.database()
                .transaction(tx -> BookingRepository.lock(tx, id).compose(locked -> BROKER.vertx()
                        .executeBlocking(
                                () -> BROKER.rows("SELECT 1 FROM booking WHERE id = ? FOR KEY SHARE NOWAIT", id)))));
        assertThat(seen).hasSize(1);
    }

    @Test
    void aSampleIsRemindedOfOnceAndEscalatedOnceHoweverManyClocksLook() {
        Answer booking = accepted();
        UUID id = booking.id();
        Instant start = OffsetDateTime.parse(booking.text("/start")).toInstant();
        Person enterprise = BROKER.person(Role.ENTERPRISE);
        Person provider = BROKER.person(Role.PROVIDER);
        Person coordinator = BROKER.person(Role.COORDINATOR);

        BROKER.clock().set(start.minus(Duration.ofMinutes(30)));
        look();
        assertThat(happened(id, "booking-soon-sample")).isEqualTo(1);
        Waiting.until(() -> told(id, "booking-soon-sample", enterprise) == 1);
        assertThat(told(id, "booking-soon-sample", provider)).isZero();
        assertThat(happened(id, "booking-late-sample")).isZero();

        BROKER.clock().set(start.plus(Duration.ofMinutes(5)));
        look();
        look();
        assertThat(happened(id, "booking-soon-sample")).isEqualTo(1);
        assertThat(happened(id, "booking-late-sample")).isEqualTo(1);
        Waiting.until(() -> Stream.of(enterprise, provider, coordinator)
                .allMatch(reader -> told(id, "booking-late-sample", reader) == 1));
        Visitor page = Visitor.signedIn(BROKER, coordinator);
        assertThat(page.get("/region/late").expect(200).body()).contains(booking.text("/number"), "已逾期");
        assertThat(page.get("/bookings/" + id).expect(200).body()).contains("id=\"clocks\"", "已逾期");
        ApiClient fresh = fresh(enterprise);
        Answer late = fresh.get("/api/v1/deadlines?late=true").expect(200);
        assertThat(late.text("/items/0/kind")).isEqualTo("SAMPLE");
        assertThat(late.text("/items/0/late")).isEqualTo("true");
        assertThat(fresh(BROKER.person(Role.ENTERPRISE, 2))
                        .get("/api/v1/deadlines")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private static ApiClient fresh(Person person) {
        Map<String, String> secret = Map.of("email", person.email(), "password", Person.PASSWORD);
        String token = BROKER.api().post("/api/v1/tokens", secret).expect(200).text("/accessToken");
        return BROKER.api().withToken(token);
    }

    @Test
    void aClockThatStandsStillRemindsNobodyAndGoesOnLater() {
        UUID id = accepted().id();
        act(id, 2, "receive");
        Waiting.until(() -> !deadlines(id, "kind = 'REPORT' AND running").isEmpty());
        act(id, 3, "pause");
        Waiting.until(() -> deadlines(id, "running").isEmpty());
        String page = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE))
                .get("/bookings/" + id)
                .expect(200)
                .body();
        assertThat(page).contains("时限暂停");
        act(id, 4, "resume");
        Waiting.until(() -> !deadlines(id, "kind = 'REPORT' AND running").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "booking_deadline_booking_known | UPDATE booking_deadline SET booking_id = gen_random_uuid()",
                "booking_deadline_kind_known | UPDATE booking_deadline SET kind = 'LUNCH'",
                "booking_deadline_of_party | UPDATE booking_deadline SET who = 'CLOCK'",
                "booking_deadline_reminds_before | UPDATE booking_deadline SET remind_at = due",
                "booking_deadline_escalates_after | UPDATE booking_deadline SET escalated_at = due",
                "booking_deadline_reminds_as_planned | UPDATE booking_deadline SET remind_at = NULL, reminded_at = due",
                "booking_deadline_once | INSERT INTO booking_deadline SELECT * FROM booking_deadline"
            })
    void theTableRefusesWhatMakesNoSense(String constraint, String sql) {
        if (BROKER.rows("SELECT 1 FROM booking_deadline").isEmpty()) {
            accepted();
        }
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
