package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Open bookings are flagged when what they rely on goes, and both sides are told. */
class FlagIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;
    private static UUID resource;

    @BeforeAll
    static void begin() {
        lab = new TestLab(BROKER, 1);
        resource = lab.resource(20);
    }

    @AfterEach
    void today() {
        BROKER.clock().reset();
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static UUID booked(int slot) {
        UUID line = lab.line(resource, "CNAS");
        Map<String, String> time = lab.slot(resource, slot);
        return enterprise()
                .withKey()
                .post(
                        "/api/v1/bookings",
                        Map.of(
                                "capabilityIds", List.of(line),
                                "resourceId", resource,
                                "start", time.get("start"),
                                "end", time.get("end"),
                                "pieces", 1))
                .expect(201)
                .id();
    }

    private static JsonNode flags(UUID booking) {
        return enterprise()
                .get("/api/v1/bookings/" + booking)
                .expect(200)
                .json()
                .path("flags");
    }

    private static JsonNode accreditation() {
        return BROKER.api()
                .get("/api/v1/providers/" + lab.organisation())
                .expect(200)
                .json()
                .at("/accreditations/0");
    }

    private static Answer status(ApiClient by, String status) {
        JsonNode seen = accreditation();
        return by.ifMatch(seen.path("version").asLong())
                .post("/api/v1/accreditations/" + seen.path("id").asText() + "/status", Map.of("status", status));
    }

    private static long told(ApiClient reader, String type, UUID booking) {
        long count = 0;
        for (JsonNode notice : reader.get("/api/v1/notices").expect(200).json().path("items")) {
            boolean same = notice.path("subjectId").asText().equals(booking.toString());
            count += same && notice.path("type").asText().equals(type) ? 1 : 0;
        }
        return count;
    }

    @Test
    void aSuspendedMarkFlagsTheBookingAndTellsBothSidesUntilItIsReinstated() {
        UUID booking = booked(0);
        assertThat(flags(booking)).isEmpty();

        status(lab.api(), "SUSPENDED").expect(200);
        Waiting.until(() -> flags(booking).size() == 1);
        assertThat(flags(booking).at("/0/code").asText()).isEqualTo("mark-not-held");
        assertThat(flags(booking).at("/0/about").asText()).isEqualTo("CNAS");
        Waiting.until(() -> told(enterprise(), "booking-flagged", booking) == 1);
        Waiting.until(() -> told(lab.api(), "booking-flagged", booking) == 1);
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        assertThat(visitor.get("/bookings/" + booking).expect(200).body()).contains("id=\"flags\"");
        assertThat(visitor.get("/notices").expect(200).body()).contains("/bookings/" + booking);

        status(lab.api(), "ACTIVE").expect(200);
        Waiting.until(() -> flags(booking).isEmpty());
        Waiting.until(() -> told(enterprise(), "booking-flags-lifted", booking) == 1);
    }

    @Test
    void whatACoordinatorSuspendsTheLaboratoryCannotReinstate() {
        UUID booking = booked(1);
        ApiClient coordinator = BROKER.as(Role.COORDINATOR);
        status(coordinator, "SUSPENDED").expect(200);
        Waiting.until(() -> flags(booking).size() == 1);
        assertThat(status(lab.api(), "ACTIVE").expect(409).text("/type"))
                .endsWith("accreditation-suspended-by-coordinator");
        status(coordinator, "ACTIVE").expect(200);
        Waiting.until(() -> flags(booking).isEmpty());
    }

    @Test
    void theClockNoticesAnAccreditationThatRunsOutWhileTheWorkIsLate() {
        UUID booking = booked(2);
        lab.api()
                .ifMatch(1)
                .post(transition(booking), Map.of("action", "accept"))
                .expect(200);
        lab.api()
                .ifMatch(2)
                .post(transition(booking), Map.of("action", "receive"))
                .expect(200);
        LocalDate to = LocalDate.parse(accreditation().path("to").asText());

        BROKER.clock().set(to.atTime(12, 0).atZone(RegionTime.ZONE).toInstant());
        Waiting.until(() -> kept(booking, "checked_on").equals(to.toString()));
        assertThat(kept(booking, "flags")).isEqualTo("[]");

        BROKER.clock().advance(Duration.ofDays(1));
        Waiting.until(() -> kept(booking, "checked_on").equals(to.plusDays(1).toString()));
        assertThat(kept(booking, "flags")).contains("mark-not-held");
    }

    /** What the row says; tokens have run out by then. */
    private static String kept(UUID booking, String column) {
        return String.valueOf(BROKER.rows("select " + column + "::text as kept from booking where id = ?", booking)
                .get(0)
                .get("kept"));
    }

    private static String transition(UUID booking) {
        return "/api/v1/bookings/" + booking + "/transitions";
    }

    @Test
    void aLineThatEndsBeforeTheWorkFlagsTheBookingAndAnEndedBookingIsFlaggedNoMore() {
        UUID booking = booked(3);
        lab.endScope();
        Waiting.until(() -> flags(booking).size() == 1);
        assertThat(flags(booking).at("/0/code").asText()).isEqualTo("line-not-valid");
        enterprise()
                .ifMatch(1)
                .post(transition(booking), Map.of("action", "cancel", "reason", "依据有变"))
                .expect(200);
        assertThat(flags(booking)).isEmpty();
    }

    @Test
    void noticesAreReadByEachUserAndNobodyElses() {
        UUID booking = booked(4);
        Waiting.until(() -> told(lab.api(), "booking-requested", booking) == 1);
        assertThat(told(enterprise(), "booking-requested", booking)).isZero();
        JsonNode list = lab.api().get("/api/v1/notices").expect(200).json();
        assertThat(list.path("unread").asInt()).isPositive();
        String newest = list.at("/items/0/id").asText();
        BROKER.as(Role.PROVIDER, 2)
                .post("/api/v1/notices/read", Map.of("upTo", newest))
                .expect(404);
        lab.api().post("/api/v1/notices/read", Map.of("upTo", newest)).expect(204);
        JsonNode again = lab.api().get("/api/v1/notices?limit=1").expect(200).json();
        assertThat(again.at("/items/0/unread").asBoolean(true))
                .isEqualTo(!again.at("/items/0/id").asText().equals(newest));
    }

    @Test
    void theTableKeepsFlagsAsAListAndOfOpenBookingsOnly() {
        UUID booking = booked(7);
        String update = "update booking set flags = '%s'::jsonb where id = '" + booking + "'";
        assertThatThrownBy(() -> BROKER.execute(update.formatted("{}"))).hasStackTraceContaining("booking_flags_list");
        enterprise()
                .ifMatch(1)
                .post("/api/v1/bookings/" + booking + "/transitions", Map.of("action", "cancel", "reason", "改期"))
                .expect(200);
        Waiting.until(() -> told(lab.api(), "booking-cancelled", booking) > 0);
        assertThatThrownBy(() -> BROKER.execute(update.formatted("[1]")))
                .hasStackTraceContaining("booking_ended_not_flagged");
        assertThatThrownBy(
                        () -> BROKER.execute("insert into notice select gen_random_uuid(), organisation_id, position,"
                                + " kind, subject_id, type, about, detail, at from notice limit 1"))
                .hasStackTraceContaining("notice_once");
        assertThatThrownBy(() -> BROKER.execute("insert into notice select id, gen_random_uuid(), position, kind,"
                        + " subject_id, type, about, detail, at from notice limit 1"))
                .hasStackTraceContaining("notice_pk");
        assertThatThrownBy(() -> BROKER.execute("update notice set type = ''"))
                .hasStackTraceContaining("notice_type_said");
        UUID reader = UUID.randomUUID();
        String seen = "insert into notice_seen (user_id, position) values ('" + reader + "', %s)";
        assertThatThrownBy(() -> BROKER.execute(seen.formatted("0")))
                .hasStackTraceContaining("notice_seen_position_positive");
        BROKER.execute(seen.formatted("1"));
        assertThatThrownBy(() -> BROKER.execute(seen.formatted("2"))).hasStackTraceContaining("notice_seen_pk");
    }
}
