package org.qibroker.demand;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;

/** Demands over the API. */
final class DemandApi {
    private final Demands demands;
    private final Idempotency idempotency;

    DemandApi(Demands demands, Idempotency idempotency) {
        this.demands = demands;
        this.idempotency = idempotency;
    }

    void bind(ApiBinder api) {
        api.bind("createDemand", this::create);
        api.bind("listDemands", this::list);
        api.bind("getDemand", call -> demands.get(call.id("id"), call.caller()).map(DemandApi::reply));
        api.bind("updateDemand", this::update);
        api.bind("transitionDemand", this::transition);
    }

    private Future<ApiReply> create(ApiCall call) {
        DemandDraft draft = call.body(DemandDraft.class);
        return call.header("Idempotency-Key").isEmpty()
                ? created(draft, call)
                : idempotency.once(call, () -> created(draft, call));
    }

    private Future<ApiReply> created(DemandDraft draft, ApiCall call) {
        return demands.create(draft, call.caller())
                .map(demand ->
                        ApiReply.created("/api/v1/demands/" + demand.id(), DemandJson.of(demand), demand.version()));
    }

    private Future<ApiReply> list(ApiCall call) {
        DemandState state = call.queryEnum("state", DemandState.class).orElse(null);
        return demands.list(call.page(), state, call.caller()).map(page -> ApiReply.ok(page.map(DemandJson::of)));
    }

    private Future<ApiReply> update(ApiCall call) {
        long seen = call.ifMatch();
        return demands.update(call.id("id"), seen, call.body(DemandDraft.class), call.caller())
                .map(DemandApi::reply);
    }

    private Future<ApiReply> transition(ApiCall call) {
        long seen = call.ifMatch();
        Transition asked = call.body(Transition.class);
        return demands.end(call.id("id"), call.caller(), asked.reason(), asked.action(), seen)
                .map(DemandApi::reply);
    }

    private static ApiReply reply(Demand demand) {
        return ApiReply.ok(DemandJson.of(demand), demand.version());
    }

    private record Transition(@NotNull DemandAction action, @Nullable @Size(max = 1000) String reason) {}
}
