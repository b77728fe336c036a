package org.qibroker.booking.flag;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.flag.FlagRules.Work;
import org.qibroker.booking.machine.Case;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;

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
    private static final String FLAGGED = "booking-flagged";
    private static final String LIFTED = "booking-flags-lifted";

    private final Platform platform;
    private final Bookings bookings;
    private final Catalog catalog;

    /** Flags of bookings of lines of the catalog. */
    public Flagging(Platform platform, Bookings bookings, Catalog catalog) {
        this.platform = platform;
        this.bookings = bookings;
        this.catalog = catalog;
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
            boolean own = event.type().equals(FLAGGED) || event.type().equals(LIFTED);
            return own ? Future.succeededFuture() : check(tx, event.stream());
        }
        return FlagRepository.open(tx, event.stream()).compose(open -> {
            Future<Void> done = Future.succeededFuture();
            for (UUID booking : open) {
                done = done.compose(before -> check(tx, booking));
            }
            return done;
        });
    }

    /** Checks one booking that was not checked today, if there is one left. */
    public Future<Boolean> checkNext(SqlConnection tx) {
        return FlagRepository.unchecked(tx, today())
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(false)
                        : check(tx, found.get()).map(true));
    }

    private Future<Void> check(SqlConnection tx, UUID id) {
        return bookings.locked(tx, id).compose(found -> found.filter(booking -> OPEN.contains(booking.state()))
                .map(booking -> check(tx, booking))
                .orElseGet(Future::succeededFuture));
    }

    private Future<Void> check(SqlConnection tx, Booking booking) {
        Work work = Work.of(booking, today(), platform.calendar());
        Future<Provider> provider = catalog.provider(booking.parties().providerId());
        Future<List<RecordedLine>> lines = catalog.lines(booking.order().capabilityIds());
        return Future.all(provider, lines)
                .map(all -> scope(booking, provider.result(), lines.result(), work))
                .map(scope -> FlagRules.flags(booking, scope, work, bookings.now()))
                .compose(flags ->
                        FlagRepository.put(tx, booking.id(), flags, today()).compose(done -> tell(tx, booking, flags)));
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
        return LocalDate.ofInstant(bookings.now(), Case.ZONE);
    }
}
