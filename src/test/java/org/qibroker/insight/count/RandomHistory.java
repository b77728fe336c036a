package org.qibroker.insight.count;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.http.Json;

/** A made-up history of a region: each stream in its order, the streams mixed in any order. */
final class RandomHistory {
    private static final List<String> FAMILIES = List.of("METROLOGY", "TESTING", "CERTIFICATION");
    private static final List<String> TYPES = List.of("UNCERTAINTY", "CAPABILITY", "STANDARD");
    private static final Instant BEGIN = Instant.parse("2026-01-30T10:00:00Z");

    private final Random chance;
    private final List<Deque<LoggedEvent>> streams = new ArrayList<>();
    private final List<UUID> enterprises = new ArrayList<>();
    private final List<UUID> providers = new ArrayList<>();
    private final List<UUID> demands = new ArrayList<>();

    RandomHistory(long seed) {
        this.chance = new Random(seed);
        for (int i = 0; i < 4; i++) {
            enterprises.add(organisation());
        }
        providers.add(id());
        providers.add(id());
        for (int i = 0; i < 8; i++) {
            demand();
        }
        for (int i = 0; i < 10; i++) {
            booking();
        }
        for (int i = 0; i < 4; i++) {
            quote();
        }
    }

    /** All events, with their places in the log. */
    List<LoggedEvent> events() {
        List<LoggedEvent> mixed = new ArrayList<>();
        while (!streams.isEmpty()) {
            Deque<LoggedEvent> stream = streams.get(chance.nextInt(streams.size()));
            LoggedEvent next = stream.remove();
            mixed.add(new LoggedEvent(
                    mixed.size() + 1L,
                    next.kind(),
                    next.stream(),
                    next.sequence(),
                    next.type(),
                    null,
                    null,
                    "",
                    Set.of(),
                    next.at(),
                    next.data()));
            if (stream.isEmpty()) {
                streams.remove(stream);
            }
        }
        return mixed;
    }

