package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingLog.Happened;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.machine.Case;
import org.qibroker.booking.order.AtOnce;
import org.qibroker.booking.order.AtOnce.Ask;
import org.qibroker.booking.order.BookingRequest;
import org.qibroker.booking.order.BundleFault;
import org.qibroker.booking.order.Ordering;
import org.qibroker.booking.order.Ordering.Prepared;
import org.qibroker.platform.Platform;
import org.qibroker.platform.database.OpenLimit;
import org.qibroker.platform.events.EventLog.Sealed;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.IdempotencyKey;
import org.qibroker.resource.Allocations;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;
import org.qibroker.resource.place.Claim;
import org.qibroker.resource.place.Taken;
import org.qibroker.shared.Caller;
import org.qibroker.shared.RegionTime;

/** Makes requests for bookings, one or several of which all are made or none. */
final class Requesting {
    private final Platform platform;
    private final Ordering ordering;
    private final Allocations allocations;
    private final BookingLog log;
    private final OpenLimit limit;
    private final AtOnce atOnce;

    Requesting(Platform platform, Ordering ordering, Allocations allocations) {
        this.platform = platform;
        this.ordering = ordering;
        this.allocations = allocations;
        this.log = new BookingLog(platform.events());
        this.limit = new OpenLimit(platform.settings().booking().openRequests(), "requests", ListRepository::waiting);
        this.atOnce = new AtOnce(platform);
    }

    /** One booking to be. */
    private record Wanted(int index, UUID id, Prepared prepared, @Nullable UUID hold, Instant due) {
        UUID resource() {
            return Objects.requireNonNull(prepared.resource()).id();
        }

        Instant start() {
            return prepared.slot() == null ? due : prepared.slot().start();
        }
    }

    /** A booking to be, with the place that is reserved for it. */
    private record Placed(Wanted wanted, Booking.@Nullable Place place) {}

    /** Who asks, and when. */
    record By(Caller caller, Instant now) {}

    /** Makes one booking under an id given before. */
    Future<Booking> one(UUID id, BookingRequest request, Caller caller, Instant now) {
        By by = new By(caller, now);
        return wanted(0, id, request, by)
                .compose(wanted -> platform.database().transaction(tx -> limit.keep(tx, caller.organisation(), 1, now)
                        .compose(within -> reserve(tx, wanted, by))
                        .compose(placed -> write(tx, placed, by))));
    }

    /**
     * Makes one booking, once for a key: in one statement where only a place of a slot is wanted.
     *
     * @param answer what is answered, and kept for the key
     */
    Future<ApiReply> once(IdempotencyKey key, BookingRequest request, By by, Function<Booking, ApiReply> answer) {
        UUID id = platform.ids().next();
        Supplier<Future<ApiReply>> longWay = () -> platform.idempotency()
                .once(key, () -> one(id, request, by.caller(), by.now()).map(answer));
        return Future.succeededFuture()
                .compose(any -> wanted(0, id, request, by))
                .compose(wanted -> oneSlot(wanted, by) ? ask(key, wanted, by, answer) : nothing())
                .transform(asked -> asked.succeeded() && asked.result().isPresent()
                        ? atOnce.write(asked.result().get(), longWay)
                        : longWay.get());
    }

    private static Future<Optional<Ask>> nothing() {
        return Future.succeededFuture(Optional.empty());
    }

    private boolean oneSlot(Wanted wanted, By by) {
        Resource resource = wanted.prepared().resource();
        return resource != null && wanted.hold() == null && allocations.oneSlot(claim(wanted, resource, by));
    }

    private Future<Optional<Ask>> ask(IdempotencyKey key, Wanted wanted, By by, Function<Booking, ApiReply> answer) {
        Resource resource = Objects.requireNonNull(wanted.prepared().resource());
        Slot slot = Objects.requireNonNull(wanted.prepared().slot());
        Placed placed = placed(wanted, resource, new Taken(platform.ids().next(), slot));
        return atOnce.number(by.now()).map(number -> {
            Booking booking = booking(number, placed, by);
            Sealed event = log.first(requested(booking), by.caller());
            return Optional.of(new Ask(key, booking, resource, event, answer.apply(booking), limit.farFromIt()));
        });
    }

    /**
     * Makes all bookings, under ids given before, or none. All places are taken before anything is written, and in one
     * order, so that two who want the same places never wait for each other.
     */
    Future<List<Booking>> all(List<UUID> ids, List<BookingRequest> requests, Caller caller, Instant now) {
        By by = new By(caller, now);
        List<Future<Wanted>> prepared = IntStream.range(0, requests.size())
                .mapToObj(i -> wanted(i, ids.get(i), requests.get(i), by)
                        .recover(failure -> Future.failedFuture(BundleFault.of(failure, i, null))))
                .toList();
        return Future.all(prepared).compose(done -> {
            List<Wanted> all = prepared.stream().map(Future::result).toList();
            return platform.database().transaction(tx -> limit.keep(tx, caller.organisation(), all.size(), now)
                    .compose(within -> reserveAll(tx, all, by))
                    .compose(placed -> writeAll(tx, placed, by)));
        });
    }

