package org.qibroker.booking.paper;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Invoice;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingEvent;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Site;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.Demand;
import org.qibroker.demand.Demands;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/** The papers of bookings. Whatever is not the caller's booking fails with NOT_FOUND. */
public final class Papers {
    /** Kind of the events: {@code billing-invoiced}, {@code billing-paid}, {@code billing-reset}, {@code billing-addressed}. */
    public static final String EVENTS = "billing";

    private final Platform platform;
    private final Bookings bookings;
    private final Sources sources;

    Papers(Platform platform, Bookings bookings, Sources sources) {
        this.platform = platform;
        this.bookings = bookings;
        this.sources = sources;
    }

    /** What a sheet is written from. */
    public record Sources(Organisations organisations, Catalog catalog, Demands demands) {}

    /** Everything agreed for a booking, as it stands now. */
    public Future<CommissionSheet> sheet(UUID bookingId, Caller caller) {
        return bookings.get(bookingId, caller).compose(booking -> bookings.events(bookingId, caller)
                .compose(events -> sheet(booking, agreedAt(events))));
    }

    /** What was agreed of a statement of conformity in the report of a booking that the caller has seen. */
    public Future<AgreedStatement> statement(Booking booking) {
        return demand(booking)
                .map(demand -> demand.map(Demand::agreement).orElse(Agreement.NONE))
                .map(said -> new AgreedStatement(said.conformityWanted(), said.decisionRule(), said.otherRule()));
    }

    private Future<CommissionSheet> sheet(Booking booking, @Nullable Instant agreedAt) {
        UUID enterprise = booking.parties().enterpriseId();
        UUID provider = booking.parties().providerId();
        Future<Map<UUID, Organisation>> parties = sources.organisations().byIds(Set.of(enterprise, provider));
        Future<Optional<Demand>> demand = demand(booking);
        Future<Optional<Site>> site = sources.catalog()
                .provider(provider)
                .map(found -> found.site(booking.parties().siteId()));
        return Future.all(parties, demand, site)
                .map(all -> new CommissionSheet(
                        booking,
                        parties.result().get(enterprise),
                        parties.result().get(provider),
                        site.result().orElse(null),
                        demand.result().orElse(null),
                        agreedAt));
    }

    private Future<Optional<Demand>> demand(Booking booking) {
        UUID id = booking.order().demandId();
        return id == null
                ? Future.succeededFuture(Optional.empty())
                : sources.demands().forWork(id).map(Optional::of);
    }

    private static @Nullable Instant agreedAt(List<BookingEvent> events) {
        return events.stream()
                .filter(event -> event.to() == BookingState.ACCEPTED && event.from() != BookingState.ACCEPTED)
                .map(BookingEvent::at)
                .findFirst()
                .orElse(null);
    }

    /**
     * A billing with its booking.
     *
     * @param billTo what the invoice has to carry: what was stated for the booking, or the enterprise's usual
     *     particulars; absent if neither is known
     */
    public record Billed(Booking booking, Billing billing, @Nullable Invoice billTo) {}

    /** How far a booking is billed; for its two sides only. */
    public Future<Billed> billing(UUID bookingId, Caller caller) {
        return party(bookingId, caller).compose(booking -> platform.database()
                .read(client -> BillingRepository.find(client, bookingId))
                .compose(billing -> billed(booking, billing)));
    }

    private Future<Billed> billed(Booking booking, Billing billing) {
        return sources.organisations()
                .get(booking.parties().enterpriseId())
                .map(enterprise -> new Billed(
                        booking, billing, billing.billTo() == null ? enterprise.invoice() : billing.billTo()));
    }

    private Future<Booking> party(UUID bookingId, Caller caller) {
        return bookings.get(bookingId, caller).map(booking -> {
            if (!booking.concerns(caller.organisation())) {
                throw Refusal.notFound("booking");
            }
            return booking;
        });
    }

    /**
     * The provider records how far a booking is billed, seen at a version. Fails FORBIDDEN for the enterprise, CONFLICT
     * while nothing is agreed, STALE, BAD_INPUT naming what is missing.
     */
    public Future<Billed> record(UUID bookingId, long version, BillingRecord record, Caller caller) {
        LocalDate today = RegionTime.day(platform.clock().instant());
        String type =
                switch (record.state()) {
                    case UNBILLED -> "billing-reset";
                    case INVOICED -> "billing-invoiced";
                    case PAID -> "billing-paid";
                };
        return party(bookingId, caller)
                .map(booking -> only(Actor.PROVIDER, booking, caller))
                .compose(booking ->
                        write(booking, version, type, before -> BillingRules.recorded(before, record, today), caller));
    }

    /** The enterprise states what the invoice for a booking has to carry; fails as {@link #record} does. */
    public Future<Billed> address(UUID bookingId, long version, Invoice billTo, Caller caller) {
        return party(bookingId, caller)
                .map(booking -> only(Actor.ENTERPRISE, booking, caller))
                .compose(booking -> write(booking, version, "billing-addressed", before -> before.to(billTo), caller));
    }

    private static Booking only(Actor actor, Booking booking, Caller caller) {
        if (Bookings.part(booking, caller).filter(actor::equals).isEmpty()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
        }
        if (!BillingRules.billable(booking.state())) {
            throw Refusal.conflict("billing-nothing-agreed");
        }
        return booking;
    }

    private Future<Billed> write(
            Booking booking, long version, String type, UnaryOperator<Billing> change, Caller caller) {
        return platform.database()
                .transaction(tx -> BillingRepository.find(tx, booking.id())
                        .map(before -> seen(before, version))
                        .map(change)
                        .compose(after -> BillingRepository.write(tx, after)
                                .map(written -> written ? after : seen(after, -1))
                                .compose(written -> log(tx, booking, written, type, caller))
                                .map(after)))
                .compose(after -> billed(booking, after));
    }

    private static Billing seen(Billing billing, long version) {
        if (billing.version() != version) {
            throw Refusal.stale();
        }
        return billing;
    }

    private Future<Void> log(SqlConnection tx, Booking booking, Billing billing, String type, Caller caller) {
        Map<String, Object> data = new HashMap<>();
        data.put("number", booking.number());
        data.put("enterpriseId", booking.parties().enterpriseId());
        data.put("state", billing.state());
        if (billing.number() != null) {
            data.put("invoiceNumber", billing.number());
        }
        Set<UUID> parties =
                Set.of(booking.parties().enterpriseId(), booking.parties().providerId());
        return platform.events()
                .append(tx, new Change(EVENTS, booking.id(), type, caller, parties, data))
                .mapEmpty();
    }
}
