package org.qibroker.custody;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;

/** Pages of the samples of a booking: the list with all steps, and the labels to print. */
final class SamplePages {
    private static final String TEMPLATE = "custody/samples.jte";

    private final Samples samples;
    private final Destinations destinations;
    private final StoredFiles files;

    SamplePages(Samples samples, Destinations destinations, StoredFiles files) {
        this.samples = samples;
        this.destinations = destinations;
        this.files = files;
    }

    void mount(PageRouter pages) {
        pages.get("/bookings/:id/samples", Access.SIGNED_IN, this::list);
        pages.post("/bookings/:id/samples", Access.SIGNED_IN, this::label);
        pages.get("/bookings/:id/labels", Access.SIGNED_IN, this::labels);
        pages.upload("/bookings/:id/samples/custody", Access.SIGNED_IN, this::pass);
        pages.get("/bookings/:id/samples/photos/:photo", Access.SIGNED_IN, this::photo);
    }

    private Future<SamplePage> page(PageCall call) {
        return samples.ofBooking(call.id("id"), call.caller())
                .map(lot -> new SamplePage(
                        lot, Bookings.part(lot.booking(), call.caller()).orElseThrow()));
    }

    private Future<View> list(PageCall call) {
        return page(call).map(page -> View.page(TEMPLATE, Map.of("page", page)));
    }

    private Future<View> label(PageCall call) {
        UUID id = call.id("id");
        return shownAgain(call, () -> page(call)
                .compose(page -> samples.label(id, names(call, page), call.caller()))
                .map(lot -> View.seeOther("/bookings/" + id + "/labels").flash("custody.flash.labelled")));
    }

    private static List<String> names(PageCall call, SamplePage page) {
        return StepForm.names(call.form(), page.booking().order().lines().get(0).subject());
    }

    private Future<View> labels(PageCall call) {
        return page(call).compose(page -> destinations
                .of(page.booking())
                .map(to -> View.page("custody/labels.jte", Map.of("page", page, "to", to))));
    }

    private Future<View> pass(PageCall call) {
        UUID id = call.id("id");
        return shownAgain(call, () -> samples.pass(
                        StepForm.codes(call.form()), StepForm.step(call.form()), StepForm.photo(call), call.caller())
                .map(lot -> View.seeOther("/bookings/" + id + "/samples").flash("custody.flash.passed")));
    }

    private Future<View> photo(PageCall call) {
        return samples.photo(call.id("id"), call.id("photo"), call.caller())
                .map(photo -> View.file(files.reply(photo)));
    }

    private Future<View> shownAgain(PageCall call, Supplier<Future<View>> work) {
        return attempted(work)
                .recover(failure -> page(call).map(page -> View.refused(failure, TEMPLATE, Map.of("page", page))));
    }

    private static Future<View> attempted(Supplier<Future<View>> work) {
        try {
            return work.get();
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }
}
