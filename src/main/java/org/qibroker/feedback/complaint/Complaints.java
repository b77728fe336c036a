package org.qibroker.feedback.complaint;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.feedback.complaint.Complaint.About;
import org.qibroker.feedback.complaint.Complaint.Findings;
import org.qibroker.feedback.complaint.ComplaintRules.Happened;
import org.qibroker.feedback.complaint.ComplaintRules.Moment;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.talk.NewMessage;
import org.qibroker.talk.Part;
import org.qibroker.talk.Seat;
import org.qibroker.talk.Subject;
import org.qibroker.talk.Writing;

/** Complaints: of its two sides, and of coordinators. Whatever is not the caller's fails with NOT_FOUND. */
public final class Complaints {
    /** Kind of the events. */
    public static final String EVENTS = "complaint";

    private final Platform platform;
    private final Bookings bookings;
    private final Writing writing;

    Complaints(Platform platform, Bookings bookings) {
        this.platform = platform;
        this.bookings = bookings;
        this.writing = new Writing(platform);
    }

    /**
     * Complains of a booking. Fails FORBIDDEN for all but its enterprise, CONFLICT before anything was agreed or while a
     * complaint about it is open. Files that show what happened become its first message; fails for them as
     * {@link Writing#write} does.
     */
    public Future<Complaint> make(UUID bookingId, ComplaintDraft draft, List<Incoming> along, Caller caller) {
        return bookings.get(bookingId, caller)
                .map(booking -> complaint(booking, draft, caller))
                .compose(complaint -> platform.database()
                        .transaction(tx -> ComplaintRepository.insert(tx, complaint)
                                .compose(done -> show(tx, complaint.id(), draft.fileIds(), along, caller))
                                .compose(done -> log(tx, "complaint-made", complaint, caller)))
                        .map(complaint));
    }

    private Future<Void> show(
            SqlConnection tx, UUID complaint, @Nullable List<UUID> fileIds, List<Incoming> along, Caller caller) {
        NewMessage message = new NewMessage(null, fileIds);
        return along.isEmpty() && (fileIds == null || fileIds.isEmpty())
                ? Future.succeededFuture()
                : writing.write(
                                tx,
                                new Writing.About(Subject.COMPLAINT, complaint, Part.ENTERPRISE),
                                message,
                                along,
                                caller)
                        .mapEmpty();
    }

    private Complaint complaint(Booking booking, ComplaintDraft draft, Caller caller) {
        Booking.Parties parties = booking.parties();
        if (!caller.belongsTo(parties.enterpriseId())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
        }
        if (!ComplaintRules.possible(booking.state())) {
            throw Refusal.conflict("complaint-nothing-agreed");
        }
        return new Complaint(
                platform.ids().next(),
                new About(
                        booking.id(),
                        booking.number(),
                        parties.enterpriseId(),
                        parties.enterpriseName(),
                        parties.providerId(),
                        parties.providerName()),
                draft.subject(),
                draft.text().strip(),
                ComplaintState.RECEIVED,
                ComplaintRules.due(new Moment(Actor.ENTERPRISE, now(), platform.calendar())),
                Findings.NONE,
                1,
                now());
    }

    /** A complaint of the caller's, or for a coordinator any of the {@link Jurisdiction}. */
    public Future<Complaint> get(UUID id, Caller caller) {
        return platform.database().read(client -> seen(client, id, caller));
    }

    private static Future<Complaint> seen(SqlClient client, UUID id, Caller caller) {
        return ComplaintRepository.find(client, id)
                .map(found -> visible(found, caller))
                .compose(complaint -> within(client, complaint, caller));
    }

    private static Complaint visible(Optional<Complaint> found, Caller caller) {
        return found.filter(complaint -> complaint.part(caller) != null)
                .orElseThrow(() -> Refusal.notFound("complaint"));
    }

    private static Future<Complaint> within(SqlClient client, Complaint complaint, Caller caller) {
        return complaint.part(caller) != Actor.COORDINATOR
                ? Future.succeededFuture(complaint)
                : Jurisdiction.admit(client, complaint.about().enterpriseId(), caller, "complaint")
                        .map(complaint);
    }

