package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.Mailbox;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Bookings come into the calendars of both sides, move there, and go. */
class CalendarIT {
    private static final Mailbox MAILS = new Mailbox();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker(MAILS.settings());

    private static TestLab lab;
    private static UUID resource;
    private static UUID line;
    private static int slots;

    @BeforeAll
    static void begin() {
        lab = new TestLab(BROKER, 1);
        resource = lab.resource(5);
        line = lab.line(resource);
    }

    @AfterAll
    static void end() {
        MAILS.stop();
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static Answer booked() {
        return lab.booked(enterprise(), line, resource, slots++);
    }

    private static List<String> calendars(Role role, UUID booking) {
        return MAILS.to(BROKER.person(role).email(), "").stream()
                .map(mail -> mail.parts().getOrDefault("text/calendar", ""))
                .map(text -> text.replace("\r\n ", ""))
                .filter(text -> text.contains("UID:" + booking + "@qi-broker"))
                .toList();
    }

    private static int sequence(String calendar) {
        return Integer.parseInt(calendar.replaceAll("(?s).*\r\nSEQUENCE:(\\d+)\r\n.*", "$1"));
    }

    @Test
    void anAcceptedBookingInvitesBothAMoveUpdatesItAndACancellationCallsItOff() {
        UUID booking = booked().id();
        TestLab.act(lab.api(), booking, 1, Map.of("action", "accept"));
        Map<String, String> other = lab.slot(resource, 10);
        TestLab.act(
                lab.api(),
                booking,
                2,
                Map.of("action", "reschedule", "start", other.get("start"), "end", other.get("end")));
        TestLab.act(enterprise(), booking, 3, Map.of("action", "agree"));
        TestLab.act(enterprise(), booking, 4, Map.of("action", "cancel", "reason", "设备已报废"));

        for (Role role : List.of(Role.ENTERPRISE, Role.PROVIDER)) {
            Waiting.until(() -> calendars(role, booking).size() == 3);
            List<String> came = calendars(role, booking);
            assertThat(came.get(0)).contains("METHOD:REQUEST", "STATUS:CONFIRMED", "TZID=Asia/Shanghai");
            assertThat(came.get(1)).contains("METHOD:REQUEST");
            assertThat(came.get(2)).contains("METHOD:CANCEL", "STATUS:CANCELLED");
            assertThat(came.stream().map(CalendarIT::sequence).toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aFeedIsReadByWhoeverKnowsItsAddressUntilThatIsAnotherOrEnded() {
        UUID booking = booked().id();
        Answer made = enterprise().post("/api/v1/calendars", Map.of()).expect(201);
        String path = path(made.text("/url"));
        Waiting.until(() -> read(path).body().contains(booking.toString()));
        assertThat(read(path).header("Content-Type")).startsWith("text/calendar");
        assertThat(read(path).body()).contains("METHOD:PUBLISH", "STATUS:TENTATIVE");
        assertThat(read(path.replace(".ics", "x.ics")).status()).isEqualTo(404);
        assertThat(BROKER.rows("SELECT calendar_feed::text AS all FROM calendar_feed")
                        .toString())
                .doesNotContain(path.substring(path.lastIndexOf('/') + 1, path.length() - 4));

        Visitor page = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        assertThat(page.get("/calendars").expect(200).body()).contains(path);
        page.post("/calendars", Map.of()).expect(303);
        assertThat(read(path).status()).isEqualTo(404);
        String renewed = enterprise().get("/api/v1/calendars").expect(200).text("/items/0/url");
        assertThat(read(path(renewed)).status()).isEqualTo(200);
        enterprise().delete("/api/v1/calendars/" + made.id()).expect(204);
        assertThat(read(path(renewed)).status()).isEqualTo(404);
        enterprise().delete("/api/v1/calendars/" + made.id()).expect(404);
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/api/"));
    }

    private static Answer read(String path) {
        return BROKER.api().get(path);
    }

    @Test
    void aProviderHasACalendarOfEachOfItsResourcesAndNobodyElseHas() {
        UUID booking = booked().id();
        Answer made = lab.api()
                .post("/api/v1/calendars", Map.of("resourceId", resource))
                .expect(201);
        assertThat(made.text("/name")).isEqualTo("长度校准工位");
        Waiting.until(() -> read(path(made.text("/url"))).body().contains(booking.toString()));
        Visitor page = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER));
        assertThat(page.get("/calendars").expect(200).body()).contains("长度校准工位", path(made.text("/url")));
        enterprise().post("/api/v1/calendars", Map.of("resourceId", resource)).expect(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agenda_entry_status_known | UPDATE agenda_entry SET status = 'MAYBE'",
                "agenda_entry_sequence_positive | UPDATE agenda_entry SET sequence = 0",
                "agenda_entry_lasts | UPDATE agenda_entry SET ends = starts",
                "calendar_feed_generation_positive | UPDATE calendar_feed SET generation = 0",
                "calendar_feed_once | INSERT INTO calendar_feed SELECT gen_random_uuid(), user_id, organisation_id, resource_id, name, 1, created_at FROM calendar_feed",
                "calendar_feed_user_known | UPDATE calendar_feed SET user_id = gen_random_uuid()",
                "calendar_feed_named | UPDATE calendar_feed SET name = CASE WHEN resource_id IS NULL THEN 'x' END"
            })
    void theTablesRefuseWhatMakesNoSense(String constraint, String sql) {
        BROKER.as(Role.ENTERPRISE, 2).post("/api/v1/calendars", Map.of()).expect(201);
        if (BROKER.rows("SELECT 1 FROM agenda_entry").isEmpty()) {
            booked();
            Waiting.until(() -> !BROKER.rows("SELECT 1 FROM agenda_entry").isEmpty());
        }
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
