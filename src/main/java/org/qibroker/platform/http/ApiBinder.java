package org.qibroker.platform.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import io.vertx.ext.web.handler.TimeoutHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.security.Authentication;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;
import org.qibroker.shared.Role;

/** Binds each operation of the contract to the method that does it, and lets in whom the contract lets in. */
public final class ApiBinder {
    private static final long TIMEOUT_MS = 30_000;
    private static final long UPLOAD_TIMEOUT_MS = 600_000;
    private static final String BEARER = "Bearer ";

    private final Contract contract;
    private final Authentication authentication;
    private final ErrorMapper errors;
    private final Footprints footprints;
    private final Settings.Http limits;
    private final Map<String, Function<ApiCall, Future<ApiReply>>> bindings = new LinkedHashMap<>();

    /** Binds the operations of a contract; bodies and files are limited as the settings say. */
    public ApiBinder(
            Contract contract,
            Authentication authentication,
            ErrorMapper errors,
            Footprints footprints,
            Settings.Http limits) {
        this.contract = contract;
        this.authentication = authentication;
        this.errors = errors;
        this.footprints = footprints;
        this.limits = limits;
    }

    /**
     * Binds an operation.
     *
     * @throws IllegalStateException if it is bound already
     */
    public void bind(String operationId, Function<ApiCall, Future<ApiReply>> handler) {
        if (bindings.putIfAbsent(operationId, handler) != null) {
            throw new IllegalStateException("operation " + operationId + " is bound twice");
        }
    }

    /**
     * Makes a route of each operation.
     *
     * @throws IllegalStateException naming the operations that are bound but not in the contract, or in the contract
     *     but not bound
     */
    public void mount(Router router) {
        Set<String> promised =
                contract.operations().stream().map(Operation::id).collect(Collectors.toCollection(TreeSet::new));
        refuse("bound, but not in the contract", bindings.keySet(), promised);
        refuse("in the contract, but not bound", promised, bindings.keySet());
        for (Operation operation : contract.operations()) {
            route(router, operation, Objects.requireNonNull(bindings.get(operation.id())));
        }
        router.route("/api/*").last().handler(context -> context.fail(404));
    }

    private static void refuse(String fault, Set<String> all, Set<String> known) {
        Set<String> strangers = new TreeSet<>(all);
        strangers.removeAll(known);
        if (!strangers.isEmpty()) {
            throw new IllegalStateException("operations " + fault + ": " + strangers);
        }
    }

    private void route(Router router, Operation operation, Function<ApiCall, Future<ApiReply>> handler) {
        router.route(operation.method(), operation.path())
                .handler(TimeoutHandler.create(operation.upload() ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS, 503))
                .handler((SecurityPolicyHandler) context -> admit(context, operation))
                .handler(
                        operation.upload()
                                ? context -> UploadedBody.take(context, limits.maxUpload())
                                : BodyHandler.create(false).setBodyLimit(limits.maxBody()))
                .handler(context -> call(context, operation, handler))
                .failureHandler(context -> errors.answer(context, context.failure(), context.statusCode()));
    }

    private void admit(RoutingContext context, Operation operation) {
        HttpServerRequest request = context.request();
        request.pause();
        callerOf(request)
                .map(caller -> permitted(caller, operation))
                .onSuccess(caller -> {
                    context.put("caller", caller);
                    request.resume();
                    context.next();
                })
                .onFailure(refusal -> {
                    request.resume();
                    context.fail(refusal);
                });
    }

    private Future<Caller> callerOf(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return Future.succeededFuture(Caller.ANONYMOUS);
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Future.failedFuture(new Refusal(Kind.UNAUTHENTICATED, "sign-in-needed"));
        }
        return authentication.ofBearer(header.substring(BEARER.length()).trim());
    }

    private static Caller permitted(Caller caller, Operation operation) {
        if (operation.roles().stream().anyMatch(caller::has)) {
            return caller;
        }
        throw caller.signedIn() ? Refusal.forbidden() : new Refusal(Kind.UNAUTHENTICATED, "sign-in-needed");
    }

    private void call(RoutingContext context, Operation operation, Function<ApiCall, Future<ApiReply>> handler) {
        ApiCall call = new ApiCall(context, operation.id(), context.get("caller"));
        handler.apply(call)
                .compose(reply -> footprints
                        .leave(context, call.caller(), door(operation), reply)
                        .map(reply))
                .onSuccess(reply -> send(context, reply))
                .onFailure(context::fail);
    }

    private static Footprints.Door door(Operation operation) {
        return new Footprints.Door(operation.id(), operation.roles().contains(Role.PUBLIC));
    }

    private static void send(RoutingContext context, ApiReply reply) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        reply.send(response);
    }
}
