package org.qibroker.booking.pages;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingEvent;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.BookingTransition;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.machine.NextStep;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.Fragment;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.resource.Resources;
import org.qibroker.resource.offer.FreeSlot;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Pages of bookings: lists, and each booking with what happened and what comes next. */
public final class BookingPages {
    private static final String TEMPLATE = "booking/booking.jte";
    private static final int DAYS_OFFERED = 14;
    private static final int LONGEST_NUMBER = 20;

    private final Platform platform;
    private final Bookings bookings;
    private final Resources resources;
    private final Organisations organisations;
    private final List<BookingSection> sections;

    /** Pages in front of the façade, with what other rooms show on them. */
    public BookingPages(
            Platform platform,
            Bookings bookings,
            Resources resources,
            Organisations organisations,
            List<BookingSection> sections) {
        this.organisations = organisations;
        this.platform = platform;
        this.bookings = bookings;
        this.resources = resources;
        this.sections = List.copyOf(sections);
    }

    /** Mounts them. */
    public void mount(PageRouter pages) {
        pages.get("/bookings", Access.of(Role.ENTERPRISE), this::own);
        pages.get("/inbox", Access.of(Role.PROVIDER), this::inbox);
        pages.get("/region/bookings", Access.of(Role.COORDINATOR), this::region);
        pages.get("/bookings/find", Access.SIGNED_IN, this::find);
        pages.get("/bookings/:id", Access.SIGNED_IN, this::booking);
        pages.post("/bookings/:id/transitions", Access.SIGNED_IN, this::transition);
    }

    private Future<View> own(PageCall call) {
        BookingTab tab = tab(call);
        Future<Page<Booking>> found = tab == BookingTab.MINE
                ? bookings.waitingFor(Actor.ENTERPRISE, call.page(), call.caller())
                : bookings.asked(states(tab, call), call.page(), call.caller());
        return found.compose(page -> list(BookingList.Side.ENTERPRISE, call, page));
    }

    private Future<View> inbox(PageCall call) {
        BookingTab tab = tab(call);
        Future<Page<Booking>> found = tab == BookingTab.MINE
                ? bookings.waitingFor(Actor.PROVIDER, call.page(), call.caller())
                : bookings.received(states(tab, call), call.page(), call.caller());
        return found.compose(page -> list(BookingList.Side.PROVIDER, call, page));
    }

    private Future<View> region(PageCall call) {
        BookingTab tab = tab(call);
        Future<Page<Booking>> found = tab == BookingTab.MINE
                ? bookings.waitingFor(Actor.COORDINATOR, call.page(), call.caller())
                : bookings.all(states(tab, call), call.page(), call.caller());
        return found.compose(page -> list(BookingList.Side.REGION, call, page));
    }

    /** Goes to the booking of a number, or back to where it was looked for. */
    private Future<View> find(PageCall call) {
        String number = call.query("number").orElse("").toUpperCase(Locale.ROOT);
        View unknown = View.seeOther(side(call.caller()).path()).flash("booking.list.find.none");
        return number.isEmpty() || number.length() > LONGEST_NUMBER
                ? Future.succeededFuture(unknown)
                : bookings.find(number, call.caller())
                        .map(found -> found.map(booking -> View.seeOther("/bookings/" + booking.id()))
                                .orElse(unknown));
    }

    private static BookingList.Side side(Caller caller) {
        if (caller.has(Role.COORDINATOR)) {
            return BookingList.Side.REGION;
        }
        return caller.has(Role.ENTERPRISE) ? BookingList.Side.ENTERPRISE : BookingList.Side.PROVIDER;
    }

    private Future<View> list(BookingList.Side side, PageCall call, Page<Booking> page) {
        BookingState state = state(call).orElse(null);
        return parties(page.items())
                .map(parties -> new BookingList(
                        side, tab(call), state, page, parties, platform.clock().instant()))
                .map(list -> View.page("booking/list.jte", Map.of("list", list)));
    }

