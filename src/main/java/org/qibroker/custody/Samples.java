package org.qibroker.custody;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Bookings;
import org.qibroker.custody.CustodyLog.Told;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.Agreement.SampleDisposal;
import org.qibroker.demand.Demands;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * Samples and who has them. Whatever belongs to a booking that is not the caller's fails with NOT_FOUND. Samples, events
 * and, where it follows, the booking are written in one transaction.
 */
public final class Samples {
    /** Pieces of one booking that can have a label of their own. */
    public static final int MOST_PIECES = 200;

    /** Looks a booking up for somebody who is not told of it. */
    private static final Caller STEWARD = new Caller(null, null, Set.of(Role.COORDINATOR), "");

    private final Platform platform;
    private final Bookings bookings;
    private final Demands demands;
    private final Destinations destinations;
    private final RandomGenerator chance;
    private final Photos photos;
    private final CustodyLog log;

    Samples(Platform platform, Bookings bookings, Demands demands, Destinations destinations, RandomGenerator chance) {
        this.platform = platform;
        this.bookings = bookings;
        this.demands = demands;
        this.destinations = destinations;
        this.chance = chance;
        this.photos = new Photos(new StoredFiles(platform));
        this.log = new CustodyLog(platform.events());
    }

    /**
     * The samples of a booking, with all that is known of them.
     *
     * @param agreed what was agreed to become of them
     */
    public record Lot(Booking booking, List<Sample> samples, List<CustodyEvent> chain, SampleDisposal agreed) {
        /** Copies the lists. */
        public Lot {
            samples = List.copyOf(samples);
            chain = List.copyOf(chain);
        }

        /** The sample with a code. */
        public Sample sample(SampleCode code) {
            return samples.stream()
                    .filter(sample -> sample.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("sample"));
        }
    }

    /** The samples of a booking of the caller's. */
    public Future<Lot> ofBooking(UUID id, Caller caller) {
        return bookings.get(id, caller).compose(this::lot);
    }

    /** A sample of the caller's, among the others of its booking. */
    public Future<Lot> withSample(SampleCode code, Caller caller) {
        return find(code)
                .compose(sample -> bookings.get(sample.bookingId(), caller))
                .recover(failure -> Future.failedFuture(
                        failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.NOT_FOUND
                                ? Refusal.notFound("sample")
                                : failure))
                .compose(this::lot);
    }

