package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

/** A request for a slot is one statement; it does what the long way does. */
class RequestIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;

    @BeforeAll
    static void openTheLab() {
        lab = new TestLab(BROKER, 1);
    }

    private static Map<String, Object> wish(UUID resource) {
        Map<String, Object> wish = new HashMap<>(lab.slot(resource, 0));
        wish.put("capabilityIds", List.of(lab.line(resource)));
        wish.put("resourceId", resource);
        wish.put("pieces", 2);
        return wish;
    }

    private static ApiClient keyed(String key) {
        return BROKER.as(Role.ENTERPRISE).with("Idempotency-Key", key);
    }

    private static Answer book(String key, Map<String, Object> wish) {
        return keyed(key).post("/api/v1/bookings", wish);
    }

    private static Map<String, Object> row(Answer booking) {
        Map<String, Object> row =
                BROKER.rows("SELECT * FROM booking WHERE id = ?", booking.id()).get(0);
        List.of("id", "number", "allocation_id", "created_at", "response_due", "next_due", "acts_by")
                .forEach(row::remove);
        row.replaceAll((column, value) -> String.valueOf(value));
        return row;
    }

    @Test
    void bothWaysWriteTheSame() {
        UUID resource = lab.resource(2);
        Map<String, Object> wish = wish(resource);
        Answer direct = book("direct", wish).expect(201);
        Answer hold = BROKER.as(Role.ENTERPRISE)
                .withKey()
                .post(
                        "/api/v1/holds",
                        Map.of("resourceId", resource, "start", wish.get("start"), "end", wish.get("end")))
                .expect(201);
        wish.put("holdId", hold.id());
        Answer held = book("held", wish).expect(201);

        assertThat(row(direct)).isEqualTo(row(held));
        assertThat(BROKER.rows(
                        """
                        SELECT DISTINCT kind, sequence, type, actor, actor_name, organisation, previous_hash = '' AS first,
                               data - 'number' #- '{place,allocationId}' AS said, parties
                        FROM event WHERE kind = 'booking' AND stream IN (?, ?) AND sequence = 1""",
                        direct.id(),
                        held.id()))
                .hasSize(1);
        assertThat(BROKER.rows("SELECT DISTINCT status FROM idempotency_key WHERE operation = 'createBooking'"))
                .hasSize(1);
    }

    @Test
    void oneKeyHasOneAnswerWhateverHappenedMeanwhile() {
        UUID resource = lab.resource(1);
        Map<String, Object> wish = wish(resource);
        Answer first = book("once", wish).expect(201);
        BROKER.execute("UPDATE resource SET version = version + 1, closures = '[]' WHERE id = ?", resource);
        Answer again = book("once", wish).expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        wish.put("pieces", 3);
        book("once", wish).expect(422);
        assertThat(BROKER.rows("SELECT id FROM booking WHERE resource_id = ?", resource))
                .hasSize(1);
    }

    @Test
    void aKeyOfARequestThatIsRunningIsRefusedAndCanBeTriedAgain() throws Exception {
        Map<String, Object> wish = wish(lab.resource(1));
        String lock = BROKER.person(Role.ENTERPRISE).userId() + " createBooking running";
        try (Connection other = DriverManager.getConnection(
                        BROKER.address().jdbcUrl(),
                        BROKER.address().user(),
                        BROKER.address().password());
                PreparedStatement running = other.prepareStatement("SELECT pg_advisory_lock(hashtextextended(?, 0))")) {
            running.setString(1, lock);
            running.execute();
            assertThat(book("running", wish).expect(409).text("/type")).endsWith("request-running");
        }
        book("running", wish).expect(201);
    }

    @Test
    void aTakenSlotLeavesTheKeyUnusedAndAnExpiredPlaceIsInNobodysWay() {
        UUID resource = lab.resource(1);
        Map<String, Object> wish = wish(resource);
        Answer first = book("first", wish).expect(201);
        assertThat(book("second", wish).expect(409).text("/type")).endsWith("allocation-no-overlap");
        BROKER.execute(
                "UPDATE allocation SET expires_at = now() - interval '1 minute' WHERE booking_id = ?", first.id());
        book("second", wish).expect(201);
        assertThat(BROKER.rows("SELECT id FROM allocation WHERE resource_id = ? AND live", resource))
                .hasSize(1);
    }

    @Test
    void aSlotThatIsNotOfferedIsRefusedByItsPlace() {
        Map<String, Object> wish = wish(lab.resource(1));
        wish.put("end", wish.get("start").toString().replace(":00:00", ":30:00"));
        assertThat(book("odd", wish).expect(400).text("/errors/0/pointer")).isEqualTo("/end");
    }
}
