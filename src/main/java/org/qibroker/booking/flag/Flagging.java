package org.qibroker.booking.flag;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.flag.FlagRules.Work;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.shared.RegionTime;

/**
 * Holds open bookings against the scope as it is now: whenever their provider or they themselves changed, and once a
 * day. What they relied on and does not hold any more is flagged, with an event for both sides; so is its end.
 */
public final class Flagging implements Projection {
    private static final Set<BookingState> OPEN = EnumSet.of(
            BookingState.REQUESTED,
            BookingState.ACCEPTED,
            BookingState.IN_PROGRESS,
            BookingState.ON_HOLD,
            BookingState.DRAFTED);
    /** A node may take that long to know of a scope that has changed. */
    private static final Duration ABOUT_THEN = Duration.ofMinutes(1);

    private static final Set<String> MADE = Set.of("booking-requested", "booking-awarded");
    private static final String FLAGGED = "booking-flagged";
    private static final String LIFTED = "booking-flags-lifted";
    private static final Set<String> OWN = Set.of(FLAGGED, LIFTED);

    private final Platform platform;
    private final Bookings bookings;
    private final Catalog catalog;
    private final Instant begun;
    private final Map<UUID, Instant> changed = new HashMap<>();

    /** Flags of bookings of lines of the catalog. */
    public Flagging(Platform platform, Bookings bookings, Catalog catalog) {
        this.platform = platform;
        this.bookings = bookings;
        this.catalog = catalog;
        this.begun = platform.clock().instant();
    }

    @Override
    public String name() {
        return "booking-flags";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Catalog.PROVIDER_EVENTS, Bookings.EVENTS);
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        if (event.kind().equals(Bookings.EVENTS)) {
            boolean nothingNew = OWN.contains(event.type()) || justChecked(event);
            return nothingNew ? Future.succeededFuture() : check(tx, event.stream());
        }
        changed.put(event.stream(), event.at());
        return FlagRepository.open(tx, event.stream()).compose(open -> {
            Future<Void> done = Future.succeededFuture();
            for (UUID booking : open) {
                done = done.compose(before -> check(tx, booking));
            }
            return done;
        });
    }

    /** Whether a booking was checked as it was made, against a scope that did not change about then. */
    private boolean justChecked(LoggedEvent event) {
        if (!MADE.contains(event.type())) {
            return false;
        }
        UUID provider = UUID.fromString(event.data().path("providerId").asText());
        return event.at().isAfter(changed.getOrDefault(provider, begun).plus(ABOUT_THEN));
    }

    /** Checks one booking that was not checked today, if there is one left. */
    public Future<Boolean> checkNext(SqlConnection tx) {
        return FlagRepository.unchecked(tx, today())
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(false)
                        : bookings.seen(tx, found.get())
                                .map(Optional::orElseThrow)
                                .compose(booking -> flags(booking).compose(flags -> write(tx, booking, flags)))
                                .map(true));
    }

    /** Looks without keeping anybody from the booking, since it hardly ever has to be written. */
    private Future<Void> check(SqlConnection tx, UUID id) {
        return bookings.seen(tx, id).compose(found -> found.filter(Flagging::open)
                .map(booking -> flags(booking)
                        .compose(flags ->
                                flags.equals(booking.flags()) ? Future.<Void>succeededFuture() : keep(tx, id, flags)))
                .orElseGet(Future::succeededFuture));
    }

    private Future<Void> keep(SqlConnection tx, UUID id, List<Flag> flags) {
        return bookings.locked(tx, id).compose(found -> found.filter(Flagging::open)
                .map(booking -> write(tx, booking, flags))
                .orElseGet(Future::succeededFuture));
    }

    private static boolean open(Booking booking) {
        return OPEN.contains(booking.state());
    }

    private Future<List<Flag>> flags(Booking booking) {
        Work work = Work.of(booking, today(), platform.calendar());
        Future<Provider> provider = catalog.provider(booking.parties().providerId());
        Future<List<RecordedLine>> lines = catalog.lines(booking.order().capabilityIds());
        return Future.all(provider, lines)
                .map(all -> scope(booking, provider.result(), lines.result(), work))
                .map(scope -> FlagRules.flags(booking, scope, work, bookings.now()));
    }

    private Future<Void> write(SqlConnection tx, Booking booking, List<Flag> flags) {
        return FlagRepository.put(tx, booking.id(), flags, today()).compose(done -> tell(tx, booking, flags));
    }

    private static FlagRules.Scope scope(Booking booking, Provider provider, List<RecordedLine> lines, Work work) {
        Set<UUID> valid = lines.stream()
                .filter(line -> line.validity().covers(work.first()))
                .map(RecordedLine::id)
                .collect(Collectors.toSet());
        return new FlagRules.Scope(
                valid, provider.accreditationsOf(booking.parties().siteId()));
    }

    private Future<Void> tell(SqlConnection tx, Booking booking, List<Flag> flags) {
        List<Flag> fresh = new ArrayList<>(flags);
        fresh.removeAll(booking.flags());
        List<Flag> gone = new ArrayList<>(booking.flags());
        gone.removeAll(flags);
        if (fresh.isEmpty() && gone.isEmpty()) {
            return Future.succeededFuture();
        }
        String about =
                (fresh.isEmpty() ? gone : fresh).stream().map(Flag::about).collect(Collectors.joining(", "));
        String type = fresh.isEmpty() ? LIFTED : FLAGGED;
        return bookings.note(tx, booking, type, about);
    }

    private LocalDate today() {
        return RegionTime.day(bookings.now());
    }
}
