package org.qibroker.custody;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Samples as JSON. */
final class CustodyApi {
    private final Platform platform;
    private final Samples samples;
    private final StoredFiles files;

    CustodyApi(Platform platform, Samples samples, StoredFiles files) {
        this.platform = platform;
        this.samples = samples;
        this.files = files;
    }

    void bind(ApiBinder api) {
        api.bind("listSamples", this::list);
        api.bind("labelSamples", this::label);
        api.bind("getSample", this::get);
        api.bind("passSample", this::pass);
        api.bind("getSamplePhoto", call -> samples.photo(call.id("id"), call.id("photoId"), call.caller())
                .map(files::reply));
    }

    private record Labels(
            @NotNull @Size(min = 1, max = Samples.MOST_PIECES) List<@NotBlank @Size(max = 100) String> pieces) {}

    private Future<ApiReply> list(ApiCall call) {
        return samples.ofBooking(call.id("id"), call.caller()).map(lot -> ApiReply.ok(items(lot, call)));
    }

    private Future<ApiReply> label(ApiCall call) {
        UUID booking = call.id("id");
        List<String> pieces = call.body(Labels.class).pieces();
        return platform.idempotency().once(call, () -> samples.label(booking, pieces, call.caller())
                .map(lot -> ApiReply.created("/api/v1/bookings/" + booking + "/samples", items(lot, call))));
    }

    private Future<ApiReply> get(ApiCall call) {
        SampleCode code = SampleCode.of(call.path("code"));
        return samples.withSample(code, call.caller()).map(lot -> one(lot, code, call));
    }

    private Future<ApiReply> pass(ApiCall call) {
        SampleCode code = SampleCode.of(call.path("code"));
        CustodyStep step = call.body(CustodyStep.class);
        return samples.pass(Set.of(code), step, null, call.caller()).map(lot -> one(lot, code, call));
    }

    private static ApiReply one(Samples.Lot lot, SampleCode code, ApiCall call) {
        return ApiReply.ok(SampleView.of(lot.sample(code), lot, reader(lot, call)));
    }

    private static Map<String, List<SampleView>> items(Samples.Lot lot, ApiCall call) {
        return Map.of("items", SampleView.all(lot, reader(lot, call)));
    }

    private static Actor reader(Samples.Lot lot, ApiCall call) {
        return Bookings.part(lot.booking(), call.caller()).orElseThrow();
    }
}