    private UUID id() {
        return new UUID(chance.nextLong(), chance.nextLong());
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private Instant later(Instant than) {
        return than.plus(Duration.ofMinutes(chance.nextInt(60 * 24 * 20)));
    }

    private Deque<LoggedEvent> stream() {
        Deque<LoggedEvent> stream = new ArrayDeque<>();
        streams.add(stream);
        return stream;
    }

    private static void add(
            Deque<LoggedEvent> stream, String kind, UUID id, String type, Instant at, Map<String, Object> data) {
        JsonNode json = Json.mapper().valueToTree(data);
        stream.add(new LoggedEvent(0, kind, id, stream.size() + 1L, type, null, null, "", Set.of(), at, json));
    }

    private UUID organisation() {
        UUID id = id();
        Deque<LoggedEvent> stream = stream();
        add(stream, "organisation", id, "organisation-registered", BEGIN, Map.of("district", any(List.of("310101", "310117", ""))));
        for (int i = chance.nextInt(3); i > 0; i--) {
            Map<String, Object> said = new HashMap<>();
            said.put("industry", any(List.of("biomedicine", "automotive")));
            if (chance.nextBoolean()) {
                said.put("size", any(List.of("MICRO", "LARGE")));
            }
            add(stream, "organisation", id, "organisation-profiled", later(BEGIN), said);
        }
        if (chance.nextInt(3) == 0) {
            Map<String, Object> moved = Map.of("district", any(List.of("310104", "")));
            add(stream, "organisation", id, "organisation-district-changed", later(BEGIN), moved);
        }
        Deque<LoggedEvent> visit = stream();
        add(visit, "visit", id(), "visit-made", later(BEGIN), Map.of("enterpriseId", id));
        return id;
    }

    private void demand() {
        UUID demand = id();
        UUID enterprise = any(enterprises);
        demands.add(demand);
        Instant at = later(BEGIN);
        List<Map<String, Object>> items = new ArrayList<>();
        List<Map<String, Object>> outcomes = new ArrayList<>();
        for (int i = 1 + chance.nextInt(3); i > 0; i--) {
            UUID item = id();
            String family = any(FAMILIES);
            items.add(Map.of("id", item, "family", family));
            Map<String, Object> outcome = new HashMap<>(Map.of("itemId", item, "family", family));
            if (chance.nextBoolean()) {
                String type = any(TYPES);
                outcome.put("gap", chance.nextInt(4) == 0 ? Map.of("reason", "x") : Map.of("type", type, "reason", "x"));
                corrections(item);
            }
            outcomes.add(outcome);
        }
        Map<String, Object> said = new HashMap<>();
        said.put("enterpriseId", enterprise);
        said.put("title", "t");
        said.put("items", items);
        if (chance.nextBoolean()) {
            said.put("programmes", chance.nextBoolean() ? List.of("计量伙伴") : List.of("计量伙伴", "赋能", "赋能"));
        }
        add(stream(), "demand", demand, "demand-submitted", at, said);
        add(
                stream(),
                "match",
                demand,
                "match-made",
                at,
                Map.of("demandId", demand, "enterpriseId", enterprise, "items", outcomes));
    }

    private void corrections(UUID item) {
        if (chance.nextBoolean()) {
            Deque<LoggedEvent> stream = stream();
            for (int i = 1 + chance.nextInt(2); i > 0; i--) {
                Map<String, Object> said = new HashMap<>(Map.of("demandItemId", item));
                if (chance.nextBoolean()) {
                    said.put("type", any(TYPES));
                }
                add(stream, "gap", item, "gap-corrected", later(BEGIN), said);
            }
        }
    }

    private void booking() {
        UUID id = id();
        Map<String, Object> said = new HashMap<>();
        said.put("number", "N");
        said.put("title", "t");
        said.put("enterpriseId", any(enterprises));
        said.put("providerId", any(providers));
        said.put("family", any(FAMILIES));
        if (chance.nextBoolean()) {
            said.put("demandId", any(demands));
        }
        Deque<LoggedEvent> stream = stream();
        Instant at = later(BEGIN);
        String state = chance.nextInt(5) == 0 ? "ACCEPTED" : "REQUESTED";
        step(stream, id, "booking-" + (state.equals("ACCEPTED") ? "awarded" : "requested"), at, said, "", state);
        for (int i = chance.nextInt(7); i > 0; i--) {
            at = later(at);
            String next = next(state);
            step(stream, id, type(state, next), at, said, state, next);
            state = next;
        }
        if (chance.nextBoolean()) {
            Map<String, Object> rating = new HashMap<>(Map.of(
                    "enterpriseId", said.get("enterpriseId"), "providerId", said.get("providerId"), "service", 5));
            rating.put("punctuality", 1 + chance.nextInt(5));
            rating.put("clarity", 1 + chance.nextInt(5));
            add(stream(), "rating", id, "rating-given", at, rating);
        }
    }

    private void step(
            Deque<LoggedEvent> stream,
            UUID id,
            String type,
            Instant at,
            Map<String, Object> booking,
            String from,
            String to) {
        Map<String, Object> said = new HashMap<>(booking);
        if (!from.isEmpty()) {
            said.put("from", from);
        }
        said.put("to", to);
        if (chance.nextBoolean()) {
            said.put("turnaroundDue", at.plus(Duration.ofHours(chance.nextInt(100) - 50L)).toString());
        }
        add(stream, "booking", id, type, at, said);
    }

    private String next(String state) {
        return switch (state) {
            case "REQUESTED" -> any(List.of("REQUESTED", "ACCEPTED", "ACCEPTED", "DECLINED", "EXPIRED"));
            case "ACCEPTED" -> any(List.of("IN_PROGRESS", "IN_PROGRESS", "CANCELLED"));
            case "IN_PROGRESS" -> "REPORTED";
            case "REPORTED" -> any(List.of("COMPLETED", "DISPUTED"));
            case "DISPUTED", "COMPLETED" -> "REPORTED";
            default -> state;
        };
    }

    private static String type(String from, String to) {
        if (from.equals("IN_PROGRESS")) {
            return "booking-reported";
        }
        return to.equals("REPORTED") ? "booking-reissued" : "booking-stepped";
    }

    private void quote() {
        UUID id = id();
        Map<String, Object> said = Map.of(
                "enterpriseId", any(enterprises), "providerId", any(providers), "demandId", any(demands));
        Deque<LoggedEvent> stream = stream();
        Instant at = later(BEGIN);
        add(stream, "quote", id, "quote-requested", at, said);
        if (chance.nextBoolean()) {
            add(stream, "quote", id, any(List.of("quote-given", "quote-declined")), later(at), said);
            add(stream, "quote", id, "quote-revised", later(at), said);
        }
    }
}
