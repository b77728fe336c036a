package org.qibroker.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.TestBroker;

/** A laboratory with resources of each mode, bookings of them and what is free, for tests of the modes. */
final class ModesLab {
    private final TestBroker broker;
    private final TestLab lab;

    ModesLab(TestBroker broker) {
        this.broker = broker;
        this.lab = new TestLab(broker, 1);
    }

    TestLab lab() {
        return lab;
    }

    LocalDate today() {
        return RegionTime.day(broker.clock().instant());
    }

    Map<String, Object> draft(String mode, int capacity) {
        Map<String, Object> draft = lab.draft(capacity, 120, 0, 0);
        draft.put("mode", mode);
        return draft;
    }

    UUID make(Map<String, Object> draft) {
        return lab.api().post("/api/v1/resources", draft).expect(201).id();
    }

    Answer change(UUID resource, int version, Map<String, Object> draft) {
        return lab.api().ifMatch(version).put("/api/v1/resources/" + resource, draft);
    }

    Answer book(UUID line, UUID resource, int pieces, String... times) {
        Map<String, Object> wish =
                new HashMap<>(Map.of("capabilityIds", List.of(line), "resourceId", resource, "pieces", pieces));
        if (times.length == 2) {
            wish.put("start", times[0]);
            wish.put("end", times[1]);
        }
        return broker.as(Role.ENTERPRISE).withKey().post("/api/v1/bookings", wish);
    }

    String midnight(LocalDate day) {
        return day + "T00:00:00+08:00";
    }

    List<Integer> free(UUID resource, LocalDate from, LocalDate to) {
        JsonNode items = lab.api()
                .get("/api/v1/resources/" + resource + "/availability?from=" + from + "&to=" + to)
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("free").asInt())
                .toList();
    }

    Answer step(Answer booking, String action) {
        return lab.api()
                .ifMatch(booking.version())
                .post("/api/v1/bookings/" + booking.id() + "/transitions", Map.of("action", action, "reason", "x"))
                .expect(200);
    }
}
