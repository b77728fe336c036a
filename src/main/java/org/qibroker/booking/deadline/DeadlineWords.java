package org.qibroker.booking.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.deadline.DeadlineRepository.Candidate;
import org.qibroker.booking.deadline.DeadlineRepository.Word;
import org.qibroker.shared.RegionTime;

/** Reminds of what is due soon, and tells what is late, by an event of the booking; each once, whoever else does so. */
final class DeadlineWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Bookings bookings;

    DeadlineWords(Bookings bookings) {
        this.bookings = bookings;
    }

    /** Reminds of one thing that is due soon; whether there was one. */
    Future<Boolean> remind(SqlConnection tx) {
        return tellOne(tx, Word.SOON);
    }

    /** Tells one thing that is late; whether there was one. */
    Future<Boolean> escalate(SqlConnection tx) {
        return tellOne(tx, Word.LATE);
    }

    private Future<Boolean> tellOne(SqlConnection tx, Word word) {
        Instant now = bookings.now();
        return DeadlineRepository.next(tx, word, now).compose(found -> found.map(
                        candidate -> tell(tx, candidate, word, now).map(true))
                .orElseGet(() -> Future.succeededFuture(false)));
    }

    /** The booking is locked first, as whoever moves it does; then it is told, unless another clock was faster. */
    private Future<Void> tell(SqlConnection tx, Candidate candidate, Word word, Instant now) {
        return bookings.locked(tx, candidate.booking())
                .compose(found -> DeadlineRepository.told(tx, candidate, word, now)
                        .compose(first -> first && found.isPresent()
                                ? note(tx, found.get(), candidate.deadline(), word)
                                : Future.succeededFuture()));
    }

    private Future<Void> note(SqlConnection tx, Booking booking, Deadline deadline, Word word) {
        Booking.Place place = booking.place();
        if (!DeadlineRules.running(booking.progress(), place == null ? null : place.slot())
                .contains(deadline)) {
            return Future.succeededFuture();
        }
        ZoneId zone = deadline.kind() == Deadline.Kind.SAMPLE && place != null ? place.zone() : RegionTime.ZONE;
        String type =
                word == Word.SOON ? deadline.kind().soon() : deadline.kind().late();
        return bookings.note(tx, booking, type, TIME.format(deadline.due().atZone(zone)));
    }
}