    private Future<Sample> find(SampleCode code) {
        return platform.database()
                .read(client -> CustodyRepository.byCode(client, code))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("sample")));
    }

    /** Where a sample has to be brought. */
    Future<Destination> destination(SampleCode code) {
        return find(code)
                .compose(sample -> bookings.get(sample.bookingId(), STEWARD))
                .compose(destinations::of);
    }

    /** The samples of a booking that the caller has been shown. */
    Future<Lot> lot(Booking booking) {
        return platform.database().read(client -> lot(client, booking));
    }

    private Future<Lot> lot(SqlClient client, Booking booking) {
        Future<List<Sample>> samples = CustodyRepository.ofBooking(client, booking.id());
        Future<List<CustodyEvent>> chain = log.of(client, booking.id());
        Future<SampleDisposal> agreed = agreed(booking);
        return Future.all(samples, chain, agreed)
                .map(all -> new Lot(booking, samples.result(), chain.result(), agreed.result()));
    }

    private Future<SampleDisposal> agreed(Booking booking) {
        UUID demand = booking.order().demandId();
        return demand == null
                ? Future.succeededFuture(SampleDisposal.RETURN)
                : demands.agreement(demand)
                        .map(Agreement::sampleDisposal)
                        .map(said -> said == null ? SampleDisposal.RETURN : said);
    }

    /**
     * Gives labels to pieces of a booking, beside those that have one.
     *
     * @param names what each piece is
     * @return all samples of the booking; fails with CONFLICT if nothing is sent for it, or not now
     */
    public Future<Lot> label(UUID id, List<String> names, Caller caller) {
        return platform.database().transaction(tx -> bookings.get(id, caller)
                .map(booking -> mayLabel(booking, caller))
                .compose(booking -> CustodyRepository.lock(tx, id)
                        .map(before -> fresh(booking, before.size(), names))
                        .compose(samples -> insert(tx, booking, samples, caller))
                        .compose(done -> lot(tx, booking))));
    }

    private static Booking mayLabel(Booking booking, Caller caller) {
        if (Bookings.part(booking, caller).orElseThrow() == Actor.COORDINATOR) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
        }
        if (!CustodyRules.sends(booking)) {
            throw Refusal.conflict("nothing-to-send");
        }
        if (!CustodyRules.labels(booking)) {
            throw Refusal.conflict("no-labels-now");
        }
        return booking;
    }

    private List<Sample> fresh(Booking booking, int before, List<String> names) {
        if (before + names.size() > MOST_PIECES) {
            throw Refusal.badInput("/pieces", "too-many-pieces", MOST_PIECES);
        }
        Instant now = bookings.now();
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Sample(
                        platform.ids().next(),
                        booking.id(),
                        before + i + 1,
                        SampleCode.fresh(chance),
                        names.get(i).strip(),
                        SampleState.PREPARED,
                        null,
                        null,
                        now))
                .toList();
    }

    private Future<Void> insert(SqlConnection tx, Booking booking, List<Sample> samples, Caller caller) {
        CustodyStep labelled = new CustodyStep(SampleState.PREPARED, null, null, null, null, null);
        return CustodyRepository.insert(tx, samples)
                .compose(done -> log.append(tx, booking, samples, new Told(labelled, null), caller));
    }

    /**
     * Passes samples of one booking on. If that was the last piece it waited for, the booking is received with it.
     *
     * @param codes of the samples; all go, or none
     * @param photo a picture that comes with the step, in place of one stored before
     * @return the samples of the booking as they are then; fails as the rules say
     */
    public Future<Lot> pass(Set<SampleCode> codes, CustodyStep step, @Nullable Incoming photo, Caller caller) {
        if (codes.isEmpty()) {
            return Future.failedFuture(Refusal.badInput("/codes", "no-sample-chosen"));
        }
        return withSample(codes.iterator().next(), caller)
                .compose(lot -> platform.database()
                        .transaction(tx -> locked(tx, lot, caller).compose(now -> photos.keep(tx, step, photo, caller)
                                .map(kept -> new Told(step, kept.orElse(null)))
                                .compose(told -> pass(tx, now, codes, told, caller)))))
                .compose(booking -> ofBooking(booking.id(), caller));
    }

    /** A photo of samples of a booking of the caller's. */
    Future<StoredFile> photo(UUID booking, UUID photo, Caller caller) {
        return ofBooking(booking, caller)
                .compose(lot -> platform.database().read(client -> photos.find(client, photo, lot.chain())));
    }

    /** The lot as it is once nobody else passes anything of it on. */
    private Future<Lot> locked(SqlConnection tx, Lot lot, Caller caller) {
        UUID id = lot.booking().id();
        return CustodyRepository.lock(tx, id).compose(samples -> bookings.get(id, caller)
                .map(booking -> new Lot(booking, samples, lot.chain(), lot.agreed())));
    }

    private Future<Booking> pass(SqlConnection tx, Lot lot, Set<SampleCode> codes, Told told, Caller caller) {
        Actor actor = Bookings.part(lot.booking(), caller).orElseThrow();
        Instant now = bookings.now();
        List<Sample> passed = codes.stream()
                .map(lot::sample)
                .map(sample -> CustodyRules.after(sample, told.step(), actor, lot.agreed(), now))
                .toList();
        return CustodyRepository.update(tx, passed)
                .compose(done -> log.append(tx, lot.booking(), passed, told, caller))
                .compose(done -> received(lot, passed, caller));
    }

    private Future<Booking> received(Lot lot, List<Sample> passed, Caller caller) {
        List<Sample> all = new ArrayList<>(lot.samples());
        all.replaceAll(sample -> passed.stream()
                .filter(other -> other.id().equals(sample.id()))
                .findFirst()
                .orElse(sample));
        Booking booking = lot.booking();
        boolean begins = booking.state() == BookingState.ACCEPTED && CustodyRules.allArrived(all);
        return begins
                ? bookings.transition(
                        booking.id(), booking.version(), BookingTransition.of(BookingAction.RECEIVE), caller)
                : Future.succeededFuture(booking);
    }

    /** Has all pieces received that are still on their way, since the laboratory received the booking as a whole. */
    Future<Void> receiveAll(SqlConnection tx, UUID id, Caller provider) {
        return CustodyRepository.lock(tx, id)
                .map(samples -> samples.stream()
                        .filter(sample -> sample.state().onItsWay())
                        .toList())
                .compose(waiting -> waiting.isEmpty()
                        ? Future.succeededFuture()
                        : bookings.get(id, provider).compose(booking -> receive(tx, booking, waiting, provider)));
    }

    private Future<Void> receive(SqlConnection tx, Booking booking, List<Sample> waiting, Caller provider) {
        CustodyStep good = CustodyStep.received(Condition.GOOD);
        Instant now = bookings.now();
        List<Sample> passed = waiting.stream()
                .map(sample -> CustodyRules.after(sample, good, Actor.PROVIDER, SampleDisposal.RETURN, now))
                .toList();
        return CustodyRepository.update(tx, passed)
                .compose(done -> log.append(tx, booking, passed, new Told(good, null), provider));
    }
}
