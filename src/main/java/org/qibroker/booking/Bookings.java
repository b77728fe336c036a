package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.booking.BookingLog.Happened;
import org.qibroker.booking.ListRepository.Filter;
import org.qibroker.booking.machine.BookingRules;
import org.qibroker.booking.machine.Case;
import org.qibroker.booking.machine.Decision;
import org.qibroker.booking.machine.Decision.Done;
import org.qibroker.booking.machine.Decision.Refused;
import org.qibroker.booking.machine.NextStep;
import org.qibroker.booking.order.Award;
import org.qibroker.booking.order.BookingRequest;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Cursor;
import org.qibroker.platform.http.IdempotencyKey;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * Orders and their life. State, places and event of a step are written in one transaction. Whatever is not the caller's
 * fails with NOT_FOUND.
 */
public final class Bookings {
    /** Kind of the events of bookings. */
    public static final String EVENTS = BookingLog.KIND;

    private static final TimeCursor FIRST = new TimeCursor(Instant.EPOCH, new UUID(0, 0));

    private final Platform platform;
    private final Requesting requesting;
    private final Awarding awarding;
    private final PlaceKeeper places;
    private final ReportKeeper reports;
    private final BookingLog log;

    Bookings(Platform platform, Requesting requesting, Awarding awarding, PlaceKeeper places, ReportKeeper reports) {
        this.platform = platform;
        this.requesting = requesting;
        this.awarding = awarding;
        this.places = places;
        this.reports = reports;
        this.log = new BookingLog(platform.events());
    }

    /** What time it is, as exactly as the database keeps it. */
    public Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Requests a booking for the caller's organisation. Its place is kept until the provider's answer is due or the slot
     * starts, whichever is earlier; fails with CONFLICT if no place is left, BAD_INPUT naming what does not fit.
     */
    public Future<Booking> request(BookingRequest request, Caller caller) {
        return request(platform.ids().next(), request, caller);
    }

    /** The same with an id given before; of all requests with one id only one is made. */
    public Future<Booking> request(UUID id, BookingRequest request, Caller caller) {
        return requesting.one(id, request, caller, now());
    }

    /** The same once for a key; what is answered is kept for it. Fails as {@link #request} and as the key does. */
    Future<ApiReply> requestOnce(
            IdempotencyKey key, BookingRequest request, Caller caller, Function<Booking, ApiReply> answer) {
        return requesting.once(key, request, new Requesting.By(caller, now()), answer);
    }

    /**
     * Requests several bookings under ids given before; all are made, or none. Fails as {@link #request} does, naming the
     * place below {@code /bookings/<index>} and, where no place is left, the slot.
     */
    public Future<List<Booking>> requestAll(List<UUID> ids, List<BookingRequest> requests, Caller caller) {
        return requesting.all(ids, requests, caller, now());
    }

    /**
     * Makes bookings of offers of which the caller's organisation has taken up, accepted from the start. Fails as {@link
     * #request} does; then nothing is made.
     */
    public Future<List<Booking>> award(SqlConnection tx, List<Award> awards, Caller caller) {
        return awarding.all(tx, awards, caller, now());
    }

    /** A booking of the caller's, or for a coordinator any of the {@link Jurisdiction}. */
    public Future<Booking> get(UUID id, Caller caller) {
        return platform.database().read(client -> BookingRepository.find(client, id)
                .map(found -> visible(found, caller))
                .compose(booking -> within(client, booking, caller)));
    }

    /** The newest booking that the caller sees whose number is this or ends so. */
    public Future<Optional<Booking>> find(String number, Caller caller) {
        Jurisdiction sight = Jurisdiction.of(caller);
        return platform.database().read(client -> BookingRepository.findByNumber(client, number, sight));
    }

    private static Booking visible(Optional<Booking> found, Caller caller) {
        return found.filter(booking -> part(booking, caller).isPresent())
                .orElseThrow(() -> Refusal.notFound("booking"));
    }

