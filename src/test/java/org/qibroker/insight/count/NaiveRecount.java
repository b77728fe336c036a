package org.qibroker.insight.count;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qibroker.platform.events.LoggedEvent;

/** Counts a history from the beginning, in two passes, without a database: first who is who, then what counts. */
final class NaiveRecount {
    private static final List<Integer> STEPS =
            List.of(1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 36, 48, 72, 96, 120, 168, 240, 336, 720);

    private final Map<String, JsonNode> registered = new HashMap<>();
    private final Map<String, JsonNode> profiled = new HashMap<>();
    private final Map<String, JsonNode> demands = new HashMap<>();
    private final Map<String, LoggedEvent> bookings = new HashMap<>();
    private final Map<String, LoggedEvent> quotes = new HashMap<>();
    private final Map<String, String> corrected = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final Set<String> over = new LinkedHashSet<>();
    private final Set<String> counted = new LinkedHashSet<>();
    private final Map<String, Long> cells = new TreeMap<>();

    private NaiveRecount() {}

    private record Counting(String family, int bucket, long n) {}

    /** What every sum should be: {@code dimension|measure|month|key|district|family|bucket} and n. */
    static Map<String, Long> of(List<LoggedEvent> events) {
        NaiveRecount recount = new NaiveRecount();
        events.forEach(recount::learn);
        events.forEach(recount::count);
        NaiveCapacity.of(events, recount::capacity);
        recount.cells.values().removeIf(n -> n == 0);
        return recount.cells;
    }

    private void learn(LoggedEvent event) {
        String id = event.stream().toString();
        if (event.kind().equals("booking")) {
            states.put(id, event.data().path("to").asText());
        }
        switch (event.type()) {
            case "demand-closed" -> over.add(id);
            case "organisation-registered", "organisation-district-changed" -> registered.put(id, event.data());
            case "organisation-profiled" -> profiled.put(id, event.data());
            case "demand-submitted" -> demands.put(id, event.data());
            case "booking-requested", "booking-awarded" -> bookings.put(id, event);
            case "quote-requested" -> quotes.put(id, event);
            case "gap-corrected" ->
                corrected.put(
                        event.data().path("demandItemId").asText(),
                        event.data().path("type").asText(""));
            default -> {}
        }
    }

    private void count(LoggedEvent event) {
        JsonNode data = event.data();
        String id = event.stream().toString();
        switch (event.kind()) {
            case "visit" -> add(event, "VISIT", id, new Counting("", 0, 1));
            case "demand" -> demand(event, data, id);
            case "match" -> data.path("items").forEach(item -> item(event, item));
            case "rating" -> {
                add(event, "RATED", id, new Counting(family(id), 0, 1));
                add(
                        event,
                        "RATING_THIRDS",
                        id,
                        new Counting(
                                family(id),
                                0,
                                5
                                        + data.path("punctuality").asLong()
                                        + data.path("clarity").asLong()));
            }
            case "quote" -> {
                if (event.sequence() == 2) {
                    add(
                            event,
                            "ANSWERED",
                            id,
                            new Counting("", step(quotes.get(id).at(), event.at()), 1));
                }
            }
            case "booking" -> booking(event, data, id);
            default -> {}
        }
    }

    private void demand(LoggedEvent event, JsonNode data, String id) {
        if (event.type().equals("demand-submitted")) {
            add(event, "DEMAND", id, new Counting(data.at("/items/0/family").asText(), 0, 1));
        }
    }

    private String family(String booking) {
        return bookings.containsKey(booking)
                ? bookings.get(booking).data().path("family").asText()
                : "";
    }

    private void item(LoggedEvent event, JsonNode item) {
        String id = item.path("itemId").asText();
        String family = item.path("family").asText();
        add(event, "ITEM", id, new Counting(family, 0, 1));
        if (item.has("gap")) {
            String type = corrected.getOrDefault(id, item.at("/gap/type").asText(""));
            add(
                    event,
                    "UNMET",
                    id,
                    new Counting(
                            family,
                            List.of("", "UNCERTAINTY", "CAPABILITY", "STANDARD").indexOf(type),
                            1));
        } else {
            add(event, "MATCHED", id, new Counting(family, 0, 1));
            add(event, "UNBOOKED", id, new Counting(family, 0, served(event, id) ? 0 : 1));
        }
        for (int i = 0; i < item.path("shown").size(); i++) {
            String provider = item.path("shown").get(i).asText();
            addFor(provider, event, "SHOWN", id + provider, new Counting(family, 0, 1));
            if (i == 0) {
                addFor(provider, event, "SHOWN_FIRST", id, new Counting(family, 0, 1));
            }
        }
    }

