package org.qibroker.booking.bundle;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.order.BookingRequest;
import org.qibroker.booking.pages.ChosenSlot;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandItem;
import org.qibroker.matching.answer.Bundle;
import org.qibroker.matching.bundle.Label;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.resource.Resource;
import org.qibroker.resource.offer.FreeSlot;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;

/** The page on which a whole plan is booked: one slot a provider, the earliest proposed, confirmed once. */
final class BundlePages {
    private static final String TEMPLATE = "booking/bundle.jte";
    private static final int DAYS_AHEAD = 90;
    private static final int MOST_SLOTS = 60;

    private final Platform platform;
    private final Bookings bookings;
    private final Sources sources;

    BundlePages(Platform platform, Bookings bookings, Sources sources) {
        this.platform = platform;
        this.bookings = bookings;
        this.sources = sources;
    }

    void mount(PageRouter pages) {
        pages.get("/bundles/new", Access.of(Role.ENTERPRISE), this::open);
        pages.post("/bundles/new", Access.of(Role.ENTERPRISE), this::send);
    }

    private Future<View> open(PageCall call) {
        return order(call, call.inputs(), null).map(order -> View.page(TEMPLATE, Map.of("order", order)));
    }

    /** The plan named by its demand and label, as it was matched; what the form says, if there is one. */
    private Future<BundleOrder> order(PageCall call, Inputs inputs, @Nullable Form form) {
        UUID id = inputs.id("demandId").orElseThrow(() -> Refusal.notFound("demand"));
        Label label = inputs.constant("plan", Label.class).orElseThrow(() -> Refusal.notFound("bundle"));
        return sources.demands().get(id, call.caller()).compose(demand -> sources.matching()
                .kept(id, call.caller())
                .map(answer -> answer.bundles().stream()
                        .filter(plan -> plan.bestAt().contains(label))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("bundle")))
                .compose(plan -> left(demand, plan))
                .compose(plan -> order(demand, plan, form)));
    }

    /** What of the plan is not booked already. */
    private Future<Bundle> left(Demand demand, Bundle plan) {
        return sources.demands().openItems(demand).map(open -> plan.only(
                        index -> open.contains(demand.items().get(index).id()))
                .orElseThrow(() -> Refusal.conflict("bundle-booked")));
    }

    private Future<BundleOrder> order(Demand demand, Bundle plan, @Nullable Form form) {
        ScopeView scopes = sources.scopes().get();
        List<UUID> needed = plan.choices().stream()
                .flatMap(choice -> Parts.resource(choice.capabilityIds(), scopes).stream())
                .distinct()
                .toList();
        List<Future<Resource>> resources =
                needed.stream().map(sources.resources()::get).toList();
        List<Future<List<FreeSlot>>> slots = needed.stream().map(this::free).toList();
        return Future.all(resources).compose(found -> Future.all(slots)).map(found -> {
            Map<UUID, Resource> known = new HashMap<>();
            Map<UUID, List<FreeSlot>> free = new HashMap<>();
            for (int i = 0; i < needed.size(); i++) {
                known.put(needed.get(i), resources.get(i).result());
                free.put(needed.get(i), slots.get(i).result());
            }
            List<Part> parts = Parts.of(plan, demand.specs(), scopes, known);
            return new BundleOrder(demand, plan, offered(parts, free, form), form == null ? "" : form.text("note"));
        });
    }

    private Future<List<FreeSlot>> free(UUID resource) {
        LocalDate today = RegionTime.day(platform.clock().instant());
        return sources.resources()
                .availability(resource, today, today.plusDays(DAYS_AHEAD))
                .map(slots -> slots.stream()
                        .filter(slot -> slot.free() > 0)
                        .limit(MOST_SLOTS)
                        .toList());
    }

    private List<Part.Offered> offered(List<Part> parts, Map<UUID, List<FreeSlot>> free, @Nullable Form form) {
        List<String> proposed = Parts.proposed(parts, free);
        List<Part.Offered> offered = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Resource resource = part.resource();
            List<FreeSlot> slots = resource == null ? List.of() : free.getOrDefault(resource.id(), List.of());
            UUID key = (form == null ? Optional.<UUID>empty() : form.inputs().id("key-" + i))
                    .orElseGet(platform.ids()::next);
            offered.add(
                    new Part.Offered(part, key, slots, chosen(form, i, slots).orElse(proposed.get(i))));
        }
        return offered;
    }

    /** What was chosen for a part, as long as it can be had. */
    private static Optional<String> chosen(@Nullable Form form, int part, List<FreeSlot> slots) {
        return form == null
                ? Optional.empty()
                : form.optional("slot-" + part)
                        .filter(value -> slots.stream().map(ChosenSlot::value).anyMatch(value::equals));
    }

    private Future<View> send(PageCall call) {
        Form form = call.form();
        return order(call, form.inputs(), form)
                .compose(order -> request(call, order)
                        .map(made -> View.seeOther("/bookings").flash("bundle.flash.requested"))
                        .recover(failure -> sentBefore(call, failure).recover(unknown -> again(call, failure))))
                .recover(failure -> sentBefore(call, failure));
    }

    /** Where the same form was sent before, what it led to; else the failure stays. */
    private Future<View> sentBefore(PageCall call, Throwable failure) {
        return call.form()
                .inputs()
                .id("key-0")
                .map(key -> bookings.get(key, call.caller()).map(booking -> View.seeOther("/bookings")))
                .orElseGet(() -> Future.failedFuture(failure))
                .recover(unknown -> Future.failedFuture(failure));
    }

    private Future<View> again(PageCall call, Throwable failure) {
        return order(call, call.form().inputs(), call.form())
                .map(order -> View.refused(failure, TEMPLATE, Map.of("order", order)));
    }

    private Future<List<Booking>> request(PageCall call, BundleOrder order) {
        try {
            List<UUID> ids = order.parts().stream().map(Part.Offered::key).toList();
            List<BookingRequest> requests = new ArrayList<>();
            for (int i = 0; i < order.parts().size(); i++) {
                requests.add(Validation.valid(
                        request(order, order.parts().get(i), call.form().text("slot-" + i))));
            }
            return bookings.requestAll(ids, requests, call.caller());
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static BookingRequest request(BundleOrder order, Part.Offered offered, String chosen) {
        Part part = offered.part();
        Resource resource = part.resource();
        boolean days = resource != null && resource.mode().wholeDays();
        Optional<ChosenSlot> slot = part.queued()
                ? Optional.empty()
                : ChosenSlot.of(chosen).map(one -> days ? one.onwards(offered.slots()) : one);
        List<DemandItem> items = order.demand().items();
        return new BookingRequest(
                part.lines(),
                order.demand().id(),
                part.items().stream()
                        .map(index -> Objects.requireNonNull(items.get(index).id()))
                        .toList(),
                resource == null ? null : resource.id(),
                slot.map(ChosenSlot::start).orElse(null),
                slot.map(ChosenSlot::end).orElse(null),
                null,
                part.pieces(),
                order.note());
    }
}
