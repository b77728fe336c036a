package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.Cursor;
import org.qibroker.resource.offer.FreeSlot;
import org.qibroker.resource.offer.SlotRules;
import org.qibroker.resource.place.Occupied;
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
    private final Changing changing;

    /** Resources that stand at these sites. */
    public Resources(Platform platform, Workplaces workplaces) {
        this.platform = platform;
        this.workplaces = workplaces;
        this.changing = new Changing(platform);
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
                        .compose(done -> OccupancyRepository.overdue(tx, resource, resource.overdueFrom()))
                        .compose(done -> log(tx, "resource-created", resource, caller)))
                .map(done -> resource);
    }

    /**
     * Changes a resource of the caller's. What is booked stays booked: what is on a unit that goes out of service moves
     * to another that is free. Fails with STALE if the resource has changed since that version, with CONFLICT
     * {@code breaks-bookings} if the change would break bookings or holds that the draft does not name as exceptions;
     * work while the calibration is overdue cannot be one.
     */
    public Future<Resource> update(UUID id, long version, ResourceDraft draft, Caller caller) {
        return own(id, caller)
                .map(known -> checked(id, version + 1, draft, caller))
                .compose(resource -> platform.database()
                        .transaction(tx -> changing.change(tx, resource, draft.kept())
                                .compose(done -> log(tx, "resource-changed", resource, caller)))
                        .map(done -> resource));
    }

    /** What a change of a resource of the caller's would break; nothing is changed. Fails as the change would. */
    public Future<List<Break>> breaks(UUID id, long version, ResourceDraft draft, Caller caller) {
        return own(id, caller)
                .map(known -> checked(id, version + 1, draft, caller))
                .compose(changing::rehearse);
    }

    /** Closes a resource of the caller's for a time; fails as any change does. */
    public Future<Resource> close(UUID id, long version, Closure closure, Caller caller) {
        return own(id, caller).compose(known -> {
            List<Closure> closures =
                    Stream.concat(known.closures().stream(), Stream.of(closure)).toList();
            return update(id, version, ResourceDraft.of(known, closures), caller);
        });
    }

    /** Opens a resource of the caller's again in a closure, known by its beginning; fails as any change does. */
    public Future<Resource> reopen(UUID id, long version, Instant from, Caller caller) {
        return own(id, caller)
                .compose(known -> update(id, version, ResourceDraft.of(known, without(known, from)), caller));
    }

    /** Moves a closure, known by its beginning, to another beginning; fails as any change does. */
    public Future<Resource> moveClosure(UUID id, long version, Instant from, Instant to, Caller caller) {
        return own(id, caller).compose(known -> {
            Stream<Closure> moved = known.closures().stream()
                    .filter(closure -> closure.from().equals(from))
                    .map(closure -> closure.from(to));
            List<Closure> closures =
                    Stream.concat(without(known, from).stream(), moved).toList();
            return update(id, version, ResourceDraft.of(known, closures), caller);
        });
    }

    private static List<Closure> without(Resource resource, Instant from) {
        return resource.closures().stream()
                .filter(closure -> !closure.from().equals(from))
                .toList();
    }

    /** What is booked or held of a resource of the caller's within a time, by start. */
    public Future<List<Occupied>> occupied(Resource resource, Slot time) {
        Instant now = platform.clock().instant();
        return platform.database().read(client -> OccupancyRepository.within(client, resource.id(), time, now));
    }

    private Resource checked(UUID id, long version, ResourceDraft draft, Caller caller) {
        UUID provider = caller.organisation();
        ZoneId zone = DraftRules.check(draft, workplaces.of(provider));
        return new Resource(
                id,
                provider,
                draft.siteId(),
                draft.name().strip(),
                draft.kindOrBench(),
                draft.modeOrSlot(),
                draft.capacity(),
                draft.openingHours(),
                draft.closuresOrNone(),
                draft.minutes(),
                draft.before(),
                draft.after(),
                zone,
                draft.notice(),
                draft.horizon(),
                draft.calibrationDue(),
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
     * The slots that start on the days from one to another, both included, and can be had now, with the places left in
     * each; days where those are booked. Fails with BAD_INPUT for more than 92 days.
     */
    public Future<List<FreeSlot>> availability(UUID id, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            return Future.failedFuture(Refusal.badInput("/to", "days-asked", MOST_DAYS));
        }
        Instant now = platform.clock().instant();
        return get(id).compose(resource ->
                free(resource, SlotRules.bookable(resource, from, to, now, platform.calendar()), now));
    }

    private Future<List<FreeSlot>> free(Resource resource, List<Slot> slots, Instant now) {
        if (slots.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        if (resource.mode().wholeDays()) {
            return platform.database()
                    .read(client -> DayRepository.free(client, resource.id(), slots, now))
                    .map(free -> IntStream.range(0, slots.size())
                            .mapToObj(i -> offered(resource, slots.get(i), free.get(i)))
                            .toList());
        }
        Slot first = resource.taken(slots.get(0));
        Slot whole = new Slot(
                first.start(), resource.taken(slots.get(slots.size() - 1)).end());
        return platform.database()
                .read(client -> AllocationRepository.taken(client, resource.id(), whole, now))
                .map(taken -> slots.stream()
                        .map(slot -> offered(resource, slot, SlotRules.free(resource, slot, taken)))
                        .toList());
    }

    private static FreeSlot offered(Resource resource, Slot slot, int free) {
        return new FreeSlot(
                slot.start().atZone(resource.zone()).toOffsetDateTime(),
                slot.end().atZone(resource.zone()).toOffsetDateTime(),
                free);
    }
}
