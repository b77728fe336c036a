package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** What can be booked, and when. */
public final class Resources {
    private static final int MOST_DAYS = 92;
    private static final int MOST = 1000;

    private final Platform platform;
    private final Workplaces workplaces;

    /** Resources that stand at these sites. */
    public Resources(Platform platform, Workplaces workplaces) {
        this.platform = platform;
        this.workplaces = workplaces;
    }

    /** The caller's own resources, the oldest first. */
    public Future<Page<Resource>> list(PageRequest page, Caller caller) {
        UUID provider = caller.organisation();
        @Nullable
        UUID after = page.cursor() == null
                ? null
                : UUID.fromString(Cursor.parts(page.cursor(), 1).get(0));
        return platform.database()
                .read(client -> ResourceRepository.ofProvider(client, provider, after, page.limit() + 1))
                .map(found -> page(found, page.limit()));
    }

    private static Page<Resource> page(List<Resource> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null, null);
        }
        List<Resource> part = found.subList(0, limit);
        return new Page<>(part, Cursor.of(part.get(limit - 1).id()), null);
    }

    /** All resources of a provider, whoever asks, the oldest first. */
    public Future<List<Resource>> ofProvider(UUID provider) {
        return platform.database().read(client -> ResourceRepository.ofProvider(client, provider, null, MOST));
    }

    /** All resources whose idle hours are open to others, whoever's they are. */
    public Future<List<Resource>> shared() {
        return platform.database().read(ResourceRepository::shared);
    }

    /** A resource, whoever asks; fails with NOT_FOUND. */
    public Future<Resource> get(UUID id) {
        return platform.database()
                .read(client -> ResourceRepository.find(client, id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("resource")));
    }

    /** A resource of the caller's; fails with NOT_FOUND, for those of others too. */
    public Future<Resource> own(UUID id, Caller caller) {
        return get(id).map(resource -> {
            if (!caller.belongsTo(resource.providerId())) {
                throw Refusal.notFound("resource");
            }
            return resource;
        });
    }

    /** The sites at which the caller can have resources, the main site first. */
    public List<Workplaces.Workplace> workplaces(Caller caller) {
        return workplaces.of(caller.organisation());
    }

    /** Makes something of the caller's bookable. */
    public Future<Resource> create(ResourceDraft draft, Caller caller) {
        Resource resource = checked(platform.ids().next(), 1, draft, caller);
        return platform.database()
                .transaction(tx -> ResourceRepository.insert(tx, resource)
                        .compose(done -> ResourceRepository.provideUnits(tx, resource, platform.ids()))
                        .compose(done -> log(tx, "resource-created", resource, caller)))
                .map(done -> resource);
    }

    /**
     * Changes a resource of the caller's. What is booked stays booked, in units out of service too; fails with STALE if
     * the resource has changed since that version.
     */
    public Future<Resource> update(UUID id, long version, ResourceDraft draft, Caller caller) {
        return own(id, caller)
                .map(known -> checked(id, version + 1, draft, caller))
                .compose(resource -> store(resource, caller));
    }

    private Future<Resource> store(Resource resource, Caller caller) {
        return platform.database()
                .transaction(tx -> ResourceRepository.update(tx, resource)
                        .compose(updated -> updated ? Future.succeededFuture() : Future.failedFuture(Refusal.stale()))
                        .compose(done -> ResourceRepository.provideUnits(tx, resource, platform.ids()))
                        .compose(done -> log(tx, "resource-changed", resource, caller)))
                .map(done -> resource);
    }

    private Resource checked(UUID id, long version, ResourceDraft draft, Caller caller) {
        UUID provider = caller.organisation();
        ZoneId zone = DraftRules.check(draft, workplaces.of(provider));
        return new Resource(
                id,
                provider,
                draft.siteId(),
                draft.name().strip(),
                draft.capacity(),
                draft.openingHours(),
                draft.closuresOrNone(),
                draft.slotMinutes(),
                draft.before(),
                draft.after(),
                zone,
                Boolean.TRUE.equals(draft.sharedIdle()),
                version);
    }

    private Future<Void> log(SqlConnection tx, String type, Resource resource, Caller caller) {
        Set<UUID> parties = Set.of(resource.providerId());
        return platform.events()
                .append(tx, new Change("resource", resource.id(), type, caller, parties, resource))
                .mapEmpty();
    }

    /**
     * The slots that start on the days from one to another, both included, and have not started yet, with the places
     * left in each; fails with BAD_INPUT for more than 92 days.
     */
    public Future<List<FreeSlot>> availability(UUID id, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            return Future.failedFuture(Refusal.badInput("/to", "days-asked", MOST_DAYS));
        }
        Instant now = platform.clock().instant();
        return get(id).compose(resource -> free(resource, upcoming(resource, from, to, now), now));
    }

    private List<Slot> upcoming(Resource resource, LocalDate from, LocalDate to, Instant now) {
        return SlotRules.slots(resource, from, to, platform.calendar()).stream()
                .filter(slot -> slot.start().isAfter(now))
                .toList();
    }

    private Future<List<FreeSlot>> free(Resource resource, List<Slot> slots, Instant now) {
        if (slots.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Slot first = resource.taken(slots.get(0));
        Slot whole = new Slot(
                first.start(), resource.taken(slots.get(slots.size() - 1)).end());
        return platform.database()
                .read(client -> AllocationRepository.taken(client, resource.id(), whole, now))
                .map(taken -> slots.stream()
                        .map(slot -> offered(resource, slot, taken))
                        .toList());
    }

    private static FreeSlot offered(Resource resource, Slot slot, List<List<Slot>> taken) {
        return new FreeSlot(
                slot.start().atZone(resource.zone()).toOffsetDateTime(),
                slot.end().atZone(resource.zone()).toOffsetDateTime(),
                SlotRules.free(resource, slot, taken));
    }
}
