package org.qibroker.feedback.rating;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The page on which a booking is rated and replied to, and the ratings and record of a provider. */
final class RatingPages {
    private static final String TEMPLATE = "feedback/rating.jte";

    private final Bookings bookings;
    private final Ratings ratings;

    RatingPages(Bookings bookings, Ratings ratings) {
        this.bookings = bookings;
        this.ratings = ratings;
    }

    void mount(PageRouter pages) {
        pages.get("/bookings/:id/rating", Access.SIGNED_IN, this::show);
        pages.post("/bookings/:id/rating", Access.of(Role.ENTERPRISE), this::rate);
        pages.post("/bookings/:id/rating/reply", Access.of(Role.PROVIDER), this::reply);
        pages.get("/providers/:id/record", Access.PUBLIC, this::record);
    }

    private Future<View> show(PageCall call) {
        return params(call, Optional.empty()).map(params -> View.page(TEMPLATE, params));
    }

    private Future<Map<String, Object>> params(PageCall call, Optional<Form> sent) {
        UUID id = call.id("id");
        return bookings.get(id, call.caller())
                .compose(booking -> ratings.find(id, call.caller()).map(rating -> params(booking, rating, call, sent)));
    }

    private static Map<String, Object> params(
            Booking booking, Optional<Rating> rating, PageCall call, Optional<Form> sent) {
        return Map.of(
                "booking",
                booking,
                "rating",
                rating,
                "part",
                Bookings.part(booking, call.caller()).orElse(Actor.COORDINATOR),
                "sent",
                sent);
    }

    private Future<View> rate(PageCall call) {
        return ratings.find(call.id("id"), call.caller())
                .compose(before -> ratings.rate(call.id("id"), draft(call.form()), call.caller()))
                .map(done -> View.seeOther("/bookings/" + call.id("id")).flash("feedback.flash.rated"))
                .recover(failure -> again(call, failure));
    }

    private static RatingDraft draft(Form form) {
        return Validation.valid(new RatingDraft(
                point(form, "service"),
                point(form, "punctuality"),
                point(form, "clarity"),
                form.optional("comment").orElse(null)));
    }

    private static Integer point(Form form, String name) {
        return form.inputs().integer(name).orElseThrow(() -> Refusal.badInput("/" + name, "not-null"));
    }

    private Future<View> reply(PageCall call) {
        return ratings.reply(call.id("id"), call.form().text("text"), call.caller())
                .map(done ->
                        View.seeOther("/bookings/" + call.id("id") + "/rating").flash("feedback.flash.replied"))
                .recover(failure -> again(call, failure));
    }

    private Future<View> again(PageCall call, Throwable failure) {
        return params(call, Optional.of(call.form())).map(params -> View.refused(failure, TEMPLATE, params));
    }

    private Future<View> record(PageCall call) {
        UUID provider = call.id("id");
        return Future.all(ratings.record(provider), ratings.list(provider, call.page()))
                .map(found -> View.page(
                        "feedback/record.jte",
                        Map.of("provider", provider, "record", found.resultAt(0), "page", found.resultAt(1))));
    }
}
