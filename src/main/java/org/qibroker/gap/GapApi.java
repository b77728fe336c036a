package org.qibroker.gap;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.Family;

/** Gaps over the API. */
final class GapApi {
    private final Gaps gaps;
    private final Corrections corrections;
    private final Closing closing;
    private final MeToos meToos;
    private final Show show;

    /** How gaps are shown. */
    record Show(GapReader reader, Messages messages) {}

    GapApi(Gaps gaps, Corrections corrections, Closing closing, MeToos meToos, Show show) {
        this.gaps = gaps;
        this.corrections = corrections;
        this.closing = closing;
        this.meToos = meToos;
        this.show = show;
    }

    void bind(ApiBinder api) {
        api.bind("listGaps", this::list);
        api.bind("gapMap", this::map);
        api.bind("getGap", call -> reply(call.id("id"), call));
        api.bind("correctGap", this::correct);
        api.bind("noteGap", this::note);
        api.bind("splitGap", this::split);
        api.bind("mergeGaps", this::merge);
        api.bind("closeGap", this::close);
        api.bind("reopenGap", this::reopen);
        api.bind("joinGap", call -> after(meToos.say(call.id("id"), call.body(MeToo.class), call.caller()), call));
        api.bind("leaveGap", call -> meToos.takeBack(call.id("id"), call.caller())
                .map(gap -> ApiReply.noContent()));
    }

    private Future<ApiReply> list(ApiCall call) {
        GapFilter filter = new GapFilter(
                call.queryEnum("type", GapType.class).orElse(null),
                call.queryEnum("family", Family.class).orElse(null),
                call.queryEnum("state", GapState.class).orElse(null),
                call.query("q").orElse(null),
                call.query("district").orElse(null),
                call.query("industry").orElse(null));
        return gaps.list(filter, call.page(), call.caller())
                .map(page -> ApiReply.ok(page.map(view -> GapJson.of(view, show.messages(), call.locale()))));
    }

    private Future<ApiReply> map(ApiCall call) {
        return gaps.map(call.queryEnum("type", GapType.class).orElse(null), call.caller())
                .map(ApiReply::ok);
    }

    private Future<ApiReply> reply(UUID id, ApiCall call) {
        return show.reader()
                .detail(id, call.caller())
                .map(detail -> ApiReply.ok(
                        GapJson.of(detail, show.messages(), call.locale()),
                        detail.view().gap().version()));
    }

    private Future<ApiReply> after(Future<Gap> changed, ApiCall call) {
        return changed.compose(gap -> reply(gap.id(), call));
    }

    private Future<ApiReply> correct(ApiCall call) {
        long seen = call.ifMatch();
        Corrected made = call.body(Corrected.class);
        return after(corrections.correct(call.id("id"), seen, made.type(), made.reason(), call.caller()), call);
    }

    private Future<ApiReply> note(ApiCall call) {
        return after(corrections.note(call.id("id"), call.body(Noted.class).text(), call.caller()), call);
    }

    private Future<ApiReply> split(ApiCall call) {
        long seen = call.ifMatch();
        Apart apart = call.body(Apart.class);
        return after(corrections.split(call.id("id"), seen, apart.wishIds(), call.caller()), call);
    }

    private Future<ApiReply> merge(ApiCall call) {
        long seen = call.ifMatch();
        Merged merged = call.body(Merged.class);
        return after(corrections.merge(call.id("id"), seen, merged.otherId(), call.caller()), call);
    }

    private Future<ApiReply> close(ApiCall call) {
        long seen = call.ifMatch();
        Closed closed = call.body(Closed.class);
        return after(closing.close(call.id("id"), seen, closed.capabilityId(), closed.note(), call.caller()), call);
    }

    private Future<ApiReply> reopen(ApiCall call) {
        long seen = call.ifMatch();
        Reopened reopened = call.body(Reopened.class);
        return after(closing.reopen(call.id("id"), seen, reopened.reason(), call.caller()), call);
    }

    private record Corrected(@Nullable GapType type, @Nullable @Size(min = 1, max = 1000) String reason) {}

    private record Noted(@NotBlank @Size(max = 2000) String text) {}

    private record Apart(@NotEmpty @Size(max = 1000) Set<@NotNull UUID> wishIds) {}

    private record Merged(@NotNull UUID otherId) {}

    private record Closed(@NotNull UUID capabilityId, @Nullable @Size(min = 1, max = 1000) String note) {}

    private record Reopened(@NotBlank @Size(max = 1000) String reason) {}
}
