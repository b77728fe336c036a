package org.qibroker.resource;

import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.resource.place.HoldRequest;
import org.qibroker.shared.Refusal;

/** Resources, availability and holds as JSON. */
final class ResourceApi {
    private final Resources resources;
    private final Allocations allocations;
    private final Idempotency idempotency;

    ResourceApi(Resources resources, Allocations allocations, Idempotency idempotency) {
        this.resources = resources;
        this.allocations = allocations;
        this.idempotency = idempotency;
    }

    void bind(ApiBinder api) {
        api.bind(
                "listResources",
                call -> resources.list(call.page(), call.caller()).map(ApiReply::ok));
        api.bind("createResource", this::create);
        api.bind("updateResource", this::update);
        api.bind("previewResource", this::preview);
        api.bind("getAvailability", this::availability);
        api.bind("createHold", this::hold);
        api.bind("releaseHold", this::release);
    }

    private Future<ApiReply> create(ApiCall call) {
        ResourceDraft draft = call.body(ResourceDraft.class);
        return onceIfAsked(call, () -> resources
                .create(draft, call.caller())
                .map(made -> ApiReply.created("/api/v1/resources/" + made.id(), made, made.version())));
    }

    private Future<ApiReply> update(ApiCall call) {
        UUID id = call.id("id");
        return resources
                .update(id, call.ifMatch(), call.body(ResourceDraft.class), call.caller())
                .map(changed -> ApiReply.ok(changed, changed.version()));
    }

    private Future<ApiReply> preview(ApiCall call) {
        return resources
                .breaks(call.id("id"), call.ifMatch(), call.body(ResourceDraft.class), call.caller())
                .map(breaks -> ApiReply.ok(Map.of("items", breaks)));
    }

    private Future<ApiReply> availability(ApiCall call) {
        return resources
                .availability(
                        call.id("id"),
                        call.queryDate("from").orElseThrow(() -> Refusal.badInput("/from", "not-null")),
                        call.queryDate("to").orElseThrow(() -> Refusal.badInput("/to", "not-null")))
                .map(slots -> ApiReply.ok(Map.of("items", slots)));
    }

    private Future<ApiReply> hold(ApiCall call) {
        HoldRequest request = call.body(HoldRequest.class);
        return onceIfAsked(call, () -> allocations
                .hold(request, call.caller())
                .map(hold -> ApiReply.created("/api/v1/holds/" + hold.id(), hold)));
    }

    private Future<ApiReply> release(ApiCall call) {
        return allocations.releaseHold(call.id("id"), call.caller()).map(done -> ApiReply.noContent());
    }

    private Future<ApiReply> onceIfAsked(ApiCall call, Supplier<Future<ApiReply>> work) {
        return call.header("Idempotency-Key").isPresent() ? idempotency.once(call, work) : work.get();
    }
}
