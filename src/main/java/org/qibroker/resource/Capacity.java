package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.resource.offer.FreeDays;
import org.qibroker.resource.offer.SlotRules;

/**
 * What capacity is left, kept in memory: what an event of a booking or a resource touches is read again at once, all of
 * it every half minute, since holds come and go without one. Safe to use from any thread.
 */
public final class Capacity {
    private static final int DAYS_AHEAD = 92;
    private static final Duration ALL_AGAIN = Duration.ofSeconds(30);

    private final Platform platform;
    private final Set<UUID> touched = new HashSet<>();
    private FreeDays known = FreeDays.NONE;
    private Instant allReadAt = Instant.MIN;
    private boolean reading;

    /** The capacity of all resources in this database. */
    public Capacity(Platform platform) {
        this.platform = platform;
        platform.feed().subscribe("booking", event -> touch(event.stream()));
        platform.feed().subscribe("resource", event -> touch(event.stream()));
    }

    private synchronized void touch(UUID stream) {
        touched.add(stream);
    }

    /** The free days as they are known now, at most half a minute old; read first where something has changed. */
    public Future<FreeDays> freeDays() {
        Instant now = platform.clock().instant();
        List<UUID> changed;
        boolean all;
        synchronized (this) {
            all = allReadAt.isAfter(now) || allReadAt.isBefore(now.minus(ALL_AGAIN));
            boolean first = known.equals(FreeDays.NONE);
            if ((!all && touched.isEmpty()) || (reading && !first)) {
                return Future.succeededFuture(known);
            }
            changed = List.copyOf(touched);
            touched.clear();
            reading = true;
        }
        return platform.database()
                .read(client -> read(client, all ? null : changed, now))
                .map(found -> learn(found, all, now))
                .onComplete(done -> finished(done.succeeded() ? List.of() : changed));
    }

    private synchronized void finished(List<UUID> again) {
        reading = false;
        touched.addAll(again);
    }

    private Future<Map<UUID, FreeDays.Places>> read(SqlClient client, @Nullable List<UUID> changed, Instant now) {
        Slot ahead = new Slot(now, now.plus(Duration.ofDays(DAYS_AHEAD + 2)));
        return ResourceRepository.touched(client, changed)
                .compose(resources -> AllocationRepository.taken(client, ids(resources), ahead, now)
                        .compose(taken -> platform.vertx().executeBlocking(() -> free(resources, taken, now), false)));
    }

    private static List<UUID> ids(List<Resource> resources) {
        return resources.stream().map(Resource::id).toList();
    }

    private Map<UUID, FreeDays.Places> free(List<Resource> resources, Map<UUID, List<List<Slot>>> taken, Instant now) {
        Map<UUID, FreeDays.Places> free = new HashMap<>();
        for (Resource resource : resources) {
            LocalDate today = now.atZone(resource.zone()).toLocalDate();
            List<List<Slot>> units = taken.getOrDefault(resource.id(), List.of());
            NavigableMap<LocalDate, Integer> days = new TreeMap<>();
            for (Slot slot :
                    SlotRules.bookable(resource, today, today.plusDays(DAYS_AHEAD), now, platform.calendar())) {
                int places = SlotRules.free(resource, slot, units);
                if (places > 0) {
                    days.merge(slot.start().atZone(resource.zone()).toLocalDate(), places, Integer::sum);
                }
            }
            free.put(resource.id(), new FreeDays.Places(resource.mode().wholeDays(), days));
        }
        return free;
    }

    private synchronized FreeDays learn(Map<UUID, FreeDays.Places> found, boolean all, Instant now) {
        Map<UUID, FreeDays.Places> days = all ? new HashMap<>() : new HashMap<>(known.places());
        days.putAll(found);
        known = new FreeDays(days, now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_AHEAD - 1));
        allReadAt = all ? now : allReadAt;
        return known;
    }
}