    private Future<Wanted> wanted(int index, UUID id, BookingRequest request, By by) {
        return ordering.completed(request, by.caller())
                .compose(whole -> ordering.prepare(whole, by.caller(), by.now(), platform.calendar()))
                .map(prepared -> new Wanted(index, id, prepared, request.holdId(), due(prepared.slot(), by.now())));
    }

    private Instant due(@Nullable Slot slot, Instant now) {
        Instant answer = platform.calendar().plusWorkdays(now, Case.ANSWER_DAYS, RegionTime.ZONE);
        return slot == null ? answer : earlier(answer, slot.start());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Future<List<Placed>> reserveAll(SqlConnection tx, List<Wanted> all, By by) {
        List<Wanted> ordered = all.stream()
                .filter(wanted -> wanted.prepared().resource() != null)
                .sorted(Comparator.comparing(Wanted::resource)
                        .thenComparing(Wanted::start)
                        .thenComparing(Wanted::index))
                .toList();
        List<UUID> resources = ordered.stream().map(Wanted::resource).distinct().toList();
        List<Placed> placed = new ArrayList<>();
        Future<Void> last = allocations.takeTurns(tx, resources);
        for (Wanted wanted : ordered) {
            last = last.compose(before -> reserve(tx, wanted, by)
                    .recover(failure -> Future.failedFuture(BundleFault.of(failure, wanted.index(), wanted.prepared())))
                    .map(place -> kept(placed, place)));
        }
        return last.map(done -> {
            all.stream()
                    .filter(wanted -> wanted.prepared().resource() == null)
                    .forEach(wanted -> placed.add(new Placed(wanted, null)));
            placed.sort(Comparator.comparingInt(place -> place.wanted().index()));
            return placed;
        });
    }

    private static @Nullable Void kept(List<Placed> placed, Placed place) {
        placed.add(place);
        return null;
    }

    private Future<List<Booking>> writeAll(SqlConnection tx, List<Placed> placed, By by) {
        List<Booking> bookings = new ArrayList<>();
        Future<Booking> last = null;
        for (Placed place : placed) {
            last = last == null ? write(tx, place, by) : last.compose(before -> write(tx, place, by));
            last = last.onSuccess(bookings::add);
        }
        return Objects.requireNonNull(last).map(bookings);
    }

    private Future<Placed> reserve(SqlConnection tx, Wanted wanted, By by) {
        Resource resource = wanted.prepared().resource();
        if (resource == null) {
            return Future.succeededFuture(new Placed(wanted, null));
        }
        Claim claim = claim(wanted, resource, by);
        UUID hold = wanted.hold();
        Future<Taken> allocation =
                hold == null ? allocations.allocate(tx, claim) : allocations.takeHold(tx, hold, claim);
        return allocation.map(taken -> placed(wanted, resource, taken));
    }

    private static Claim claim(Wanted wanted, Resource resource, By by) {
        return new Claim(
                resource,
                wanted.prepared().slot(),
                wanted.prepared().order().pieces(),
                by.caller().organisation(),
                wanted.id(),
                wanted.due());
    }

    private static Placed placed(Wanted wanted, Resource resource, Taken taken) {
        Booking.Place place = new Booking.Place(
                resource.id(), resource.name(), taken.slot(), wanted.prepared().zone(), taken.id());
        return new Placed(wanted, place);
    }

    private Future<Booking> write(SqlConnection tx, Placed placed, By by) {
        return BookingRepository.nextNumber(tx, by.now())
                .map(number -> booking(number, placed, by))
                .compose(booking -> BookingRepository.insert(tx, booking)
                        .compose(done -> log.append(tx, requested(booking), by.caller()))
                        .map(booking));
    }

    private static Booking booking(String number, Placed placed, By by) {
        Prepared prepared = placed.wanted().prepared();
        Progress requested = new Progress(
                BookingState.REQUESTED,
                Due.NOTHING.withResponse(placed.wanted().due()),
                Progress.Waiting.NONE,
                Progress.Drafting.NONE,
                null,
                null);
        return new Booking(
                placed.wanted().id(),
                number,
                prepared.parties(),
                prepared.order(),
                placed.place(),
                requested,
                List.of(),
                1,
                by.now());
    }

    private static Happened requested(Booking booking) {
        return new Happened(null, booking, "booking-requested", Actor.ENTERPRISE, null);
    }
}
