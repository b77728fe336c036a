package org.qibroker.booking.pages;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.Reassigning;
import org.qibroker.booking.Reassignment;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.Fragment;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Resources;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Where a provider has the work of a booking done on another resource. */
public final class ReassignPage implements BookingSection {
    private static final String TEMPLATE = "booking/reassign.jte";

    private final Bookings bookings;
    private final Reassigning reassigning;
    private final Resources resources;

    /** Pages in front of the façade. */
    public ReassignPage(Bookings bookings, Reassigning reassigning, Resources resources) {
        this.bookings = bookings;
        this.reassigning = reassigning;
        this.resources = resources;
    }

    /** Mounts them. */
    public void mount(PageRouter pages) {
        pages.get("/bookings/:id/resource", Access.of(Role.PROVIDER), this::open);
        pages.post("/bookings/:id/resource", Access.of(Role.PROVIDER), this::send);
    }

    @Override
    public Future<Optional<Fragment>> of(Booking booking, Caller reader) {
        return elsewhere(booking, reader)
                .map(others -> others.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Fragment("booking/reassignable.jte", Map.of("booking", booking))));
    }

    private Future<View> open(PageCall call) {
        return params(call).map(params -> View.page(TEMPLATE, params));
    }

    private Future<Map<String, Object>> params(PageCall call) {
        return bookings.get(call.id("id"), call.caller()).compose(booking -> elsewhere(booking, call.caller())
                .map(others -> Map.of("booking", booking, "elsewhere", others)));
    }

    /** Where else the work could be done, if the reader may decide that. */
    private Future<List<Resource>> elsewhere(Booking booking, Caller reader) {
        Booking.Place place = booking.place();
        UUID provider = booking.parties().providerId();
        if (place == null || !reader.belongsTo(provider) || !reassigning.possible(booking)) {
            return Future.succeededFuture(List.of());
        }
        boolean days = place.slot().days(place.zone());
        return resources.ofProvider(provider).map(all -> all.stream()
                .filter(resource -> resource.siteId().equals(booking.parties().siteId()))
                .filter(resource -> !resource.id().equals(place.resourceId()))
                .filter(resource -> resource.mode().wholeDays() == days)
                .toList());
    }

    private Future<View> send(PageCall call) {
        UUID id = call.id("id");
        return reassigned(call, id)
                .map(done -> View.seeOther("/bookings/" + id).flash("booking.flash.reassigned"))
                .recover(failure -> params(call).map(params -> View.refused(failure, TEMPLATE, params)));
    }

    private Future<Booking> reassigned(PageCall call, UUID id) {
        Form form = call.form();
        try {
            int version = form.inputs().integer("version").orElseThrow(Refusal::stale);
            Reassignment wish = new Reassignment(
                    form.inputs().id("resourceId").orElseThrow(() -> Refusal.badInput("/resourceId", "not-null")),
                    null,
                    form.optional("reason").orElse(null));
            return reassigning.reassign(id, version, Validation.valid(wish), call.caller());
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }
}
