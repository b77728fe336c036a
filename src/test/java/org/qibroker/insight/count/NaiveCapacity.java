package org.qibroker.insight.count;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.qibroker.platform.events.LoggedEvent;

/** Counts capacity day by day and minute by minute. */
final class NaiveCapacity {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private NaiveCapacity() {}

    /** Takes minutes of a measure and month, provider and family. */
    interface Cells {
        void add(String measureAndMonth, String provider, String family, long minutes);
    }

    static void of(List<LoggedEvent> events, Cells cells) {
        Map<UUID, List<LoggedEvent>> resources = new LinkedHashMap<>();
        Map<UUID, LoggedEvent> places = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            if (event.kind().equals("resource")) {
                resources
                        .computeIfAbsent(event.stream(), none -> new ArrayList<>())
                        .add(event);
            }
            String to = event.data().path("to").asText();
            if (event.kind().equals("booking")
                    && List.of("DECLINED", "EXPIRED", "CANCELLED").contains(to)) {
                places.remove(event.stream());
            } else if (event.kind().equals("booking") && to.equals("ACCEPTED")) {
                places.put(event.stream(), event);
            }
        }
        resources.values().forEach(stated -> offered(stated, cells));
        places.values().stream().filter(event -> event.data().has("place")).forEach(event -> used(event, cells));
    }

    private static void used(LoggedEvent event, Cells cells) {
        JsonNode slot = event.data().at("/place/slot");
        Instant start = Instant.parse(slot.path("start").asText());
        Instant end = Instant.parse(slot.path("end").asText());
        boolean days = event.data().at("/place/zone").asText().equals("Europe/Berlin");
        long minutes = days
                ? 480 * event.data().path("pieces").asLong()
                : Duration.between(start, end).toMinutes();
        LocalDate month = start.atZone(SHANGHAI).toLocalDate().withDayOfMonth(1);
        cells.add(
                "USED|" + month,
                event.data().path("providerId").asText(),
                event.data().path("family").asText(),
                minutes);
    }

    private static void offered(List<LoggedEvent> stated, Cells cells) {
        TreeMap<LocalDate, JsonNode> from = new TreeMap<>();
        stated.forEach(event -> from.put(event.at().atZone(BERLIN).toLocalDate(), event.data()));
        LocalDate end = from.lastKey().withDayOfMonth(1).plusMonths(36);
        for (LocalDate day = from.firstKey(); day.isBefore(end); day = day.plusDays(1)) {
            JsonNode resource = from.floorEntry(day).getValue();
            cells.add(
                    "OFFERED|" + day.withDayOfMonth(1),
                    resource.path("providerId").asText(),
                    "",
                    minutes(resource, day) * resource.path("capacity").asLong());
        }
    }

    private static long minutes(JsonNode resource, LocalDate day) {
        long seconds = 0;
        for (JsonNode hours : resource.path("openingHours")) {
            if (DayOfWeek.valueOf(hours.path("day").asText()) == day.getDayOfWeek()) {
                LocalTime opens = LocalTime.parse(hours.path("from").asText());
                LocalTime closes = LocalTime.parse(hours.path("to").asText());
                LocalDate last = closes.isAfter(opens) ? day : day.plusDays(1);
                seconds += open(
                        resource.path("closures"),
                        ZonedDateTime.of(day, opens, BERLIN).toInstant(),
                        ZonedDateTime.of(last, closes, BERLIN)
                                .withLaterOffsetAtOverlap()
                                .toInstant());
            }
        }
        long minutes = seconds / 60;
        return minutes > 0 && !resource.path("mode").asText().equals("SLOT") ? 480 : minutes;
    }

    private static long open(JsonNode closures, Instant opens, Instant closes) {
        List<Instant> marks = new ArrayList<>(List.of(opens, closes));
        closures.forEach(closure -> marks.add(Instant.parse(closure.path("from").asText())));
        closures.forEach(closure -> marks.add(Instant.parse(closure.path("to").asText())));
        List<Instant> within = marks.stream()
                .filter(mark -> !mark.isBefore(opens) && !mark.isAfter(closes))
                .sorted()
                .toList();
        long seconds = 0;
        for (int i = 1; i < within.size(); i++) {
            Instant begin = within.get(i - 1);
            if (!closed(closures, begin)) {
                seconds += Duration.between(begin, within.get(i)).toSeconds();
            }
        }
        return seconds;
    }

    private static boolean closed(JsonNode closures, Instant moment) {
        for (JsonNode closure : closures) {
            boolean begun = !moment.isBefore(Instant.parse(closure.path("from").asText()));
            if (begun && moment.isBefore(Instant.parse(closure.path("to").asText()))) {
                return true;
            }
        }
        return false;
    }
}