    private static Future<Booking> within(SqlClient client, Booking booking, Caller caller) {
        return caller.district() == null || booking.concerns(caller.organisation())
                ? Future.succeededFuture(booking)
                : Jurisdiction.admit(client, booking.parties().enterpriseId(), caller, "booking")
                        .map(booking);
    }

    /** In what part the caller acts on a booking that it sees, if in any. */
    public static Optional<Actor> part(Booking booking, Caller caller) {
        if (caller.belongsTo(booking.parties().enterpriseId())) {
            return Optional.of(Actor.ENTERPRISE);
        }
        if (caller.belongsTo(booking.parties().providerId())) {
            return Optional.of(Actor.PROVIDER);
        }
        return caller.has(Role.COORDINATOR) ? Optional.of(Actor.COORDINATOR) : Optional.empty();
    }

    /** What the caller may do about a booking now, in the order of the table of steps. */
    public List<BookingAction> actions(Booking booking, Caller caller) {
        return part(booking, caller)
                .map(actor ->
                        BookingRules.actions(booking.progress(), actor, booking.facts(now(), platform.calendar())))
                .orElse(List.of());
    }

    /**
     * The bookings of the caller's organisation on either side, and for a coordinator those of its {@link Jurisdiction};
     * newest first.
     */
    public Future<Page<Booking>> list(@Nullable BookingState state, PageRequest page, Caller caller) {
        List<BookingState> states = state == null ? List.of() : List.of(state);
        Filter filter = Filter.seen(Jurisdiction.of(caller), states, null);
        UUID before = page.cursor() == null ? null : lastSeen(page.cursor());
        return platform.database()
                .read(client -> ListRepository.newest(client, filter, before, page.limit() + 1))
                .map(found -> page(found, page.limit()));
    }