    /**
     * The complaints of the caller's organisation on either side, and for a coordinator those of its {@link Jurisdiction};
     * the newest first.
     */
    public Future<Page<Complaint>> list(@Nullable ComplaintState state, PageRequest page, Caller caller) {
        Jurisdiction sight = Jurisdiction.of(caller);
        return platform.database()
                .read(client -> ComplaintRepository.list(client, sight, state, TimeCursor.of(page), page.limit() + 1))
                .map(rows -> TimeCursor.page(
                        rows, page, complaint -> new TimeCursor(complaint.createdAt(), complaint.id())));
    }

    /** The complaints about a booking that the caller has seen, the newest first. */
    Future<List<Complaint>> of(Booking booking) {
        return platform.database().read(client -> ComplaintRepository.ofBooking(client, booking.id()));
    }

    /** What the caller may do about a complaint. */
    public List<ComplaintAction> actions(Complaint complaint, Caller caller) {
        Actor part = complaint.part(caller);
        return part == null ? List.of() : ComplaintRules.actions(complaint.state(), part);
    }

    /**
     * Takes the next step of a complaint seen at a version. Fails STALE, FORBIDDEN if the step is not the caller's to
     * take, CONFLICT if not in this state, BAD_INPUT if something has to be said that is not.
     */
    public Future<Complaint> transition(UUID id, long version, ComplaintTransition wanted, Caller caller) {
        return platform.database().transaction(tx -> seen(tx, id, caller)
                .map(complaint -> after(complaint, version, wanted, caller))
                .compose(happened -> write(tx, happened, caller)));
    }

    private Happened after(Complaint complaint, long version, ComplaintTransition wanted, Caller caller) {
        if (complaint.version() != version) {
            throw Refusal.stale();
        }
        Actor part = Optional.ofNullable(complaint.part(caller)).orElseThrow();
        return ComplaintRules.after(complaint, wanted, new Moment(part, now(), platform.calendar()));
    }

    private Future<Complaint> write(SqlConnection tx, Happened happened, Caller caller) {
        return ComplaintRepository.update(tx, happened.after())
                .compose(updated -> updated
                        ? log(tx, happened.type(), happened.after(), caller)
                        : Future.failedFuture(Refusal.stale()))
                .map(happened.after());
    }

    /** Lets one thing happen that is due; whether there was one. */
    Future<Boolean> lapseOne(SqlConnection tx) {
        Instant now = now();
        return ComplaintRepository.lockDue(tx, now)
                .map(found -> found.flatMap(complaint -> ComplaintRules.lapsed(complaint, now)))
                .compose(due -> due.isEmpty()
                        ? Future.succeededFuture(false)
                        : write(tx, due.get(), Caller.SYSTEM).map(true));
    }

    /** The seat of the caller where a complaint is talked about. */
    Future<Seat> seat(UUID id, Caller caller) {
        return get(id, caller)
                .map(complaint -> new Seat(
                        Part.valueOf(Optional.ofNullable(complaint.part(caller))
                                .orElseThrow()
                                .name()),
                        (tx, excerpt) -> log(tx, "complaint-message-sent", complaint, caller)));
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Future<Void> log(SqlConnection tx, String type, Complaint complaint, Caller caller) {
        About about = complaint.about();
        Map<String, Object> data = new HashMap<>();
        data.put("number", about.bookingNumber());
        data.put("bookingId", about.bookingId());
        data.put("enterpriseId", about.enterpriseId());
        data.put("providerId", about.providerId());
        data.put("subject", complaint.subject());
        data.put("state", complaint.state());
        if (complaint.findings().outcome() != null) {
            data.put("outcome", complaint.findings().outcome());
        }
        Set<UUID> parties = Set.of(about.enterpriseId(), about.providerId());
        return platform.events()
                .append(tx, new Change(EVENTS, complaint.id(), type, caller, parties, data))
                .mapEmpty();
    }
}
