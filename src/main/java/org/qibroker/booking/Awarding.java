package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.BookingLog.Happened;
import org.qibroker.booking.Progress.Due;
import org.qibroker.booking.order.Award;
import org.qibroker.booking.order.Ordering;
import org.qibroker.booking.order.Ordering.Prepared;
import org.qibroker.catalog.Price;
import org.qibroker.platform.Platform;
import org.qibroker.resource.Allocations;
import org.qibroker.resource.Resource;
import org.qibroker.resource.place.Claim;
import org.qibroker.shared.Caller;
import org.qibroker.shared.RegionTime;

/**
 * Makes bookings of offers that were taken: accepted from the start, at the price and for the day agreed. What needs a
 * place gets the first that is free and leaves the work done by that day; both sides can move it afterwards.
 */
final class Awarding {
    /** When a day's work is done. */
    private static final LocalTime CLOSE_OF_WORK = LocalTime.of(18, 0);

    private final Platform platform;
    private final Ordering ordering;
    private final Allocations allocations;
    private final BookingLog log;

    Awarding(Platform platform, Ordering ordering, Allocations allocations) {
        this.platform = platform;
        this.ordering = ordering;
        this.allocations = allocations;
        this.log = new BookingLog(platform.events());
    }

    /** Who awards, and when. */
    private record By(Caller caller, Instant now) {}

    /** One booking to be. */
    private record Agreed(UUID id, Award award, Prepared prepared) {}

    /** Makes all of them, in their order. Those who take places of the same resources come one after another. */
    Future<List<Booking>> all(SqlConnection tx, List<Award> awards, Caller caller, Instant now) {
        By by = new By(caller, now);
        List<Future<Agreed>> agreed =
                awards.stream().map(award -> agreed(award, by)).toList();
        return Future.all(agreed).compose(checked -> {
            List<Agreed> all = agreed.stream().map(Future::result).toList();
            return allocations.takeTurns(tx, resources(all)).compose(turn -> write(tx, all, by));
        });
    }

    private Future<Agreed> agreed(Award award, By by) {
        return ordering.agreed(award.order(), by.caller(), by.now(), platform.calendar())
                .map(prepared -> new Agreed(platform.ids().next(), award, prepared));
    }

    private static List<UUID> resources(List<Agreed> all) {
        return all.stream()
                .map(one -> one.prepared().resource())
                .filter(Objects::nonNull)
                .map(Resource::id)
                .distinct()
                .toList();
    }

    private Future<List<Booking>> write(SqlConnection tx, List<Agreed> all, By by) {
        List<Booking> made = new ArrayList<>();
        Future<Booking> last = Future.succeededFuture();
        for (Agreed one : all) {
            last = last.compose(before -> place(tx, one, by))
                    .compose(place -> write(tx, one, place, by))
                    .onSuccess(made::add);
        }
        return last.map(made);
    }

    private Future<Booking.@Nullable Place> place(SqlConnection tx, Agreed agreed, By by) {
        Resource resource = agreed.prepared().resource();
        if (resource == null) {
            return Future.succeededFuture();
        }
        int pieces = agreed.prepared().order().pieces();
        Claim claim = new Claim(resource, null, pieces, by.caller().organisation(), agreed.id(), null);
        return allocations
                .first(tx, claim, agreed.award().finishBy())
                .map(taken -> new Booking.Place(
                        resource.id(),
                        resource.name(),
                        taken.slot(),
                        agreed.prepared().zone(),
                        taken.id()));
    }

    private Future<Booking> write(SqlConnection tx, Agreed agreed, Booking.@Nullable Place place, By by) {
        return BookingRepository.nextNumber(tx, by.now())
                .map(number -> booking(number, agreed, place, by))
                .compose(booking -> BookingRepository.insert(tx, booking)
                        .compose(done -> log.append(
                                tx,
                                new Happened(null, booking, "booking-awarded", Actor.ENTERPRISE, null),
                                by.caller()))
                        .map(booking));
    }

    private static Booking booking(String number, Agreed agreed, Booking.@Nullable Place place, By by) {
        Booking.Terms terms = new Booking.Terms(Price.Kind.FIXED, agreed.award().price(), null);
        return new Booking(
                agreed.id(),
                number,
                agreed.prepared().parties(),
                agreed.prepared().order().on(terms),
                place,
                accepted(agreed.award().finishBy()),
                List.of(),
                1,
                by.now());
    }

    private static Progress accepted(LocalDate finishBy) {
        Instant due = finishBy.atTime(CLOSE_OF_WORK).atZone(RegionTime.ZONE).toInstant();
        return new Progress(
                BookingState.ACCEPTED,
                Due.NOTHING.withTurnaround(due),
                Progress.Waiting.NONE,
                Progress.Drafting.NONE,
                null,
                null);
    }
}
