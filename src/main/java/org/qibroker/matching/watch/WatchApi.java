package org.qibroker.matching.watch;

import io.vertx.core.Future;
import java.util.List;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Page;

/** Watches over the API. */
final class WatchApi {
    private final Watches watches;

    WatchApi(Watches watches) {
        this.watches = watches;
    }

    void bind(ApiBinder api) {
        api.bind("watchItem", this::begin);
        api.bind("unwatchItem", this::end);
        api.bind("listWatches", this::list);
        api.bind("listWaiting", call -> watches.waiting(call.caller()).map(WatchApi::waiting));
    }

    private Future<ApiReply> begin(ApiCall call) {
        return watches.begin(call.id("id"), call.id("itemId"), call.caller()).map(ApiReply::ok);
    }

    private Future<ApiReply> end(ApiCall call) {
        return watches.end(call.id("id"), call.id("itemId"), call.caller()).map(done -> ApiReply.noContent());
    }

    private Future<ApiReply> list(ApiCall call) {
        WatchState state = call.queryEnum("state", WatchState.class).orElse(null);
        return watches.list(call.page(), state, call.caller()).map(ApiReply::ok);
    }

    private static ApiReply waiting(List<Waiting> found) {
        return ApiReply.ok(new Page<>(found, null, null));
    }
}
