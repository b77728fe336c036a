package org.qibroker.feedback.rating;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.catalog.directory.Standings;
import org.qibroker.catalog.directory.Standings.Standing;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Refusal;

/** What enterprises say of completed bookings. Whatever is not the caller's booking fails with NOT_FOUND. */
public final class Ratings {
    /** Kind of the events: {@code rating-given} and {@code rating-replied}. */
    public static final String EVENTS = "rating";

    private final Platform platform;
    private final Bookings bookings;
    private final Standings standings;

    Ratings(Platform platform, Bookings bookings, Standings standings) {
        this.platform = platform;
        this.bookings = bookings;
        this.standings = standings;
    }

    /** Rates a booking. Fails FORBIDDEN for all but its enterprise, CONFLICT before it is completed or the second time. */
    public Future<Rating> rate(UUID bookingId, RatingDraft draft, Caller caller) {
        return bookings.get(bookingId, caller)
                .map(booking -> only(Actor.ENTERPRISE, booking, caller))
                .compose(booking -> keep(booking, rating(booking, draft, caller), caller));
    }

    private Rating rating(Booking booking, RatingDraft draft, Caller caller) {
        if (booking.state() != BookingState.COMPLETED) {
            throw Refusal.conflict("rating-not-completed");
        }
        return new Rating(
                booking.id(),
                booking.parties().enterpriseId(),
                booking.parties().providerId(),
                draft.points(),
                draft.comment() == null || draft.comment().isBlank()
                        ? null
                        : draft.comment().strip(),
                caller.name(),
                now(),
                null);
    }

    private Future<Rating> keep(Booking booking, Rating rating, Caller caller) {
        return platform.database()
                .transaction(tx -> RatingRepository.insert(tx, rating, Pseudonym.of(caller))
                        .compose(done -> log(tx, "rating-given", booking, rating, caller)))
                .map(rating);
    }

    /** The provider replies to a rating. Fails FORBIDDEN for anybody else, CONFLICT the second time. */
    public Future<Rating> reply(UUID bookingId, String text, Caller caller) {
        if (text.isBlank()) {
            return Future.failedFuture(Refusal.badInput("/text", "not-blank"));
        }
        Rating.Reply reply = new Rating.Reply(text.strip(), caller.name(), now());
        return bookings.get(bookingId, caller)
                .map(booking -> only(Actor.PROVIDER, booking, caller))
                .compose(booking -> keep(booking, reply, caller));
    }

    private Future<Rating> keep(Booking booking, Rating.Reply reply, Caller caller) {
        return platform.database().transaction(tx -> RatingRepository.find(tx, booking.id())
                .map(Ratings::there)
                .compose(rating -> RatingRepository.reply(tx, booking.id(), reply, Pseudonym.of(caller))
                        .compose(done -> log(tx, "rating-replied", booking, rating, caller))
                        .map(rating.with(reply))));
    }

    private static Booking only(Actor actor, Booking booking, Caller caller) {
        if (Bookings.part(booking, caller).filter(actor::equals).isEmpty()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
        }
        return booking;
    }

    private static Rating there(Optional<Rating> found) {
        return found.orElseThrow(() -> Refusal.notFound("rating"));
    }

    /** The rating of a booking. */
    public Future<Rating> get(UUID bookingId, Caller caller) {
        return find(bookingId, caller).map(Ratings::there);
    }

    /** The rating of a booking, if it has been rated. */
    public Future<Optional<Rating>> find(UUID bookingId, Caller caller) {
        return bookings.get(bookingId, caller)
                .compose(booking -> platform.database().read(client -> RatingRepository.find(client, bookingId)));
    }

    /** The ratings of a provider, the newest first; for anybody. */
    public Future<Page<Rating>> list(UUID provider, PageRequest page) {
        TimeCursor after = TimeCursor.of(page);
        return platform.database()
                .read(client -> RatingRepository.list(client, provider, after, page.limit() + 1))
                .map(rows -> TimeCursor.page(rows, page, rating -> new TimeCursor(rating.at(), rating.bookingId())));
    }

    /** What is counted of a provider: what it promised and kept, and what is said of it. */
    public record Reputation(Standing standing, RatingSummary ratings) {}

    /** The record of a provider; zeros if nothing is known. */
    public Future<Reputation> record(UUID provider) {
        Future<Standing> standing = standings.of(provider);
        Future<RatingSummary> ratings = platform.database().read(client -> RatingRepository.summary(client, provider));
        return Future.all(standing, ratings).map(all -> new Reputation(standing.result(), ratings.result()));
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Future<Void> log(SqlConnection tx, String type, Booking booking, Rating rating, Caller caller) {
        Map<String, Object> data = new HashMap<>();
        data.put("number", booking.number());
        data.put("enterpriseId", rating.enterpriseId());
        data.put("providerId", rating.providerId());
        data.put("service", rating.points().service());
        data.put("punctuality", rating.points().punctuality());
        data.put("clarity", rating.points().clarity());
        Set<UUID> parties = Set.of(rating.enterpriseId(), rating.providerId());
        return platform.events()
                .append(tx, new Change(EVENTS, booking.id(), type, caller, parties, data))
                .mapEmpty();
    }
}
