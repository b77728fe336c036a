package org.qibroker.feedback;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** The constraints of what comes after the work: ratings, complaints, billing, reports' numbers, files. */
class AfterworkLimitsIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @BeforeAll
    static void completeABookingWithEverything() {
        TestLab lab = new TestLab(BROKER, 1);
        UUID line = lab.line(null);
        UUID id = booked(line);
        String booking = "/api/v1/bookings/" + id;
        TestLab.act(lab.api(), id, 1, Map.of("action", "accept"));
        TestLab.act(lab.api(), id, 2, Map.of("action", "receive"));
        TestLab.act(lab.api(), id, 3, Map.of("action", "issue", "reportNumber", "L-1"));
        TestLab.act(enterprise(), id, 4, Map.of("action", "acceptReport"));
        Map<String, Object> rating = Map.of("service", 4, "punctuality", 4, "clarity", 4, "comment", "清楚");
        enterprise().withKey().post(booking + "/rating", rating).expect(201);
        lab.api()
                .withKey()
                .post(booking + "/rating/reply", Map.of("text", "谢谢"))
                .expect(201);
        UUID file = enterprise()
                .with("Content-Type", "application/octet-stream")
                .post("/api/v1/files?name=photo.txt", "x")
                .expect(201)
                .id();
        enterprise()
                .withKey()
                .post(booking + "/complaints", Map.of("subject", "OTHER", "text", "x", "fileIds", List.of(file)))
                .expect(201);
        lab.api()
                .ifMatch(0)
                .put(booking + "/billing", Map.of("state", "UNBILLED"))
                .expect(200);
        booked(line);
        Waiting.until(() ->
                !BROKER.rows("SELECT 1 FROM provider_record WHERE ratings = 1").isEmpty());
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static UUID booked(UUID line) {
        return enterprise()
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line)))
                .expect(201)
                .id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rating_booking_once | INSERT INTO rating SELECT * FROM rating",
                "rating_booking_known | INSERT INTO rating SELECT gen_random_uuid(), enterprise_id, provider_id, service, punctuality, clarity, comment, author, at FROM rating",
                "rating_parties_differ | UPDATE rating SET provider_id = enterprise_id",
                "rating_service_range | UPDATE rating SET service = 6",
                "rating_punctuality_range | UPDATE rating SET punctuality = 0",
                "rating_clarity_range | UPDATE rating SET clarity = 6",
                "rating_comment_filled | UPDATE rating SET comment = ' '",
                "rating_reply_once | INSERT INTO rating_reply SELECT * FROM rating_reply",
                "rating_reply_rating_known | UPDATE rating_reply SET booking_id = gen_random_uuid()",
                "rating_reply_filled | UPDATE rating_reply SET text = ' '",
                "provider_record_ratings | UPDATE provider_record SET rating_thirds = 16, ratings = 1",
                "provider_record_ratings | UPDATE provider_record SET rating_thirds = 0, ratings = -1",
                "complaint_booking_known | UPDATE complaint SET booking_id = gen_random_uuid()",
                "complaint_subject_known | UPDATE complaint SET subject = 'WEATHER'",
                "complaint_text_filled | UPDATE complaint SET text = ' '",
                "complaint_state_known | UPDATE complaint SET state = 'LOST', next_due = NULL",
                "complaint_proposed_known | UPDATE complaint SET proposed = 'WITHDRAWN'",
                "complaint_outcome_known | UPDATE complaint SET state = 'CLOSED', next_due = NULL, outcome = 'MAYBE'",
                "complaint_closed_with_outcome | UPDATE complaint SET state = 'CLOSED', next_due = NULL",
                "complaint_closed_with_outcome | UPDATE complaint SET outcome = 'UPHELD'",
                "complaint_answered_with_answer | UPDATE complaint SET state = 'ANSWERED', answer = 'x'",
                "complaint_acknowledged_before_answered | UPDATE complaint SET answer_due = acknowledge_due - interval '1 s'",
                "complaint_due_while_open | UPDATE complaint SET state = 'MEDIATION'",
                "complaint_version_positive | UPDATE complaint SET version = 0",
                "complaint_open_once | INSERT INTO complaint SELECT gen_random_uuid(), booking_id, number, enterprise_id, provider_id, parties, subject, text, state, acknowledge_due, answer_due, next_due, late, answer, proposed, outcome, decision, version, created_at FROM complaint",
                "booking_billing_once | INSERT INTO booking_billing SELECT * FROM booking_billing",
                "booking_billing_booking_known | UPDATE booking_billing SET booking_id = gen_random_uuid()",
                "booking_billing_state_known | UPDATE booking_billing SET state = 'LOST', number = '1', invoiced_on = now()",
                "booking_billing_invoice_whole | UPDATE booking_billing SET number = '1'",
                "booking_billing_number_filled | UPDATE booking_billing SET state = 'INVOICED', number = ' ', invoiced_on = now()",
                "booking_billing_paid_said | UPDATE booking_billing SET paid_on = now()",
                "booking_billing_paid_after | UPDATE booking_billing SET state = 'PAID', number = '1', invoiced_on = now(), paid_on = now() - interval '2 days'",
                "booking_billing_version_positive | UPDATE booking_billing SET version = 0",
                "booking_report_number_once | INSERT INTO booking_report (booking_id, provider_id, version, number, issued_at) SELECT b.id, r.provider_id, 1, r.number, r.issued_at FROM booking_report r, booking b WHERE b.id <> r.booking_id LIMIT 1",
                "stored_file_name_length | INSERT INTO stored_file SELECT gen_random_uuid(), '', media_type, bytes, sha256, organisation_id, false, created_at FROM stored_file",
                "stored_file_type_known | INSERT INTO stored_file SELECT gen_random_uuid(), name, 'EXE', bytes, sha256, organisation_id, false, created_at FROM stored_file",
                "stored_file_size | INSERT INTO stored_file SELECT gen_random_uuid(), name, media_type, 0, sha256, organisation_id, false, created_at FROM stored_file",
                "stored_file_size | INSERT INTO stored_file SELECT gen_random_uuid(), name, media_type, 20971521, sha256, organisation_id, false, created_at FROM stored_file",
                "stored_file_hash_length | INSERT INTO stored_file SELECT gen_random_uuid(), name, media_type, bytes, 'x', organisation_id, false, created_at FROM stored_file",
                "stored_file_part_number_not_negative | INSERT INTO stored_file_part SELECT file_id, -1, content FROM stored_file_part",
                "stored_file_part_size | INSERT INTO stored_file_part SELECT file_id, 9, '' FROM stored_file_part",
                "stored_file_part_file_fk | INSERT INTO stored_file_part VALUES (gen_random_uuid(), 0, 'x')",
                "stored_file_part_pk | INSERT INTO stored_file_part SELECT * FROM stored_file_part",
                "a stored file never changes | UPDATE stored_file_part SET content = 'y'",
                "a stored file never changes | DELETE FROM stored_file"
            })
    void theTablesRefuseWhatTheRulesNeverWrite(String constraint, String sql) {
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
