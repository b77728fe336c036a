package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.TestBroker;

class ModesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--booking.open-holds=3", "--booking.open-requests=25");

    private static ModesLab modes;
    private static TestLab lab;

    @BeforeAll
    static void openTheLab() {
        modes = new ModesLab(BROKER);
        lab = modes.lab();
    }

    @Test
    void piecesTakePlacesOfADayAndSpreadOverTheDaysAskedFor() {
        UUID resource = modes.make(modes.draft("DAY_QUOTA", 10));
        UUID line = lab.line(resource);
        LocalDate day = modes.today().plusDays(7);
        Answer some = modes.book(line, resource, 7, modes.midnight(day), modes.midnight(day.plusDays(1)))
                .expect(201);
        assertThat(modes.free(resource, day, day.plusDays(1))).containsExactly(3, 10);
        Answer full = modes.book(line, resource, 4, modes.midnight(day), modes.midnight(day.plusDays(1)))
                .expect(409);
        assertThat(full.text("/type")).endsWith("allocation-no-overlap");
        Answer spread = modes.book(line, resource, 15, modes.midnight(day), modes.midnight(day.plusDays(3)))
                .expect(201);
        assertThat(spread.text("/end")).isEqualTo(modes.midnight(day.plusDays(3)));
        assertThat(modes.free(resource, day, day.plusDays(2))).containsExactly(0, 0, 8);
        modes.step(modes.step(spread, "accept"), "cancel");
        assertThat(modes.free(resource, day, day.plusDays(2))).containsExactly(3, 10, 10);
        modes.step(some, "decline");
        assertThat(modes.free(resource, day, day)).containsExactly(10);
        Answer noDay = modes.book(line, resource, 1, day + "T09:00:00+08:00", modes.midnight(day.plusDays(1)))
                .expect(400);
        assertThat(noDay.text("/errors/0/pointer")).isEqualTo("/start");
    }

    @Test
    void aHoldKeepsPlacesOfADayForAsManyPieces() {
        UUID resource = modes.make(modes.draft("DAY_QUOTA", 5));
        UUID line = lab.line(resource);
        LocalDate day = modes.today().plusDays(8);
        Map<String, Object> wish = Map.of(
                "resourceId",
                resource,
                "start",
                modes.midnight(day),
                "end",
                modes.midnight(day.plusDays(2)),
                "pieces",
                7);
        UUID hold = BROKER.as(Role.ENTERPRISE, 3)
                .post("/api/v1/holds", wish)
                .expect(201)
                .id();
        assertThat(modes.free(resource, day, day.plusDays(1))).containsExactly(0, 3);
        Map<String, Object> booking = Map.of("capabilityIds", List.of(line), "holdId", hold, "pieces", 6);
        assertThat(BROKER.as(Role.ENTERPRISE, 3)
                        .withKey()
                        .post("/api/v1/bookings", booking)
                        .expect(409)
                        .text("/type"))
                .endsWith("hold-lost");
        Map<String, Object> whole = Map.of("capabilityIds", List.of(line), "holdId", hold, "pieces", 7);
        BROKER.as(Role.ENTERPRISE, 3).withKey().post("/api/v1/bookings", whole).expect(201);
        assertThat(modes.free(resource, day, day.plusDays(1))).containsExactly(0, 3);
    }

    @Test
    void theQueueGivesTheFirstPlacesAfterTheAnswerIsDue() {
        UUID resource = modes.make(modes.draft("QUEUE", 4));
        UUID line = lab.line(resource);
        Answer chosen = modes.book(
                        line,
                        resource,
                        1,
                        modes.midnight(modes.today().plusDays(9)),
                        modes.midnight(modes.today().plusDays(10)))
                .expect(400);
        assertThat(chosen.text("/errors/0/code")).isEqualTo("queue-has-no-slots");
        Answer first = modes.book(line, resource, 3).expect(201);
        Answer second = modes.book(line, resource, 6).expect(201);
        assertThat(first.text("/start"))
                .isGreaterThan(first.text("/responseDue").substring(0, 10));
        assertThat(second.text("/start")).isEqualTo(first.text("/start"));
        LocalDate promised =
                LocalDate.parse(first.text("/start").substring(0, 10)).plusDays(3);
        assertThat(second.text("/end")).isEqualTo(modes.midnight(promised));
        assertThat(LocalDate.parse(second.text("/finishBy"))).isAfter(promised);
        modes.step(first, "decline");
        Answer next = modes.book(line, resource, 3).expect(201);
        assertThat(next.text("/start")).isEqualTo(first.text("/start"));
    }

    @Test
    void equipmentCannotBeBookedForADayOnWhichItsCalibrationIsOverdue() {
        Map<String, Object> draft = modes.draft("SLOT", 2);
        draft.put("calibrationDue", modes.today().plusDays(8).toString());
        assertThat(lab.api().post("/api/v1/resources", draft).expect(400).text("/errors/0/code"))
                .isEqualTo("only-of-equipment");
        draft.put("kind", "EQUIPMENT");
        UUID resource = modes.make(draft);
        assertThat(modes.free(resource, modes.today().plusDays(8), modes.today().plusDays(9)))
                .containsExactly(2, 2, 2, 2, 0, 0, 0, 0);
        UUID line = lab.line(resource);
        LocalDate last = modes.today().plusDays(8);
        modes.book(line, resource, 1, last + "T09:00:00+08:00", last + "T11:00:00+08:00")
                .expect(201);
        LocalDate late = modes.today().plusDays(9);
        modes.book(line, resource, 1, late + "T09:00:00+08:00", late + "T11:00:00+08:00")
                .expect(409);
        String insert =
                """
                INSERT INTO allocation (id, resource_id, unit_id, during, slot_start, slot_end, organisation_id,
                                        booking_id, live)
                SELECT gen_random_uuid(), resource_id, id, tstzrange(now() + interval '40 days', now() + '41 days'),
                       now() + interval '40 days', now() + '41 days', gen_random_uuid(), gen_random_uuid(), true
                FROM resource_unit WHERE resource_id = ?""";
        assertThatThrownBy(() -> BROKER.execute(insert, resource))
                .rootCause()
                .hasMessageContaining("allocation_no_overlap");
        draft.put("calibrationDue", modes.today().plusDays(7).toString());
        Answer broken = modes.change(resource, 1, draft).expect(409);
        assertThat(broken.text("/errors/0/pointer")).isEqualTo("/calibrationDue");
        draft.put("calibrationDue", modes.today().plusDays(300).toString());
        modes.change(resource, 1, draft).expect(200);
        modes.book(line, resource, 1, late + "T09:00:00+08:00", late + "T11:00:00+08:00")
                .expect(201);
    }

    @Test
    void aChangeBreaksNothingSilently() {
        UUID resource = modes.make(modes.draft("SLOT", 2));
        UUID line = lab.line(resource);
        Map<String, String> slot = lab.slot(resource, 0);
        UUID one = modes.book(line, resource, 1, slot.get("start"), slot.get("end"))
                .expect(201)
                .id();
        UUID other = modes.book(line, resource, 1, slot.get("start"), slot.get("end"))
                .expect(201)
                .id();
        Map<String, Object> smaller = modes.draft("SLOT", 1);
        Answer refused = modes.change(resource, 1, smaller).expect(409);
        assertThat(refused.text("/type")).endsWith("breaks-bookings");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/capacity");
        JsonNode breaks = lab.api()
                .ifMatch(1)
                .post("/api/v1/resources/" + resource + "/preview", smaller)
                .expect(200)
                .json()
                .path("items");
        assertThat(breaks).hasSize(1);
        assertThat(breaks.get(0).path("reason").asText()).isEqualTo("UNITS");
        assertThat(breaks.get(0).path("bookingId").asText()).isIn(one.toString(), other.toString());
        smaller.put("keep", List.of(UUID.randomUUID()));
        modes.change(resource, 1, smaller).expect(409);
        smaller.put("keep", List.of(breaks.get(0).path("bookingId").asText()));
        modes.change(resource, 1, smaller).expect(200);
        modes.book(line, resource, 1, slot.get("start"), slot.get("end")).expect(409);
        Map<String, Object> closed = modes.draft("SLOT", 1);
        closed.put("closures", List.of(Map.of("from", slot.get("start"), "to", slot.get("end"))));
        assertThat(modes.change(resource, 2, closed).expect(409).json().path("errors"))
                .hasSize(2);
    }

    @Test
    void whatIsOnAUnitThatGoesMovesToOneThatIsFree() {
        UUID resource = modes.make(modes.draft("SLOT", 6));
        UUID line = lab.line(resource);
        Map<String, String> slot = lab.slot(resource, 0);
        modes.book(line, resource, 1, slot.get("start"), slot.get("end")).expect(201);
        BROKER.execute(
                """
                UPDATE allocation SET unit_id = (
                    SELECT id FROM resource_unit WHERE resource_id = allocation.resource_id AND ordinal = 6)
                WHERE resource_id = ?""",
                resource);
        modes.change(resource, 1, modes.draft("SLOT", 1)).expect(200);
        modes.book(line, resource, 1, slot.get("start"), slot.get("end")).expect(409);
    }

    @Test
    void workIsReassignedToAnotherResourceOfTheSite() {
        UUID from = modes.make(modes.draft("SLOT", 1));
        UUID to = modes.make(modes.draft("SLOT", 2));
        UUID line = lab.line(from);
        Map<String, String> slot = lab.slot(from, 0);
        Answer booking =
                modes.book(line, from, 1, slot.get("start"), slot.get("end")).expect(201);
        String path = "/api/v1/bookings/" + booking.id() + "/resource";
        Map<String, Object> wish = Map.of("resourceId", to, "unit", 2, "reason", "设备检修");
        BROKER.as(Role.PROVIDER, 2).ifMatch(1).post(path, wish).expect(404);
        lab.api().post(path, wish).expect(428);
        Answer moved = lab.api().ifMatch(1).post(path, wish).expect(200);
        assertThat(moved.text("/resourceId")).isEqualTo(to.toString());
        assertThat(moved.text("/start")).isEqualTo(slot.get("start"));
        lab.api().ifMatch(1).post(path, wish).expect(412);
        modes.book(line, from, 1, slot.get("start"), slot.get("end")).expect(201);
        lab.api().ifMatch(2).post(path, Map.of("resourceId", from)).expect(409);
        assertThat(BROKER.rows(
                        "SELECT u.ordinal FROM allocation a JOIN resource_unit u ON u.id = a.unit_id"
                                + " WHERE a.booking_id = ? AND a.live",
                        booking.id()))
                .containsExactly(Map.of("ordinal", 2));
        Answer events = BROKER.as(Role.ENTERPRISE)
                .get("/api/v1/bookings/" + booking.id() + "/events")
                .expect(200);
        assertThat(events.text("/items/1/type")).isEqualTo("booking-reassigned");
        Answer accepted = modes.step(moved, "accept");
        assertThat(accepted.text("/state")).isEqualTo("ACCEPTED");
        BROKER.as(Role.PROVIDER, 2).get("/api/v1/resources").expect(200);
    }

    @Test
    void nobodyHoardsHolds() {
        UUID resource = modes.make(modes.draft("SLOT", 50));
        Map<String, String> slot = lab.slot(resource, 0);
        Map<String, Object> wish = Map.of("resourceId", resource, "start", slot.get("start"), "end", slot.get("end"));
        List<Integer> statuses = Together.all(
                12,
                i -> BROKER.as(Role.ENTERPRISE, 4).post("/api/v1/holds", wish).status());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(9);
        Answer refused =
                BROKER.as(Role.ENTERPRISE, 4).post("/api/v1/holds", wish).expect(429);
        assertThat(refused.text("/type")).endsWith("too-many-holds");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 15 * 60);
        BROKER.as(Role.ENTERPRISE, 5).post("/api/v1/holds", wish).expect(201);
    }

    @Test
    void nobodyHoardsRequests() {
        UUID line = lab.line(null);
        BROKER.person(Role.ENTERPRISE, 6);
        List<Integer> statuses = Together.all(40, i -> BROKER.as(Role.ENTERPRISE, 6)
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line)))
                .status());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(25);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(15);
    }

    @Test
    void theDatabaseRefusesWhatNoResourceCanBe() {
        UUID resource = modes.make(modes.draft("SLOT", 1));
        Map<String, String> slot = lab.slot(resource, 0);
        BROKER.as(Role.ENTERPRISE, 7)
                .post(
                        "/api/v1/holds",
                        Map.of("resourceId", resource, "start", slot.get("start"), "end", slot.get("end")))
                .expect(201);
        Map<String, String> broken = Map.of(
                "resource_kind_known", "UPDATE resource SET kind = 'SHED' WHERE calibration_due IS NULL",
                "resource_mode_known", "UPDATE resource SET mode = 'WISH'",
                "resource_notice_length", "UPDATE resource SET notice_hours = -1",
                "resource_horizon_length", "UPDATE resource SET horizon_days = 0",
                "resource_calibration_of_equipment",
                        "UPDATE resource SET kind = 'BENCH', calibration_due = '2027-01-01'",
                "allocation_first_fk", "UPDATE allocation SET first_id = gen_random_uuid() WHERE NOT overdue",
                "allocation_hold_expires",
                        "UPDATE allocation SET expires_at = NULL WHERE booking_id IS NULL AND NOT overdue",
                "allocation_overdue_is_nobodys", "UPDATE allocation SET overdue = true");
        broken.forEach((constraint, sql) -> assertThatThrownBy(() -> BROKER.execute(sql))
                .as(constraint)
                .rootCause()
                .hasMessageContaining(constraint));
    }
}
