package org.qibroker.booking.order;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisations;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Booking.Order;
import org.qibroker.booking.Booking.Parties;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.Site;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandItem;
import org.qibroker.demand.DemandState;
import org.qibroker.demand.Demands;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Allocations;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceMode;
import org.qibroker.resource.Resources;
import org.qibroker.resource.Slot;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/** Gathers what an order needs, and checks it against scope, resource and demand. */
public final class Ordering {
    private final ScopeIndex scopes;
    private final Organisations organisations;
    private final Resources resources;
    private final Allocations allocations;
    private final Demands demands;

    /** Orders of lines of the scopes. */
    public Ordering(
            ScopeIndex scopes,
            Organisations organisations,
            Resources resources,
            Allocations allocations,
            Demands demands) {
        this.scopes = scopes;
        this.organisations = organisations;
        this.resources = resources;
        this.allocations = allocations;
        this.demands = demands;
    }

    /**
     * An order that has been checked.
     *
     * @param resource what has to be reserved, with its slot; absent where nothing has
     * @param zone the clocks at the site
     */
    public record Prepared(
            Parties parties, Order order, @Nullable Resource resource, @Nullable Slot slot, ZoneId zone) {}

    /** What a hold says of resource and slot, if only the hold was named. */
    public Future<BookingRequest> completed(BookingRequest request, Caller caller) {
        UUID hold = request.holdId();
        return hold == null || request.resourceId() != null
                ? Future.succeededFuture(request)
                : allocations.held(hold, caller).map(held -> request.at(held.resourceId(), held.start(), held.end()));
    }

    /**
     * Checks an order. Fails with BAD_INPUT naming what does not fit, NOT_FOUND for a demand that is not the caller's,
     * CONFLICT for one that is not open.
     */
    public Future<Prepared> prepare(BookingRequest request, Caller caller, Instant now, WorkCalendar calendar) {
        return prepare(request, caller, now, calendar, true);
    }

    /** The same for an order for which a day was agreed, so that no slot has to be chosen, whatever is needed. */
    public Future<Prepared> agreed(BookingRequest request, Caller caller, Instant now, WorkCalendar calendar) {
        return prepare(request, caller, now, calendar, false);
    }

    private Future<Prepared> prepare(
            BookingRequest request, Caller caller, Instant now, WorkCalendar calendar, boolean slotNeeded) {
        ScopeView view = scopes.view();
        List<Capability> lines = OrderRules.lines(request.capabilityIds(), view, caller.organisation());
        Slot slot = slot(request);
        Future<Optional<Resource>> resource = resource(request);
        Future<String> enterprise = organisations.get(caller.organisation()).map(found -> found.nameZh());
        return Future.all(resource, enterprise, checkDemand(request, caller)).map(all -> {
            Resource chosen = checked(resource.result().orElse(null), slot, lines, slotNeeded);
            Parties parties = parties(lines.get(0), view, caller.organisation(), enterprise.result());
            ZoneId zone = chosen == null ? RegionTime.ZONE : chosen.zone();
            LocalDate day = (slot == null ? now : slot.start()).atZone(zone).toLocalDate();
            Order order = order(request, lines, view, day, calendar);
            return new Prepared(parties, order, chosen, slot, zone);
        });
    }

    private static @Nullable Resource checked(
            @Nullable Resource chosen, @Nullable Slot slot, List<Capability> lines, boolean slotNeeded) {
        if (slotNeeded) {
            checkSlot(chosen, slot);
        }
        if (slotNeeded || chosen != null) {
            OrderRules.checkResource(lines, chosen);
        }
        return chosen;
    }

    private static @Nullable Slot slot(BookingRequest request) {
        Instant start = request.start();
        Instant end = request.end();
        if (start == null && end == null) {
            return null;
        }
        if (request.resourceId() == null || start == null || end == null) {
            String missing = request.resourceId() == null ? "/resourceId" : start == null ? "/start" : "/end";
            throw Refusal.badInput(missing, "slot-incomplete");
        }
        if (!start.isBefore(end)) {
            throw Refusal.badInput("/end", "end-before-start");
        }
        return new Slot(start, end);
    }

    private static void checkSlot(@Nullable Resource resource, @Nullable Slot slot) {
        boolean queue = resource != null && resource.mode() == ResourceMode.QUEUE;
        if (queue && slot != null) {
            throw Refusal.badInput("/start", "queue-has-no-slots");
        }
        if (resource != null && slot == null && !queue) {
            throw Refusal.badInput("/start", "slot-incomplete");
        }
    }

    private Future<Optional<Resource>> resource(BookingRequest request) {
        UUID id = request.resourceId();
        return id == null
                ? Future.succeededFuture(Optional.empty())
                : resources.get(id).map(Optional::of);
    }

    private Future<Void> checkDemand(BookingRequest request, Caller caller) {
        UUID id = request.demandId();
        if (id == null) {
            return request.itemIds().isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture(Refusal.badInput("/demandId", "demand-needed"));
        }
        return demands.get(id, caller).map(demand -> checked(demand, request, caller));
    }

    private static @Nullable Void checked(Demand demand, BookingRequest request, Caller caller) {
        if (!caller.belongsTo(demand.enterpriseId())) {
            throw Refusal.notFound("demand");
        }
        if (demand.state() == DemandState.DRAFT || demand.state().ended()) {
            throw Refusal.conflict("demand-not-open");
        }
        Set<UUID> items = demand.items().stream().map(DemandItem::id).collect(Collectors.toCollection(HashSet::new));
        if (!items.containsAll(request.itemIds())) {
            throw Refusal.badInput("/demandItemIds", "other-demand");
        }
        return null;
    }

    private static Parties parties(Capability line, ScopeView view, UUID enterprise, String enterpriseName) {
        Provider provider = view.provider(line.providerId());
        Site site = view.site(line.siteId());
        return new Parties(enterprise, enterpriseName, provider.id(), provider.nameZh(), site.id(), site.nameZh());
    }

    private static Order order(
            BookingRequest request, List<Capability> lines, ScopeView view, LocalDate day, WorkCalendar calendar) {
        Booking.Terms terms = OrderRules.terms(lines, request.piecesOrOne());
        return new Order(
                lines.stream().map(OrderRules::kept).toList(),
                request.demandId(),
                request.itemIds(),
                request.piecesOrOne(),
                request.note() == null || request.note().isBlank()
                        ? null
                        : request.note().strip(),
                terms,
                OrderRules.warnings(lines, view, day, terms.turnaroundDays(), calendar));
    }
}