    private static UUID lastSeen(String cursor) {
        try {
            return UUID.fromString(Cursor.parts(cursor, 1).get(0));
        } catch (IllegalArgumentException notAnId) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(notAnId);
        }
    }

    private static Page<Booking> page(List<Booking> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null, null);
        }
        List<Booking> part = found.subList(0, limit);
        return new Page<>(part, Cursor.of(part.get(limit - 1).id()), null);
    }

    /** Bookings the caller's organisation asked for, the next due first; in any state if none is named. */
    public Future<Page<Booking>> asked(List<BookingState> states, PageRequest page, Caller caller) {
        return listed(Filter.askedBy(caller.organisation(), states, null), page);
    }

    /** Bookings the caller's organisation is asked for, the next due first; in any state if none is named. */
    public Future<Page<Booking>> received(List<BookingState> states, PageRequest page, Caller caller) {
        return listed(Filter.askedOf(caller.organisation(), states, null), page);
    }

    /** Bookings of the caller's on which it has to act next in this part, the next due first. */
    public Future<Page<Booking>> waitingFor(Actor part, PageRequest page, Caller caller) {
        return switch (part) {
            case ENTERPRISE -> listed(Filter.askedBy(caller.organisation(), List.of(), part), page);
            case PROVIDER -> listed(Filter.askedOf(caller.organisation(), List.of(), part), page);
            default -> steered(List.of(), Actor.COORDINATOR, page, caller);
        };
    }

    /** Bookings of a coordinator's {@link Jurisdiction}, the next due first; in any state if none is named. */
    public Future<Page<Booking>> all(List<BookingState> states, PageRequest page, Caller caller) {
        return steered(states, null, page, caller);
    }

    private Future<Page<Booking>> steered(
            List<BookingState> states, @Nullable Actor turn, PageRequest page, Caller caller) {
        return caller.has(Role.COORDINATOR)
                ? listed(Filter.seen(Jurisdiction.of(caller), states, turn), page)
                : Future.failedFuture(Refusal.forbidden());
    }

    private Future<Page<Booking>> listed(Filter filter, PageRequest page) {
        TimeCursor after = page.cursor() == null ? FIRST : TimeCursor.of(page);
        return platform.database()
                .read(client -> ListRepository.due(client, filter, after, page.limit() + 1))
                .map(rows ->
                        TimeCursor.page(rows, page, booking -> new TimeCursor(NextStep.actsBy(booking), booking.id())));
    }

    /**
     * Takes the next step of a booking seen at a version. Fails with STALE if it has changed since, FORBIDDEN if the step
     * is not the caller's to take, CONFLICT if not in this state, BAD_INPUT if something has to be said that is not.
     */
    public Future<Booking> transition(UUID id, long version, BookingTransition transition, Caller caller) {
        return platform.database().transaction(tx -> BookingRepository.find(tx, id)
                .map(found -> visible(found, caller))
                .compose(booking -> within(tx, booking, caller))
                .compose(booking -> step(tx, booking, version, transition, caller)));
    }

    private Future<Booking> step(
            SqlConnection tx, Booking booking, long version, BookingTransition transition, Caller caller) {
        if (booking.version() != version) {
            return Future.failedFuture(Refusal.stale());
        }
        Actor actor = part(booking, caller).orElseThrow();
        Decision decision = BookingRules.decide(
                new Case(booking.progress(), actor, transition, booking.facts(now(), platform.calendar())));
        if (decision instanceof Refused refused) {
            return Future.failedFuture(refused.refusal());
        }
        return write(tx, booking, (Done) decision, new By(actor, transition.reason(), caller));
    }

    /** Who did it, and why. */
    record By(Actor actor, @Nullable String reason, Caller caller) {}

    /** Writes what was decided: places, booking, report, event. */
    Future<Booking> write(SqlConnection tx, Booking before, Done decision, By by) {
        return places.done(tx, before, decision).map(Booking::nextVersion).compose(after -> BookingRepository.update(
                        tx, after)
                .compose(updated -> updated ? keepReport(tx, before, after, by.caller()) : stale())
                .compose(done -> log.append(
                        tx, new Happened(before, after, decision.type(), by.actor(), by.reason()), by.caller()))
                .map(after));
    }

    /** The booking as it stands; nobody is kept from it, so that who follows many of them is in nobody's way. */
    public Future<Optional<Booking>> seen(SqlClient client, UUID id) {
        return BookingRepository.find(client, id);
    }

    /** The booking, kept from others until the transaction ends. */
    public Future<Optional<Booking>> locked(SqlConnection tx, UUID id) {
        return BookingRepository.lock(tx, id);
    }

    /** Tells both sides by an event what the broker noticed about a booking; it stays as it is. */
    public Future<Void> note(SqlConnection tx, Booking booking, String type, String about) {
        return log.append(tx, new Happened(booking, booking, type, Actor.CLOCK, about), Caller.SYSTEM);
    }

    /** Tells both sides by an event what somebody did beside the steps; the booking stays as it is. */
    public Future<Void> tell(SqlConnection tx, Booking booking, String type, String about, Caller caller) {
        Actor actor = part(booking, caller).orElseThrow();
        return log.append(tx, new Happened(booking, booking, type, actor, about), caller);
    }

    private static Future<Void> stale() {
        return Future.failedFuture(Refusal.stale());
    }

    private Future<Void> keepReport(SqlConnection tx, Booking before, Booking after, Caller by) {
        Report report = after.progress().report();
        Report last = before.progress().report();
        if (report == null || report.equals(last)) {
            boolean drafted = after.state() == BookingState.DRAFTED && before.state() != BookingState.DRAFTED;
            return drafted ? reports.drafted(tx, after, by) : Future.succeededFuture();
        }
        Future<Void> kept = BookingRepository.keep(tx, after.id(), report);
        boolean issued = last == null || last.version() < report.version();
        return issued ? kept.compose(done -> reports.issued(tx, after, report, by)) : kept;
    }

    /** All versions of the report of a booking that were ever issued, the first one first. */
    public Future<List<Report>> reports(UUID id) {
        return platform.database().read(client -> BookingRepository.reports(client, id));
    }

    /** What happened to a booking, in order. */
    public Future<List<BookingEvent>> events(UUID id, Caller caller) {
        return get(id, caller).compose(booking -> platform.database().read(client -> log.of(client, booking.id())));
    }
}