    private boolean served(LoggedEvent match, String item) {
        return over.contains(match.data().path("demandId").asText())
                || bookings.entrySet().stream()
                        .filter(booking -> booking.getValue()
                                .data()
                                .path("demandItemIds")
                                .toString()
                                .contains(item))
                        .anyMatch(booking ->
                                !List.of("DECLINED", "EXPIRED", "CANCELLED").contains(states.get(booking.getKey())));
    }

    private void booking(LoggedEvent event, JsonNode data, String id) {
        String family = data.path("family").asText();
        String change = data.path("from").asText("") + ">" + data.path("to").asText();
        if (change.startsWith(">")) {
            add(event, "REQUESTED", id, new Counting(family, 0, 1));
        }
        if (change.equals("REQUESTED>ACCEPTED") || change.equals("REQUESTED>DECLINED")) {
            add(
                    event,
                    "ANSWERED",
                    id,
                    new Counting(family, step(bookings.get(id).at(), event.at()), 1));
        }
        if (change.equals(">ACCEPTED") || change.equals("REQUESTED>ACCEPTED")) {
            add(event, "BOOKED", id, new Counting(family, 0, 1));
        }
        if (change.endsWith(">COMPLETED")) {
            add(event, "COMPLETED", id, new Counting(family, 0, 1));
        }
        if (change.endsWith(">DISPUTED")) {
            add(event, "DISPUTED", id, new Counting(family, 0, 1));
        }
        if (event.type().equals("booking-reported")) {
            add(event, "REPORTED", id, new Counting(family, 0, 1));
            if (data.has("turnaroundDue")) {
                add(event, "DUE", id, new Counting(family, 0, 1));
                if (!event.at().isAfter(Instant.parse(data.path("turnaroundDue").asText()))) {
                    add(event, "ON_TIME", id, new Counting(family, 0, 1));
                }
            }
        }
    }

    private static int step(Instant from, Instant to) {
        long minutes = Duration.between(from, to).toMinutes();
        return STEPS.stream()
                .filter(hours -> minutes <= hours * 60L)
                .findFirst()
                .orElse(1000);
    }

    private void add(LoggedEvent event, String measure, String subject, Counting as) {
        addFor(event.data().path("providerId").asText(""), event, measure, subject, as);
    }

    private void addFor(String provider, LoggedEvent event, String measure, String subject, Counting as) {
        if (!counted.add(measure + subject)) {
            return;
        }
        JsonNode data = event.data();
        String enterprise = data.path("enterpriseId").asText();
        String month = event.at()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDate()
                .withDayOfMonth(1)
                .toString();
        Set<String> programmes = new LinkedHashSet<>();
        JsonNode demand = demands.get(demand(event, data));
        if (demand != null) {
            demand.path("programmes").forEach(programme -> programmes.add("PROGRAMME=" + programme.asText()));
        }
        cells(measure + "|" + month, enterprise, dimensions(enterprise, provider, programmes), as);
    }

    /** Minutes of a provider in a month. */
    private void capacity(String measureAndMonth, String provider, String family, long minutes) {
        cells(measureAndMonth, provider, dimensions(provider, provider, Set.of()), new Counting(family, 0, minutes));
    }

    private void cells(String measureAndMonth, String enterprise, List<String> dimensions, Counting as) {
        String district = registered.containsKey(enterprise)
                ? registered.get(enterprise).path("district").asText("")
                : "";
        for (String dimension : dimensions) {
            String[] parts = dimension.split("=", -1);
            String counted = String.join("|", parts[0], measureAndMonth, parts[1]);
            cells.merge(counted + "|" + district + "|" + as.family() + "|" + as.bucket(), as.n(), Long::sum);
            cells.merge(counted + "|*|*|" + as.bucket(), as.n(), Long::sum);
        }
    }

    private List<String> dimensions(String enterprise, String provider, Set<String> programmes) {
        List<String> all = new ArrayList<>(List.of("ALL="));
        JsonNode profile = profiled.get(enterprise);
        all.add("INDUSTRY=" + (profile == null ? "" : profile.path("industry").asText("")));
        all.add("SIZE=" + (profile == null ? "" : profile.path("size").asText("")));
        all.add("SCENARIO=");
        all.addAll(programmes.isEmpty() ? Set.of("PROGRAMME=") : programmes);
        if (!provider.isEmpty()) {
            all.add("PROVIDER=" + provider);
        }
        return all;
    }

    private String demand(LoggedEvent event, JsonNode data) {
        return switch (event.kind()) {
            case "demand" -> event.stream().toString();
            case "rating" ->
                bookings.containsKey(event.stream().toString())
                        ? bookings.get(event.stream().toString())
                                .data()
                                .path("demandId")
                                .asText("")
                        : "";
            default -> data.path("demandId").asText("");
        };
    }
}
