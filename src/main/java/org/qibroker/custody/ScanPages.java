package org.qibroker.custody;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.QrCode;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;

/**
 * The page behind the QR code of a sample. Whoever scans it learns where to bring the sample, and nothing else; to
 * those whose sample it is, it shows the sample, and to the laboratory how to receive it by one tap.
 */
final class ScanPages {
    private static final String FIND = "custody/find.jte";
    private static final String SCAN = "custody/scan.jte";

    private final Platform platform;
    private final Samples samples;
    private final RateLimiter scans;

    ScanPages(Platform platform, Samples samples) {
        this.platform = platform;
        this.samples = samples;
        this.scans = RateLimiter.shared(
                platform.vertx(), "sample-scans", platform.clock(), new RateLimiter.Limit(60, Duration.ofSeconds(1)));
    }

    void mount(PageRouter pages) {
        pages.get("/s", Access.PUBLIC, this::find);
        pages.get("/s/:code", Access.PUBLIC, this::scan);
        pages.get("/s/:code/qr.svg", Access.PUBLIC, this::picture);
        pages.upload("/s/:code/custody", Access.SIGNED_IN, this::pass);
    }

    private Future<View> find(PageCall call) {
        String typed = call.query("code").orElse("");
        if (typed.isEmpty()) {
            return Future.succeededFuture(View.page(FIND, Map.of("typed", typed)));
        }
        return code(typed)
                .map(code -> View.seeOther("/s/" + code))
                .recover(failure -> Future.succeededFuture(notFound(failure, typed)));
    }

    private static Future<SampleCode> code(String typed) {
        try {
            return Future.succeededFuture(SampleCode.of(typed));
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static View notFound(Throwable failure, String typed) {
        return View.refused(failure, FIND, Map.of("typed", typed));
    }

    private Future<View> picture(PageCall call) {
        String address = platform.settings().publicUrl() + "/s/" + SampleCode.of(call.path("code"));
        return Future.succeededFuture(QrCode.picture(address));
    }

    private Future<View> scan(PageCall call) {
        scans.check(call.remoteAddress());
        String typed = call.path("code");
        return code(typed)
                .compose(code -> params(code, call).map(params -> View.page(SCAN, params)))
                .recover(failure -> Future.succeededFuture(notFound(failure, typed)));
    }

    private Future<Map<String, Object>> params(SampleCode code, PageCall call) {
        return samples.destination(code).compose(to -> own(code, call).map(own -> {
            Map<String, Object> params = new HashMap<>();
            params.put("code", code);
            params.put("to", to);
            params.put("own", own);
            return params;
        }));
    }

    /** The sample as its own people see it; none for everybody else. */
    private Future<Optional<SamplePage>> own(SampleCode code, PageCall call) {
        if (!call.caller().signedIn()) {
            return Future.succeededFuture(Optional.empty());
        }
        return samples.withSample(code, call.caller())
                .map(lot -> Optional.of(new SamplePage(
                        lot, Bookings.part(lot.booking(), call.caller()).orElseThrow())))
                .recover(failure -> failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.NOT_FOUND
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    private Future<View> pass(PageCall call) {
        SampleCode code = SampleCode.of(call.path("code"));
        return step(code, call)
                .map(lot -> View.seeOther("/s/" + code).flash("custody.flash.passed"))
                .recover(failure -> params(code, call).map(params -> View.refused(failure, SCAN, params)));
    }

    private Future<Samples.Lot> step(SampleCode code, PageCall call) {
        try {
            Set<SampleCode> chosen = StepForm.codes(call.form());
            return samples.pass(
                    chosen.isEmpty() ? Set.of(code) : chosen,
                    StepForm.step(call.form()),
                    StepForm.photo(call),
                    call.caller());
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }
}