    private Future<Map<UUID, Organisation>> parties(List<Booking> all) {
        return organisations.byIds(all.stream()
                .flatMap(booking -> Stream.of(
                        booking.parties().enterpriseId(), booking.parties().providerId()))
                .collect(Collectors.toSet()));
    }

    private static List<BookingState> states(BookingTab tab, PageCall call) {
        return state(call).map(List::of).orElseGet(tab::states);
    }

    private static Optional<BookingState> state(PageCall call) {
        return call.inputs().constant("state", BookingState.class);
    }

    private static BookingTab tab(PageCall call) {
        return call.query("tab")
                .flatMap(name -> Arrays.stream(BookingTab.values())
                        .filter(tab -> tab.key().equals(name))
                        .findFirst())
                .orElse(BookingTab.ALL);
    }

    private Future<View> booking(PageCall call) {
        return shown(call).map(page -> View.page(TEMPLATE, Map.of("page", page)));
    }

    private Future<BookingPage> shown(PageCall call) {
        return bookings.get(call.id("id"), call.caller()).compose(booking -> {
            Future<List<BookingEvent>> events = bookings.events(booking.id(), call.caller());
            Future<List<FreeSlot>> slots = movable(booking, call);
            Future<Map<UUID, Organisation>> parties = parties(List.of(booking));
            return sections(booking, call.caller()).compose(parts -> Future.all(events, slots, parties)
                    .map(all -> page(booking, call.caller(), events.result(), slots.result(), parts)
                            .between(parties.result())));
        });
    }

    private Future<List<Fragment>> sections(Booking booking, Caller reader) {
        List<Future<Optional<Fragment>>> parts =
                sections.stream().map(section -> section.of(booking, reader)).toList();
        return Future.all(parts)
                .map(all ->
                        parts.stream().flatMap(part -> part.result().stream()).toList());
    }

    private BookingPage page(
            Booking booking, Caller reader, List<BookingEvent> events, List<FreeSlot> slots, List<Fragment> parts) {
        Actor part = Bookings.part(booking, reader).orElseThrow();
        NextStep next = NextStep.of(booking).orElse(null);
        return new BookingPage(
                booking, part, bookings.actions(booking, reader), next, events, slots, parts, Map.of(), bookings.now());
    }

    private Future<List<FreeSlot>> movable(Booking booking, PageCall call) {
        Booking.Place place = booking.place();
        if (place == null || !bookings.actions(booking, call.caller()).contains(BookingAction.RESCHEDULE)) {
            return Future.succeededFuture(List.of());
        }
        LocalDate today = platform.clock().instant().atZone(place.zone()).toLocalDate();
        return resources
                .availability(place.resourceId(), today, today.plusDays(DAYS_OFFERED))
                .map(slots -> slots.stream().filter(slot -> slot.free() > 0).toList());
    }

    private Future<View> transition(PageCall call) {
        UUID id = call.id("id");
        return take(call, id)
                .map(done -> View.seeOther("/bookings/" + id).flash("booking.flash.done"))
                .recover(failure -> shown(call).map(page -> View.refused(failure, TEMPLATE, Map.of("page", page))));
    }

    private Future<Booking> take(PageCall call, UUID id) {
        Form form = call.form();
        try {
            int version = form.inputs().integer("version").orElseThrow(Refusal::stale);
            return bookings.transition(id, version, transition(form), call.caller());
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static BookingTransition transition(Form form) {
        Optional<ChosenSlot> slot = ChosenSlot.of(form.text("slot"));
        return new BookingTransition(
                form.inputs()
                        .constant("action", BookingAction.class)
                        .orElseThrow(() -> Refusal.badInput("/action", "not-null")),
                form.optional("reason").orElse(null),
                slot.map(ChosenSlot::start).orElse(null),
                slot.map(ChosenSlot::end).orElse(null),
                form.inputs().constant("waitingFor", Actor.class).orElse(null),
                form.inputs().constant("outcome", BookingState.class).orElse(null),
                form.optional("reportNumber").orElse(null));
    }
}
