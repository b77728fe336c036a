package org.qibroker.booking.pages;

import io.vertx.core.Future;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.order.BookingRequest;
import org.qibroker.booking.order.OrderRules;
import org.qibroker.booking.pages.NewBooking.Day;
import org.qibroker.booking.pages.NewBooking.Filled;
import org.qibroker.booking.pages.NewBooking.Queue;
import org.qibroker.booking.pages.NewBooking.Week;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.ScopeView;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceMode;
import org.qibroker.resource.Resources;
import org.qibroker.resource.offer.FreeSlot;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;

/** The page on which a booking is requested: what, when, how many. */
public final class NewBookingPage {
    private static final String TEMPLATE = "booking/new.jte";
    private static final int WEEKS_AHEAD = 8;
    private static final int WEEKS_SPREAD = 4;

    private final Platform platform;
    private final Bookings bookings;
    private final ScopeIndex scopes;
    private final Resources resources;

    /** Pages in front of the façade. */
    public NewBookingPage(Platform platform, Bookings bookings, ScopeIndex scopes, Resources resources) {
        this.platform = platform;
        this.bookings = bookings;
        this.scopes = scopes;
        this.resources = resources;
    }

    /** Mounts them. */
    public void mount(PageRouter pages) {
        pages.get("/bookings/new", Access.of(Role.ENTERPRISE), this::open);
        pages.post("/bookings/new", Access.of(Role.ENTERPRISE), this::send);
    }

    private Future<View> open(PageCall call) {
        Filled filled = new Filled(
                platform.ids().next(),
                ids(call.queryAll("capabilityIds")),
                call.inputs().id("demandId").orElse(null),
                ids(call.queryAll("demandItemIds")),
                "",
                call.query("pieces").orElse("1"),
                "");
        return shown(call, filled, call.inputs().date("from")).map(page -> View.page(TEMPLATE, Map.of("page", page)));
    }

