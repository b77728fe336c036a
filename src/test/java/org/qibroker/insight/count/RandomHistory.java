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
    private final RandomTimes times;
    private final List<Stream> streams = new ArrayList<>();
    private final List<UUID> enterprises = new ArrayList<>();
    private final List<UUID> providers = new ArrayList<>();
    private final List<UUID> demands = new ArrayList<>();
    private final List<UUID> wishes = new ArrayList<>();

    RandomHistory(long seed) {
        this.chance = new Random(seed);
        this.times = new RandomTimes(chance);
        for (int i = 0; i < 4; i++) {
            enterprises.add(organisation());
        }
        providers.add(id());
        providers.add(organisation());
        for (int i = 0; i < 3; i++) {
            resource();
        }
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
            Stream stream = streams.get(chance.nextInt(streams.size()));
            LoggedEvent next = stream.events.remove();
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
            if (stream.events.isEmpty()) {
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

    private Stream stream(String kind, UUID id) {
        Stream stream = new Stream(kind, id, new ArrayDeque<>());
        streams.add(stream);
        return stream;
    }

    private record Stream(String kind, UUID id, Deque<LoggedEvent> events) {
        void add(String type, Instant at, Map<String, Object> data) {
            JsonNode json = Json.mapper().valueToTree(data);
            long sequence = events.size() + 1L;
            events.add(new LoggedEvent(0, kind, id, sequence, type, null, null, "", Set.of(), at, json));
        }
    }

    private UUID organisation() {
        UUID id = id();
        Stream stream = stream("organisation", id);
        stream.add("organisation-registered", BEGIN, Map.of("district", any(List.of("310101", "310117", ""))));
        for (int i = chance.nextInt(3); i > 0; i--) {
            Map<String, Object> said = new HashMap<>();
            said.put("industry", any(List.of("biomedicine", "automotive")));
            if (chance.nextBoolean()) {
                said.put("size", any(List.of("MICRO", "LARGE")));
            }
            stream.add("organisation-profiled", later(BEGIN), said);
        }
        if (chance.nextInt(3) == 0) {
            Map<String, Object> moved = Map.of("district", any(List.of("310104", "")));
            stream.add("organisation-district-changed", later(BEGIN), moved);
        }
        stream("visit", id()).add("visit-made", later(BEGIN), Map.of("enterpriseId", id));
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
            wishes.add(item);
            String family = any(FAMILIES);
            items.add(Map.of("id", item, "family", family));
            Map<String, Object> outcome = new HashMap<>(Map.of("itemId", item, "family", family));
            if (chance.nextBoolean()) {
                String type = any(TYPES);
                outcome.put(
                        "gap", chance.nextInt(4) == 0 ? Map.of("reason", "x") : Map.of("type", type, "reason", "x"));
                corrections(item);
            } else {
                outcome.put("shown", chance.nextBoolean() ? providers : List.of(any(providers)));
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
        Stream stream = stream("demand", demand);
        stream.add("demand-submitted", at, said);
        if (chance.nextInt(4) == 0) {
            stream.add("demand-closed", later(at), said);
        }
        stream("match", demand)
                .add("match-made", at, Map.of("demandId", demand, "enterpriseId", enterprise, "items", outcomes));
    }

    private void corrections(UUID item) {
        if (chance.nextBoolean()) {
            Stream stream = stream("gap", item);
            for (int i = 1 + chance.nextInt(2); i > 0; i--) {
                Map<String, Object> said = new HashMap<>(Map.of("demandItemId", item));
                if (chance.nextBoolean()) {
                    said.put("type", any(TYPES));
                }
                stream.add("gap-corrected", later(BEGIN), said);
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
            said.put("demandItemIds", List.of(any(wishes), any(wishes)));
        }
        Stream stream = stream("booking", id);
        Instant at = later(BEGIN);
        String state = chance.nextInt(5) == 0 ? "ACCEPTED" : "REQUESTED";
        step(stream, at, said, "", state);
        for (int i = chance.nextInt(7); i > 0; i--) {
            at = later(at);
            String next = next(state);
            step(stream, at, said, state, next);
            state = next;
        }
        if (chance.nextBoolean()) {
            Map<String, Object> rating = new HashMap<>(Map.of(
                    "enterpriseId", said.get("enterpriseId"), "providerId", said.get("providerId"), "service", 5));
            rating.put("punctuality", 1 + chance.nextInt(5));
            rating.put("clarity", 1 + chance.nextInt(5));
            stream("rating", id).add("rating-given", at, rating);
        }
    }

    private void step(Stream stream, Instant at, Map<String, Object> booking, String from, String to) {
        Map<String, Object> said = new HashMap<>(booking);
        if (!from.isEmpty()) {
            said.put("from", from);
        }
        said.put("to", to);
        if (chance.nextInt(3) > 0) {
            said.put("pieces", 1 + chance.nextInt(4));
            said.put("place", times.place(at));
        }
        if (chance.nextBoolean()) {
            long hours = chance.nextInt(100) - 50L;
            said.put("turnaroundDue", at.plus(Duration.ofHours(hours)).toString());
        }
        stream.add(type(from, to), at, said);
    }

    /** A resource where no day is worked for another, whose clocks change. */
    private void resource() {
        UUID id = id();
        UUID provider = any(providers);
        Stream stream = stream("resource", id);
        Instant at = later(BEGIN);
        stream.add("resource-created", at, times.stated(id, provider, at));
        for (int i = chance.nextInt(3); i > 0; i--) {
            at = later(at);
            stream.add("resource-changed", at, times.stated(id, provider, at));
        }
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
        if (from.isEmpty()) {
            return to.equals("ACCEPTED") ? "booking-awarded" : "booking-requested";
        }
        if (from.equals("IN_PROGRESS")) {
            return "booking-reported";
        }
        return to.equals("REPORTED") ? "booking-reissued" : "booking-stepped";
    }

    private void quote() {
        UUID id = id();
        Map<String, Object> said =
                Map.of("enterpriseId", any(enterprises), "providerId", any(providers), "demandId", any(demands));
        Stream stream = stream("quote", id);
        Instant at = later(BEGIN);
        stream.add("quote-requested", at, said);
        if (chance.nextBoolean()) {
            stream.add(any(List.of("quote-given", "quote-declined")), later(at), said);
            stream.add("quote-revised", later(at), said);
        }
    }
}
