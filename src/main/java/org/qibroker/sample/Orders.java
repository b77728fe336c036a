package org.qibroker.sample;

import static org.qibroker.sample.SampleFiles.cell;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.order.BookingRequest;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.demand.Demand;
import org.qibroker.resource.Resources;
import org.qibroker.resource.offer.FreeSlot;
import org.qibroker.shared.Caller;
import org.qibroker.shared.RegionTime;

/** The bookings of the sample, each taken step by step as far as its row says. */
final class Orders {
    private static final int DAYS_TO_LOOK = 21;

    private final Bookings bookings;
    private final Errands errands;
    private final Resources resources;
    private final ScopeIndex scopes;
    private final People people;
    private final Requests requests;

    Orders(Doors doors, Resources resources, ScopeIndex scopes, People people, Requests requests) {
        this.bookings = doors.bookings();
        this.errands = doors.errands();
        this.resources = resources;
        this.scopes = scopes;
        this.people = people;
        this.requests = requests;
    }

    /** Puts all bookings on the timeline. */
    void plan(Timeline timeline, SampleDays days) {
        SampleFiles.rows("bookings.csv").forEach(row -> plan(timeline, days, row));
        History.bookings().forEach(row -> plan(timeline, days, row));
    }

    private void plan(Timeline timeline, SampleDays days, Map<String, String> row) {
        Instant at = days.at(cell(row, "day"), cell(row, "time"));
        timeline.at(at, "booking of " + cell(row, "subject"), () -> request(timeline, row));
    }

    private Future<Void> request(Timeline timeline, Map<String, String> row) {
        Caller enterprise = people.of(cell(row, "enterprise"));
        Caller provider = people.of(cell(row, "provider"));
        Capability line = line(provider.organisation(), row);
        Deque<Turn> life = new ArrayDeque<>(Stream.of(cell(row, "life").split("; *"))
                .filter(turn -> !turn.isEmpty())
                .map(Turn::of)
                .toList());
        LocalDate day = RegionTime.day(timeline.now()).plusDays(Integer.parseInt(cell(row, "slotAfter")));
        return slot(line, day)
                .compose(slot -> bookings.request(order(row, line, slot), enterprise))
                .onSuccess(booking -> next(timeline, booking, new Sides(enterprise, provider, people), life))
                .mapEmpty();
    }

    private Capability line(UUID provider, Map<String, String> row) {
        return scopes.view().linesOf(provider).stream()
                .filter(line -> line.service().subject().equals(cell(row, "subject")))
                .filter(line -> cell(row, "parameter").isEmpty()
                        || line.service().parameter().equals(cell(row, "parameter")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody offers " + row));
    }

    private Future<@Nullable FreeSlot> slot(Capability line, LocalDate from) {
        UUID resource = line.terms().resourceId();
        return resource == null
                ? Future.succeededFuture(null)
                : resources
                        .availability(resource, from, from.plusDays(DAYS_TO_LOOK))
                        .map(Orders::firstFree);
    }

    static FreeSlot firstFree(List<FreeSlot> slots) {
        return slots.stream()
                .filter(slot -> slot.free() > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no slot is free"));
    }

    private BookingRequest order(Map<String, String> row, Capability line, @Nullable FreeSlot slot) {
        Demand demand = requests.submitted(cell(row, "demand")).orElse(null);
        String note = cell(row, "note");
        return new BookingRequest(
                List.of(line.id()),
                demand == null ? null : demand.id(),
                demand == null ? null : items(demand, cell(row, "items")),
                slot == null ? null : line.terms().resourceId(),
                slot == null ? null : slot.start().toInstant(),
                slot == null ? null : slot.end().toInstant(),
                null,
                Integer.valueOf(cell(row, "pieces")),
                note.isEmpty() ? null : note);
    }

    private static List<UUID> items(Demand demand, String indexes) {
        return Arrays.stream(indexes.split(";"))
                .map(index -> demand.items().get(Integer.parseInt(index)).id())
                .toList();
    }

    private void next(Timeline timeline, Booking booking, Sides sides, Deque<Turn> life) {
        Turn turn = life.poll();
        if (turn != null) {
            timeline.at(
                    when(timeline, booking, turn), turn + " of " + booking.number(), () -> take(turn, booking, sides)
                            .onSuccess(after -> next(timeline, after, sides, life)));
        }
    }

    private static Instant when(Timeline timeline, Booking booking, Turn turn) {
        Booking.Place place = booking.place();
        return turn.when().equals("slot") && place != null
                ? place.slot().start()
                : timeline.now().plus(turn.when().equals("slot") ? Duration.ofDays(2) : SampleDays.delay(turn.when()));
    }

    private Future<Booking> take(Turn turn, Booking booking, Sides sides) {
        Caller caller = sides.who(turn);
        return turn.errand()
                .map(errand -> errands.run(errand, turn, booking, caller))
                .orElseGet(() -> step(turn, booking, caller));
    }

    private Future<Booking> step(Turn turn, Booking booking, Caller caller) {
        Booking.Place place = booking.place();
        if (!turn.needsSlot() || place == null) {
            return bookings.transition(booking.id(), booking.version(), turn.transition(null), caller);
        }
        LocalDate after = LocalDate.ofInstant(place.slot().end(), place.zone()).plusDays(1);
        return resources
                .availability(place.resourceId(), after, after.plusDays(DAYS_TO_LOOK))
                .map(Orders::firstFree)
                .compose(slot -> bookings.transition(booking.id(), booking.version(), turn.transition(slot), caller));
    }

    /** Where steps are taken, and what is done beside them. */
    record Doors(Bookings bookings, Errands errands) {}

    /** Who can act on a booking. */
    record Sides(Caller enterprise, Caller provider, People people) {
        Caller who(Turn turn) {
            return switch (turn.actor()) {
                case ENTERPRISE -> enterprise;
                case PROVIDER -> provider;
                default -> people.of("authority");
            };
        }
    }
}
