package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
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
import org.qibroker.support.Mailbox;
import org.qibroker.support.Mailbox.Received;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** What happens to a booking is told by mail, whatever door it came through. */
class BookingMailIT {
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
        resource = lab.resource(20);
        line = lab.line(resource);
        enterprise()
                .put("/api/v1/me/notifications", Map.of("language", "ZH", "channels", Map.of("WORK", "NONE")))
                .expect(200);
        Answer first = booked();
        Waiting.until(() -> !letters(first, "state = 'SENT'").isEmpty());
    }

    @AfterAll
    static void end() {
        MAILS.stop();
    }

    @AfterEach
    void today() {
        BROKER.clock().reset();
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static Answer booked() {
        return lab.booked(enterprise(), line, resource, slots++);
    }

    private static Answer act(ApiClient by, UUID booking, long version, String action) {
        return TestLab.act(by, booking, version, Map.of("action", action, "reason", "so it is"));
    }

    private static List<Received> toLab(String subject) {
        return MAILS.to(BROKER.person(Role.PROVIDER).email(), subject);
    }

    private static List<Received> toEnterprise(String subject) {
        return MAILS.to(BROKER.person(Role.ENTERPRISE).email(), subject);
    }

    @Test
    void aRequestByTheApiIsToldInTheReadersLanguageWithTextAndHtmlAndAWayToStop() {
        Answer booking = booked();
        String subject = "新的预约请求 " + booking.text("/number");
        Waiting.until(() -> !toLab(subject).isEmpty());

        Received mail = toLab(subject).get(0);
        assertThat(mail.parts().keySet()).containsExactly("text/plain", "text/html");
        assertThat(mail.parts().get("text/plain"))
                .contains("PROVIDER 1，您好", "/bookings/" + booking.id(), "长度校准工位", "Asia/Shanghai", "不再接收此类邮件");
        assertThat(mail.parts().get("text/html")).contains("<html lang=\"zh-CN\">", "测试机构 ENTERPRISE 1");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(toEnterprise(booking.text("/number"))).isEmpty();
        assertThat(toLab(subject)).hasSize(1);
    }

    @Test
    void anAnswerOnAPageIsToldInEnglishToWhomWantsThat() {
        enterprise()
                .put("/api/v1/me/notifications", Map.of("language", "EN", "channels", Map.of()))
                .expect(200);
        Answer booking = booked();
        Visitor page = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER));
        page.post("/bookings/" + booking.id() + "/transitions", Map.of("version", "1", "action", "ACCEPT"))
                .expect(303);
        String subject = "Booking " + booking.text("/number") + " was accepted";
        Waiting.until(() -> !toEnterprise(subject).isEmpty());
        assertThat(toEnterprise(subject).get(0).parts().get("text/plain")).contains("Dear ENTERPRISE 1");
    }

    @Test
    void whatTheClockDoesIsToldToBoth() {
        enterprise()
                .put("/api/v1/me/notifications", Map.of("language", "ZH", "channels", Map.of()))
                .expect(200);
        String expired = "预约 " + booked().text("/number") + " 逾期未答复";
        BROKER.clock().advance(Duration.ofDays(6));
        Features features = new Features(BROKER.platform(), BROKER.node());
        TestBroker.await(
                Future.all(features.dueClocks().stream().map(DueClock::runDue).toList()));
        Waiting.until(() -> toLab(expired).size() == 1 && toEnterprise(expired).size() == 1);
    }

    @Test
    void oneClickStopsTheMailsOfATopicAndAForgedLinkStopsNothing() {
        String subject = "新的预约请求 " + booked().text("/number");
        Waiting.until(() -> !toLab(subject).isEmpty());
        String link = toLab(subject).get(0).header("List-Unsubscribe").replaceAll("[<>]", "");
        String path = link.substring(link.indexOf("/unsubscribe/"));

        assertThat(BROKER.api().get(path).expect(200).body()).contains("预约请求与答复");
        BROKER.api().get(path + "x").expect(404);
        post(path + "x").expect(404);
        assertThat(choice("REQUESTS")).isEqualTo("MAIL");
        post(path).expect(200);
        assertThat(choice("REQUESTS")).isEqualTo("NOTICE");

        Answer next = booked();
        act(enterprise(), next.id(), 1, "cancel");
        Waiting.until(() -> !toldOnPage(next.text("/number")).isEmpty());
        assertThat(letters(next, "true")).isEmpty();
        lab.api()
                .put("/api/v1/me/notifications", Map.of("language", "ZH", "channels", Map.of("REQUESTS", "MAIL")))
                .expect(200);
    }

    private static Answer post(String path) {
        return BROKER.api()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post(path, "List-Unsubscribe=One-Click");
    }

    private static String choice(String topic) {
        return lab.api().get("/api/v1/me/notifications").expect(200).text("/channels/" + topic);
    }

    private static String toldOnPage(String number) {
        String body = lab.api().get("/api/v1/notices").expect(200).body();
        return body.contains(number) ? number : "";
    }

    @Test
    void whileNobodyTakesMailsTheyWaitAndComeLaterUnderTheSameIdOnce() {
        MAILS.stop();
        Answer booking = booked();
        Waiting.until(() -> !waiting(booking).isEmpty());
        Map<String, Object> row = waiting(booking).get(0);
        assertThat(row.get("attempts")).isEqualTo(1);
        String page = Visitor.signedIn(BROKER, BROKER.person(Role.ADMIN))
                .get("/operator/mail")
                .expect(200)
                .body();
        assertThat(page).contains("等待重试");

        MAILS.start();
        BROKER.clock().advance(Duration.ofMinutes(2));
        Waiting.until(() -> !toLab(booking.text("/number")).isEmpty());
        assertThat(toLab(booking.text("/number"))).singleElement().satisfies(mail -> assertThat(
                        mail.header("Message-ID"))
                .isEqualTo("<" + row.get("id") + "@example.test>"));
        Waiting.until(() -> waiting(booking).isEmpty());
    }

    private static List<Map<String, Object>> waiting(Answer booking) {
        return letters(booking, "state = 'WAITING' AND error IS NOT NULL");
    }

    private static List<Map<String, Object>> letters(Answer booking, String condition) {
        return BROKER.rows(
                """
                SELECT letter.id, attempts, content FROM letter JOIN event ON once LIKE 'event ' || position || ' to %%'
                WHERE stream = ? AND %s"""
                        .formatted(condition),
                booking.id());
    }

    @Test
    void whatIsGivenUpIsSeenByTheOperatorAndCanBeSentAgain() {
        Answer booking = booked();
        Waiting.until(() -> !toLab(booking.text("/number")).isEmpty());
        Waiting.until(() -> !letters(booking, "state = 'SENT'").isEmpty());
        assertThat(letters(booking, "true").get(0).get("content")).isNull();
        BROKER.execute(
                """
                UPDATE letter SET state = 'FAILED', sent_at = NULL, error = 'mailbox full <b>', content = jsonb_build_object(
                    'to', recipient, 'subject', ?, 'text', 'a', 'html', 'b')
                WHERE id = ?""",
                booking.text("/number"),
                letters(booking, "state = 'SENT'").get(0).get("id"));
        Waiting.until(() -> mails("failed").equals("1.0"));
        Visitor operator = Visitor.signedIn(BROKER, BROKER.person(Role.ADMIN));
        assertThat(operator.get("/operator/mail").expect(200).body()).contains("已放弃", "mailbox full &lt;b&gt;");
        operator.post("/operator/mail/retry", Map.of()).expect(303);
        Waiting.until(() -> toLab(booking.text("/number")).size() == 2);
        Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER))
                .get("/operator/mail")
                .expect(403);
    }

    private static String mails(String state) {
        return BROKER.ops()
                .get("/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith("qi_mails") && line.contains("\"" + state + "\""))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("");
    }

    @Test
    void noticesThatNobodyWantsAreNotListed() {
        enterprise()
                .put("/api/v1/me/notifications", Map.of("language", "ZH", "channels", Map.of("REQUESTS", "NONE")))
                .expect(200);
        Answer booking = booked();
        act(lab.api(), booking.id(), 1, "decline");
        String number = booking.text("/number");
        Waiting.until(() -> !BROKER.rows(
                        "SELECT 1 FROM notice WHERE subject_id = ? AND type = 'booking-declined'", booking.id())
                .isEmpty());
        assertThat(enterprise().get("/api/v1/notices").expect(200).body()).doesNotContain(number);
        Visitor page = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        assertThat(page.get("/notices/settings").expect(200).body()).contains("日历邀请");
        page.post("/notices/settings", Map.of("language", "ZH", "REQUESTS", "MAIL"))
                .expect(303);
        assertThat(enterprise().get("/api/v1/notices").expect(200).body()).contains(number);
    }

    @Test
    void aTopicIsToldOnlyInWaysItCanBe() {
        Answer refused = enterprise()
                .put("/api/v1/me/notifications", Map.of("language", "EN", "channels", Map.of("INVITATIONS", "NOTICE")))
                .expect(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/channels/INVITATIONS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "letter_state_known | UPDATE letter SET state = 'LOST', sent_at = NULL, next_at = NULL, content = '{}'",
                "letter_attempts_bounded | UPDATE letter SET attempts = 9",
                "letter_waits_for_a_time | UPDATE letter SET next_at = now() WHERE state = 'SENT'",
                "letter_sent_at_a_time | UPDATE letter SET sent_at = NULL WHERE state = 'SENT'",
                "letter_content_until_sent | UPDATE letter SET content = '{}' WHERE state = 'SENT'",
                "letter_recipient_said | UPDATE letter SET recipient = ''",
                "letter_once | INSERT INTO letter SELECT gen_random_uuid(), once, recipient, content, state, attempts, next_at, error, created_at, sent_at FROM letter LIMIT 1",
                "notify_preference_topic_said | UPDATE notify_preference SET topic = ''",
                "notify_preference_channel_known | UPDATE notify_preference SET channel = 'FAX'",
                "notify_preference_user_known | UPDATE notify_preference SET user_id = gen_random_uuid()"
            })
    void theTablesRefuseWhatMakesNoSense(String constraint, String sql) {
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
