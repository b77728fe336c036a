package org.qibroker.booking;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.account.Organisations;
import org.qibroker.booking.board.BoardPages;
import org.qibroker.booking.calendar.CalendarPages;
import org.qibroker.booking.flag.Flagging;
import org.qibroker.booking.order.Ordering;
import org.qibroker.booking.pages.BookingPages;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.booking.pages.NewBookingPage;
import org.qibroker.booking.pages.ReassignPage;
import org.qibroker.booking.states.StatePages;
import org.qibroker.catalog.CatalogModule;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.demand.Demands;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.time.DueClock;
import org.qibroker.platform.web.Fragment;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.resource.ResourceModule;
import org.qibroker.shared.Caller;
import org.qibroker.talk.Conversation;
import org.qibroker.talk.Part;
import org.qibroker.talk.Seat;
import org.qibroker.talk.Subject;
import org.qibroker.talk.Talk;

/** Wires bookings. */
public final class BookingModule {
    private final Platform platform;
    private final Bookings bookings;
    private final Reassigning reassigning;
    private final ScopeIndex scopes;
    private final Flagging flagging;
    private final Organisations organisations;
    private final ResourceModule resources;
    private final Talk talk;

    /**
     * Whom bookings ask, and tell.
     *
     * @param reports keeps what reports say
     */
    public record Neighbours(Organisations organisations, Demands demands, ReportKeeper reports) {}

    /** Bookings of lines of the catalog. */
    public BookingModule(Platform platform, CatalogModule catalog, ResourceModule resources, Neighbours neighbours) {
        this.platform = platform;
        this.scopes = catalog.scopes();
        this.resources = resources;
        this.organisations = neighbours.organisations();
        Ordering ordering = new Ordering(
                scopes,
                neighbours.organisations(),
                resources.resources(),
                resources.allocations(),
                neighbours.demands());
        PlaceKeeper places = new PlaceKeeper(resources.resources(), resources.allocations());
        this.bookings = new Bookings(
                platform,
                new Requesting(platform, ordering, resources.allocations()),
                new Awarding(platform, ordering, resources.allocations()),
                places,
                neighbours.reports());
        this.reassigning = new Reassigning(platform, bookings, resources.resources(), resources.allocations());
        this.flagging = new Flagging(platform, bookings, catalog.catalog());
        this.talk = new Talk(platform, Subject.BOOKING, this::seat);
    }

    private Future<Seat> seat(UUID id, Caller caller) {
        return bookings.get(id, caller)
                .map(booking -> new Seat(
                        Part.valueOf(
                                Bookings.part(booking, caller).orElseThrow().name()),
                        (tx, excerpt) -> bookings.tell(tx, booking, "booking-message-sent", excerpt, caller)));
    }

    private Future<Optional<Fragment>> messages(Booking booking, Caller reader) {
        return talk.of(booking.id(), reader).map(Conversation::fragment).map(Optional::of);
    }

    /** How work comes to another resource. */
    public Reassigning reassigning() {
        return reassigning;
    }

    /** Orders and their life. */
    public Bookings bookings() {
        return bookings;
    }

    /** What lets happen what is due; it does not run before it is started. */
    public DueClock clock() {
        return new DueClock(
                platform.vertx(), platform.database(), "steps of bookings", new BookingClock(bookings)::runOne);
    }

    /** What holds each open booking against the scope once a day; it does not run before it is started. */
    public DueClock checks() {
        return new DueClock(platform.vertx(), platform.database(), "checks of bookings", flagging::checkNext);
    }

    /** What follows from changes of scopes. */
    public List<Projection> projections() {
        return List.of(flagging);
    }

    /** Binds the operations of bookings. */
    public void bind(ApiBinder api) {
        new BookingApi(platform, bookings, reassigning).bind(api);
        talk.bind(api);
    }

    /** Mounts the pages of bookings, with what other rooms show on the page of each. */
    public void mount(PageRouter pages, List<BookingSection> sections) {
        new NewBookingPage(platform, bookings, scopes, resources.resources()).mount(pages);
        new StatePages(platform.messages()).mount(pages);
        new BoardPages(platform, bookings).mount(pages);
        ReassignPage reassign = new ReassignPage(bookings, reassigning, resources.resources());
        List<BookingSection> all = Stream.concat(
                        Stream.concat(Stream.of(reassign), sections.stream()), Stream.of(this::messages))
                .toList();
        talk.mount(pages);
        reassign.mount(pages);
        new CalendarPages(platform, resources.resources(), bookings).mount(pages);
        new BookingPages(platform, bookings, resources.resources(), organisations, all).mount(pages);
    }
}
