package org.qibroker.insight.count;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.qibroker.platform.http.Json;
import org.qibroker.resource.Closure;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceKind;
import org.qibroker.resource.ResourceMode;

/** Made-up opening hours, and times that bookings take: half of them slots, half of them whole days. */
final class RandomTimes {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Random chance;

    RandomTimes(Random chance) {
        this.chance = chance;
    }

    private Instant later(Instant than) {
        return than.plus(Duration.ofMinutes(chance.nextInt(60 * 24 * 20)));
    }

    /** What a booking that is agreed at a moment takes. */
    Map<String, Object> place(Instant at) {
        if (chance.nextBoolean()) {
            Instant start = later(at).truncatedTo(ChronoUnit.MINUTES);
            Instant end = start.plus(Duration.ofMinutes(30L + chance.nextInt(90)));
            return Map.of("slot", Map.of("start", start, "end", end), "zone", "Asia/Shanghai");
        }
        ZonedDateTime day = later(at).atZone(BERLIN).truncatedTo(ChronoUnit.DAYS);
        Instant end = day.plusDays(1L + chance.nextInt(2)).toInstant();
        return Map.of("slot", Map.of("start", day.toInstant(), "end", end), "zone", "Europe/Berlin");
    }

    /** What a resource is said to be at a moment. */
    Map<String, Object> stated(UUID id, UUID provider, Instant at) {
        LocalTime opens = LocalTime.of(chance.nextInt(12), 30 * chance.nextInt(2));
        List<OpeningHours> hours = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (chance.nextInt(3) > 0) {
                hours.add(new OpeningHours(day, opens, LocalTime.of(chance.nextInt(24), 0)));
            }
        }
        List<Closure> closures = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            Instant from = later(at);
            closures.add(new Closure(from, later(from).plusSeconds(60), null));
        }
        Resource resource = new Resource(
                id,
                provider,
                id,
                "r",
                ResourceKind.BENCH,
                ResourceMode.values()[chance.nextInt(ResourceMode.values().length)],
                1 + chance.nextInt(3),
                hours,
                closures,
                60,
                0,
                0,
                BERLIN,
                0,
                365,
                null,
                false,
                1);
        return Json.mapper().convertValue(resource, new TypeReference<Map<String, Object>>() {});
    }
}
