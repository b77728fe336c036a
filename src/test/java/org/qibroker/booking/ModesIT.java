package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;

class ModesIT extends ModesTrial {
    @Test
    void piecesTakePlacesOfADayAndSpreadOverTheDaysAskedFor() {
        UUID resource = make(draft("DAY_QUOTA", 10));
        UUID line = lab.line(resource);
        LocalDate day = today().plusDays(7);
        Answer some = book(line, resource, 7, midnight(day), midnight(day.plusDays(1)))
                .expect(201);
        assertThat(free(resource, day, day.plusDays(1))).containsExactly(3, 10);
        Answer full = book(line, resource, 4, midnight(day), midnight(day.plusDays(1)))
                .expect(409);
        assertThat(full.text("/type")).endsWith("allocation-no-overlap");
        Answer spread = book(line, resource, 15, midnight(day), midnight(day.plusDays(3)))
                .expect(201);
        assertThat(spread.text("/end")).isEqualTo(midnight(day.plusDays(3)));
        assertThat(free(resource, day, day.plusDays(2))).containsExactly(0, 0, 8);
        step(step(spread, "accept"), "cancel");
        assertThat(free(resource, day, day.plusDays(2))).containsExactly(3, 10, 10);
        step(some, "decline");
        assertThat(free(resource, day, day)).containsExactly(10);
        Answer noDay = book(line, resource, 1, day + "T09:00:00+08:00", midnight(day.plusDays(1)))
                .expect(400);
        assertThat(noDay.text("/errors/0/pointer")).isEqualTo("/start");
    }

    @Test
    void aHoldKeepsPlacesOfADayForAsManyPieces() {
        UUID resource = make(draft("DAY_QUOTA", 5));
        UUID line = lab.line(resource);
        LocalDate day = today().plusDays(8);
        Map<String, Object> wish =
                Map.of("resourceId", resource, "start", midnight(day), "end", midnight(day.plusDays(2)), "pieces", 7);
        UUID hold = BROKER.as(Role.ENTERPRISE, 3)
                .post("/api/v1/holds", wish)
                .expect(201)
                .id();
        assertThat(free(resource, day, day.plusDays(1))).containsExactly(0, 3);
        Map<String, Object> booking = Map.of("capabilityIds", List.of(line), "holdId", hold, "pieces", 6);
        assertThat(BROKER.as(Role.ENTERPRISE, 3)
                        .withKey()
                        .post("/api/v1/bookings", booking)
                        .expect(409)
                        .text("/type"))
                .endsWith("hold-lost");
        Map<String, Object> whole = Map.of("capabilityIds", List.of(line), "holdId", hold, "pieces", 7);
        BROKER.as(Role.ENTERPRISE, 3).withKey().post("/api/v1/bookings", whole).expect(201);
        assertThat(free(resource, day, day.plusDays(1))).containsExactly(0, 3);
    }

    @Test
    void theQueueGivesTheFirstPlacesAfterTheAnswerIsDue() {
        UUID resource = make(draft("QUEUE", 4));
        UUID line = lab.line(resource);
        Answer chosen = book(line, resource, 1, midnight(today().plusDays(9)), midnight(today().plusDays(10)))
                .expect(400);
        assertThat(chosen.text("/errors/0/code")).isEqualTo("queue-has-no-slots");
        Answer first = book(line, resource, 3).expect(201);
        Answer second = book(line, resource, 6).expect(201);
        assertThat(first.text("/start"))
                .isGreaterThan(first.text("/responseDue").substring(0, 10));
        assertThat(second.text("/start")).isEqualTo(first.text("/start"));
        LocalDate promised =
                LocalDate.parse(first.text("/start").substring(0, 10)).plusDays(3);
        assertThat(second.text("/end")).isEqualTo(midnight(promised));
        assertThat(LocalDate.parse(second.text("/finishBy"))).isAfter(promised);
        step(first, "decline");
        Answer next = book(line, resource, 3).expect(201);
        assertThat(next.text("/start")).isEqualTo(first.text("/start"));
    }

