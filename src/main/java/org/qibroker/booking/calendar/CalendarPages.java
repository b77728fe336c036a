package org.qibroker.booking.calendar;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.ChosenSlot;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.resource.Closure;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Resources;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The calendar of a resource, where its provider proposes other times and closes it for a while. */
public final class CalendarPages {
    private static final String TEMPLATE = "calendar/week.jte";

    private final Platform platform;
    private final Resources resources;
    private final Bookings bookings;
    private final Calendars calendars;

    /** Pages in front of the façades. */
    public CalendarPages(Platform platform, Resources resources, Bookings bookings) {
        this.platform = platform;
        this.resources = resources;
        this.bookings = bookings;
        this.calendars = new Calendars(platform, resources);
    }

    /** Mounts them. */
    public void mount(PageRouter pages) {
        Access provider = Access.of(Role.PROVIDER);
        pages.get("/resources/:id/calendar", provider, call -> shown(call).map(CalendarPages::page));
        pages.post(
                "/resources/:id/calendar/moves", provider, call -> done(call, this::move, "calendar.flash.proposed"));
        pages.post(
                "/resources/:id/calendar/closures", provider, call -> done(call, this::close, "calendar.flash.closed"));
        pages.post(
                "/resources/:id/calendar/openings", provider, call -> done(call, this::open, "calendar.flash.opened"));
    }

    private static View page(Week week) {
        return View.page(TEMPLATE, Map.of("week", week));
    }

    private Future<Week> shown(PageCall call) {
        return resources
                .own(call.id("id"), call.caller())
                .compose(resource -> calendars.week(resource, day(call, resource)));
    }

    /** The day asked for; else the first of the week asked for; else today. */
    private LocalDate day(PageCall call, Resource resource) {
        LocalDate today = platform.clock().instant().atZone(resource.zone()).toLocalDate();
        Optional<LocalDate> week = call.inputs().date("week");
        Optional<LocalDate> day = call.inputs().date("day");
        boolean within = week.isEmpty()
                || day.filter(one -> !one.isBefore(week.get())
                                && one.isBefore(week.get().plusWeeks(1)))
                        .isPresent();
        return within ? day.or(() -> week).orElse(today) : week.orElse(today);
    }

    private Future<View> done(PageCall call, Function<PageCall, Future<?>> work, String flash) {
        return attempted(call, work)
                .compose(done -> shown(call))
                .map(week -> View.seeOther(week.address()).flash(flash))
                .recover(failure -> shown(call).map(week -> View.refused(failure, TEMPLATE, Map.of("week", week))));
    }

    private static Future<?> attempted(PageCall call, Function<PageCall, Future<?>> work) {
        try {
            return work.apply(call);
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static long version(Form form) {
        return form.inputs().integer("version").orElseThrow(Refusal::stale);
    }

    private static ChosenSlot slot(Form form) {
        return ChosenSlot.of(form.text("slot")).orElseThrow(() -> Refusal.badInput("/start", "not-null"));
    }

    private static Instant closure(Form form) {
        return form.inputs().moment("closure").orElseThrow(() -> Refusal.badInput("/closure", "not-null"));
    }

    /** Proposes another time for a booking, or moves a closure. */
    private Future<?> move(PageCall call) {
        Form form = call.form();
        ChosenSlot slot = slot(form);
        Optional<UUID> booking = form.inputs().id("booking");
        if (booking.isEmpty()) {
            return resources.moveClosure(call.id("id"), version(form), closure(form), slot.start(), call.caller());
        }
        return bookings.get(booking.get(), call.caller()).compose(found -> {
            Instant end = end(found.place(), slot);
            BookingTransition proposal = BookingTransition.reschedule(
                    slot.start(), end, form.optional("reason").orElse(null));
            return bookings.transition(found.id(), version(form), proposal, call.caller());
        });
    }

    /** A booking of several slots keeps its length. */
    private static Instant end(Booking.@Nullable Place place, ChosenSlot slot) {
        if (place == null || place.slot().days(place.zone())) {
            return slot.end();
        }
        return slot.start()
                .plus(Duration.between(place.slot().start(), place.slot().end()));
    }

    private Future<?> close(PageCall call) {
        Form form = call.form();
        ChosenSlot slot = slot(form);
        Closure closure =
                new Closure(slot.start(), slot.end(), form.optional("reason").orElse(null));
        return resources.close(call.id("id"), version(form), closure, call.caller());
    }

    private Future<?> open(PageCall call) {
        Form form = call.form();
        return resources.reopen(call.id("id"), version(form), closure(form), call.caller());
    }
}