    private static List<UUID> ids(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(NewBookingPage::id)
                .distinct()
                .toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw (Refusal) Refusal.notFound("capability").initCause(malformed);
        }
    }

    private Future<NewBooking> shown(PageCall call, Filled filled, Optional<LocalDate> from) {
        if (filled.capabilityIds().isEmpty()) {
            return Future.failedFuture(Refusal.notFound("capability"));
        }
        ScopeView view = scopes.view();
        List<Capability> lines =
                OrderRules.lines(filled.capabilityIds(), view, call.caller().organisation());
        return resource(lines)
                .compose(resource -> resource != null && resource.mode() == ResourceMode.QUEUE
                        ? queue(resource, filled, OrderRules.terms(lines, 1).turnaroundDays())
                                .map(queue -> page(lines, view, null, queue, filled))
                        : week(resource, from).map(week -> page(lines, view, week, null, filled)));
    }

    private Future<@Nullable Resource> resource(List<Capability> lines) {
        Optional<UUID> needed = lines.stream()
                .map(line -> line.terms().resourceId())
                .filter(Objects::nonNull)
                .findFirst();
        return needed.isEmpty() ? Future.succeededFuture(null) : resources.get(needed.get());
    }

    private Future<Queue> queue(Resource resource, Filled filled, @Nullable Integer turnaround) {
        LocalDate today = today(resource.zone());
        int pieces = filled.pieces().matches("\\d{1,5}") ? Integer.parseInt(filled.pieces()) : 1;
        return resources
                .availability(resource.id(), today.plusDays(1), today.plusWeeks(WEEKS_AHEAD))
                .map(days -> queue(resource, promised(days, pieces), turnaround));
    }

    private Queue queue(Resource resource, @Nullable LocalDate promised, @Nullable Integer turnaround) {
        LocalDate finish = promised == null || turnaround == null
                ? null
                : platform.calendar().plusWorkdays(promised, turnaround);
        return new Queue(resource, promised, finish);
    }

    private static @Nullable LocalDate promised(List<FreeSlot> days, int pieces) {
        int places = 0;
        for (FreeSlot day : days) {
            places += day.free();
            if (places >= pieces) {
                return day.start().toLocalDate();
            }
        }
        return null;
    }

    private NewBooking page(
            List<Capability> lines, ScopeView view, @Nullable Week week, @Nullable Queue queue, Filled filled) {
        Capability first = lines.get(0);
        Booking.Terms terms = OrderRules.terms(lines, 1);
        LocalDate day = week == null ? today(RegionTime.ZONE) : week.first();
        return new NewBooking(
                view.provider(first.providerId()).nameZh(),
                first.providerId(),
                view.site(first.siteId()).nameZh(),
                lines.stream().map(OrderRules::kept).toList(),
                terms,
                OrderRules.warnings(lines, view, day, terms.turnaroundDays(), platform.calendar()),
                week,
                queue,
                filled);
    }

    private LocalDate today(ZoneId zone) {
        return platform.clock().instant().atZone(zone).toLocalDate();
    }

    /** The week asked for, else the first with a free place. */
    private Future<@Nullable Week> week(@Nullable Resource resource, Optional<LocalDate> from) {
        if (resource == null) {
            return Future.succeededFuture(null);
        }
        LocalDate thisMonday = monday(today(resource.zone()));
        LocalDate first =
                from.map(NewBookingPage::monday).filter(thisMonday::isBefore).orElse(thisMonday);
        LocalDate last = from.isPresent()
                ? first.plusDays(6)
                : first.plusWeeks(WEEKS_AHEAD).minusDays(1);
        return resources.availability(resource.id(), first, last).map(slots -> {
            LocalDate chosen = from.isPresent() ? first : firstFree(slots).orElse(first);
            return week(resource, chosen, slots);
        });
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Optional<LocalDate> firstFree(List<FreeSlot> slots) {
        return slots.stream()
                .filter(slot -> slot.free() > 0)
                .findFirst()
                .map(slot -> monday(slot.start().toLocalDate()));
    }

    private Week week(Resource resource, LocalDate first, List<FreeSlot> slots) {
        List<Day> days = first.datesUntil(first.plusWeeks(1))
                .map(date -> new Day(date, on(date, slots)))
                .toList();
        boolean earlier = first.isAfter(monday(today(resource.zone())));
        boolean known = platform.calendar().covers(first.getYear())
                && platform.calendar().covers(first.plusDays(6).getYear());
        return new Week(resource, first, days, earlier, known);
    }

    private static List<FreeSlot> on(LocalDate date, List<FreeSlot> slots) {
        return slots.stream()
                .filter(slot -> slot.start().toLocalDate().equals(date))
                .toList();
    }

    private Future<View> send(PageCall call) {
        Form form = call.form();
        Filled filled = new Filled(
                form.inputs().id("key").orElseGet(platform.ids()::next),
                ids(form.all("capabilityIds")),
                form.inputs().id("demandId").orElse(null),
                ids(form.all("demandItemIds")),
                form.text("slot"),
                form.text("pieces"),
                form.text("note"));
        return request(call, filled)
                .map(booking -> View.seeOther("/bookings/" + booking.id()).flash("booking.flash.requested"))
                .recover(failure -> sentBefore(call, filled).recover(unknown -> again(call, filled, failure)));
    }

    private Future<View> sentBefore(PageCall call, Filled filled) {
        return bookings.get(filled.key(), call.caller()).map(booking -> View.seeOther("/bookings/" + booking.id()));
    }

    private Future<Booking> request(PageCall call, Filled filled) {
        try {
            Inputs inputs = call.form().inputs();
            Optional<UUID> resource = inputs.id("resourceId");
            Optional<ChosenSlot> slot = ChosenSlot.of(filled.slot());
            int pieces = inputs.integer("pieces").orElse(1);
            return spread(resource, slot)
                    .compose(chosen -> bookings.request(
                            filled.key(), Validation.valid(request(filled, resource, chosen, pieces)), call.caller()));
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static BookingRequest request(
            Filled filled, Optional<UUID> resource, Optional<ChosenSlot> slot, int pieces) {
        return new BookingRequest(
                filled.capabilityIds(),
                filled.demandId(),
                filled.demandItemIds(),
                resource.orElse(null),
                slot.map(ChosenSlot::start).orElse(null),
                slot.map(ChosenSlot::end).orElse(null),
                null,
                pieces,
                filled.note());
    }

    /** The slot chosen; where days are booked, as many from that on as the pieces may need. */
    private Future<Optional<ChosenSlot>> spread(Optional<UUID> id, Optional<ChosenSlot> slot) {
        if (id.isEmpty() || slot.isEmpty()) {
            return Future.succeededFuture(slot);
        }
        return resources.get(id.get()).compose(resource -> {
            LocalDate first = slot.get().start().atZone(resource.zone()).toLocalDate();
            return resource.mode().wholeDays()
                    ? resources
                            .availability(resource.id(), first, first.plusWeeks(WEEKS_SPREAD))
                            .map(days -> Optional.of(slot.get().onwards(days)))
                    : Future.succeededFuture(slot);
        });
    }

    private Future<View> again(PageCall call, Filled filled, Throwable failure) {
        Optional<LocalDate> week = call.form().inputs().date("from");
        return shown(call, filled, week).map(page -> View.refused(failure, TEMPLATE, Map.of("page", page)));
    }
}