    @Test
    void equipmentCannotBeBookedForADayOnWhichItsCalibrationIsOverdue() {
        Map<String, Object> draft = draft("SLOT", 2);
        draft.put("calibrationDue", today().plusDays(8).toString());
        assertThat(lab.api().post("/api/v1/resources", draft).expect(400).text("/errors/0/code"))
                .isEqualTo("only-of-equipment");
        draft.put("kind", "EQUIPMENT");
        UUID resource = make(draft);
        assertThat(free(resource, today().plusDays(8), today().plusDays(9))).containsExactly(2, 2, 2, 2, 0, 0, 0, 0);
        UUID line = lab.line(resource);
        LocalDate last = today().plusDays(8);
        book(line, resource, 1, last + "T09:00:00+08:00", last + "T11:00:00+08:00")
                .expect(201);
        LocalDate late = today().plusDays(9);
        book(line, resource, 1, late + "T09:00:00+08:00", late + "T11:00:00+08:00")
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
        draft.put("calibrationDue", today().plusDays(7).toString());
        Answer broken = change(resource, 1, draft).expect(409);
        assertThat(broken.text("/errors/0/pointer")).isEqualTo("/calibrationDue");
        draft.put("calibrationDue", today().plusDays(300).toString());
        change(resource, 1, draft).expect(200);
        book(line, resource, 1, late + "T09:00:00+08:00", late + "T11:00:00+08:00")
                .expect(201);
    }

    @Test
    void aChangeBreaksNothingSilently() {
        UUID resource = make(draft("SLOT", 2));
        UUID line = lab.line(resource);
        Map<String, String> slot = lab.slot(resource, 0);
        UUID one = book(line, resource, 1, slot.get("start"), slot.get("end"))
                .expect(201)
                .id();
        UUID other = book(line, resource, 1, slot.get("start"), slot.get("end"))
                .expect(201)
                .id();
        Map<String, Object> smaller = draft("SLOT", 1);
        Answer refused = change(resource, 1, smaller).expect(409);
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
        change(resource, 1, smaller).expect(409);
        smaller.put("keep", List.of(breaks.get(0).path("bookingId").asText()));
        change(resource, 1, smaller).expect(200);
        book(line, resource, 1, slot.get("start"), slot.get("end")).expect(409);
        Map<String, Object> closed = draft("SLOT", 1);
        closed.put("closures", List.of(Map.of("from", slot.get("start"), "to", slot.get("end"))));
        assertThat(change(resource, 2, closed).expect(409).json().path("errors"))
                .hasSize(2);
    }

    @Test
    void whatIsOnAUnitThatGoesMovesToOneThatIsFree() {
        UUID resource = make(draft("SLOT", 6));
        UUID line = lab.line(resource);
        Map<String, String> slot = lab.slot(resource, 0);
        book(line, resource, 1, slot.get("start"), slot.get("end")).expect(201);
        BROKER.execute(
                """
                UPDATE allocation SET unit_id = (
                    SELECT id FROM resource_unit WHERE resource_id = allocation.resource_id AND ordinal = 6)
                WHERE resource_id = ?""",
                resource);
        change(resource, 1, draft("SLOT", 1)).expect(200);
        book(line, resource, 1, slot.get("start"), slot.get("end")).expect(409);
    }

    @Test
    void workIsReassignedToAnotherResourceOfTheSite() {
        UUID from = make(draft("SLOT", 1));
        UUID to = make(draft("SLOT", 2));
        UUID line = lab.line(from);
        Map<String, String> slot = lab.slot(from, 0);
        Answer booking = book(line, from, 1, slot.get("start"), slot.get("end")).expect(201);
        String path = "/api/v1/bookings/" + booking.id() + "/resource";
        Map<String, Object> wish = Map.of("resourceId", to, "unit", 2, "reason", "设备检修");
        BROKER.as(Role.PROVIDER, 2).ifMatch(1).post(path, wish).expect(404);
        lab.api().post(path, wish).expect(428);
        Answer moved = lab.api().ifMatch(1).post(path, wish).expect(200);
        assertThat(moved.text("/resourceId")).isEqualTo(to.toString());
        assertThat(moved.text("/start")).isEqualTo(slot.get("start"));
        lab.api().ifMatch(1).post(path, wish).expect(412);
        book(line, from, 1, slot.get("start"), slot.get("end")).expect(201);
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
        Answer accepted = step(moved, "accept");
        assertThat(accepted.text("/state")).isEqualTo("ACCEPTED");
        BROKER.as(Role.PROVIDER, 2).get("/api/v1/resources").expect(200);
    }

    @Test
    void nobodyHoardsHolds() {
        UUID resource = make(draft("SLOT", 50));
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
        UUID resource = make(draft("SLOT", 1));
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
