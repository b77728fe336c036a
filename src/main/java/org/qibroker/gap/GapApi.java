package org.qibroker.gap;

import io.vertx.core.Future;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Messages;

/** Gaps over the API. */
final class GapApi {
    private final Gaps gaps;
    private final Messages messages;

    GapApi(Gaps gaps, Messages messages) {
        this.gaps = gaps;
        this.messages = messages;
    }

    void bind(ApiBinder api) {
        api.bind("listGaps", this::list);
        api.bind("getGap", call -> gaps.get(call.id("id")).map(gap -> reply(gap, call)));
        api.bind("correctGap", this::correct);
    }

    private Future<ApiReply> list(ApiCall call) {
        GapType type = call.queryEnum("type", GapType.class).orElse(null);
        return gaps.list(call.page(), type)
                .map(page -> ApiReply.ok(page.map(gap -> GapJson.of(gap, messages, call.locale()))));
    }

    private Future<ApiReply> correct(ApiCall call) {
        long seen = call.ifMatch();
        Correction correction = call.body(Correction.class);
        return gaps.correct(call.id("id"), seen, correction.type(), correction.reason(), call.caller())
                .map(gap -> reply(gap, call));
    }

    private ApiReply reply(Gap gap, ApiCall call) {
        return ApiReply.ok(GapJson.of(gap, messages, call.locale()), gap.version());
    }

    private record Correction(@Nullable GapType type, @Nullable @Size(min = 1, max = 1000) String reason) {}
}
