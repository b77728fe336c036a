package org.qibroker.booking;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.booking.BookingView.FlagView;
import org.qibroker.booking.BookingView.WarningView;
import org.qibroker.booking.order.BookingRequest;
import org.qibroker.booking.order.BundleRequest;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Bookings as JSON. */
final class BookingApi {
    private final Platform platform;
    private final Bookings bookings;
    private final Reassigning reassigning;

    BookingApi(Platform platform, Bookings bookings, Reassigning reassigning) {
        this.platform = platform;
        this.bookings = bookings;
        this.reassigning = reassigning;
    }

    void bind(ApiBinder api) {
        api.bind("createBooking", this::create);
        api.bind("bookBundle", this::createAll);
        api.bind(
                "getBooking", call -> bookings.get(call.id("id"), call.caller()).map(b -> reply(call, b)));
        api.bind("listBookings", this::list);
        api.bind("transitionBooking", this::transition);
        api.bind("reassignBooking", this::reassign);
        api.bind("listBookingEvents", this::events);
    }

    private Future<ApiReply> create(ApiCall call) {
        BookingRequest request = call.body(BookingRequest.class);
        return bookings.requestOnce(
                call.idempotencyKey(),
                request,
                call.caller(),
                b -> ApiReply.created("/api/v1/bookings/" + b.id(), view(call, b), b.version()));
    }

    private Future<ApiReply> createAll(ApiCall call) {
        List<BookingRequest> requests = call.body(BundleRequest.class).bookings();
        List<UUID> ids = requests.stream().map(request -> platform.ids().next()).toList();
        return platform.idempotency().once(call, () -> bookings.requestAll(ids, requests, call.caller())
                .map(made -> ApiReply.created(
                        "/api/v1/bookings",
                        Map.of("items", made.stream().map(b -> view(call, b)).toList()))));
    }

    private Future<ApiReply> list(ApiCall call) {
        BookingState state = call.queryEnum("state", BookingState.class).orElse(null);
        return bookings.list(state, call.page(), call.caller())
                .map(page -> ApiReply.ok(page.map(booking -> view(call, booking))));
    }

    private Future<ApiReply> transition(ApiCall call) {
        UUID id = call.id("id");
        long version = call.ifMatch();
        BookingTransition transition = call.body(BookingTransition.class);
        return bookings.transition(id, version, transition, call.caller()).map(b -> reply(call, b));
    }

    private Future<ApiReply> reassign(ApiCall call) {
        UUID id = call.id("id");
        long version = call.ifMatch();
        Reassignment wish = call.body(Reassignment.class);
        return reassigning.reassign(id, version, wish, call.caller()).map(b -> reply(call, b));
    }

    private Future<ApiReply> events(ApiCall call) {
        return bookings.events(call.id("id"), call.caller()).map(events -> ApiReply.ok(Map.of("items", events)));
    }

    private ApiReply reply(ApiCall call, Booking booking) {
        return ApiReply.ok(view(call, booking), booking.version());
    }

    private BookingView view(ApiCall call, Booking booking) {
        List<WarningView> warnings = booking.order().warnings().stream()
                .map(w -> new WarningView(
                        w.code(),
                        w.about(),
                        platform.messages().text(call.locale(), "booking.warning." + w.code(), w.about())))
                .toList();
        List<FlagView> flags = booking.flags().stream()
                .map(f -> new FlagView(
                        f.code(),
                        f.about(),
                        platform.messages().text(call.locale(), "booking.flag." + f.code(), f.about()),
                        f.since()))
                .toList();
        return BookingView.of(
                booking,
                bookings.actions(booking, call.caller()),
                new BookingView.Findings(
                        warnings, flags, booking.finishBy(platform.calendar()).orElse(null)));
    }
}
