package org.qibroker.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.HashMap;
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

    /** Below which all operations are but those that a standard puts elsewhere. */
    private static final String BASE = "/api/v1";

    private final Contract contract;
    private final Authentication authentication;
    private final ErrorMapper errors;
    private final Footprints footprints;
    private final Settings.Http limits;
    private final Map<String, Function<ApiCall, Future<ApiReply>>> bindings = new LinkedHashMap<>();
    private final Map<Room, Router> rooms = new HashMap<>();

    /**
     * What is led to the same few routes.
     *
     * @param name first name of the path
     * @param depth how many names the path has
     */
    private record Room(HttpMethod method, String name, int depth) {
        static Room of(HttpMethod method, String path) {
            int from = BASE.length() + 1;
            int to = path.endsWith("/") ? path.length() - 1 : path.length();
            int end = path.indexOf('/', from);
            int depth = 1;
            for (int at = end; at >= 0 && at < to; at = path.indexOf('/', at + 1)) {
                depth++;
            }
            return new Room(method, from > to ? "" : path.substring(from, end < 0 ? to : end), depth);
        }
    }

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
     * Leads calls to the routes of what they are about, by the form of their paths, past everything that is mounted after
     * this: then a call costs the same however many operations and pages there are.
     */
    public void lead(Router router) {
        router.route(BASE + "/*").handler(this::lead);
    }

    private void lead(RoutingContext context) {
        Router room = rooms.get(Room.of(context.request().method(), context.normalizedPath()));
        if (room == null) {
            context.next();
        } else {
            room.handleContext(context);
        }
    }

    /**
     * Makes a route of each operation; {@link #lead} leads to most of them.
     *
     * @throws IllegalStateException naming the operations that are bound but not in the contract, or in the contract
     *     but not bound
     */
    public void mount(Router router, Vertx vertx) {
        Set<String> promised =
                contract.operations().stream().map(Operation::id).collect(Collectors.toCollection(TreeSet::new));
        refuse("bound, but not in the contract", bindings.keySet(), promised);
        refuse("in the contract, but not bound", promised, bindings.keySet());
        for (Operation operation : contract.operations()) {
            Function<ApiCall, Future<ApiReply>> handler = Objects.requireNonNull(bindings.get(operation.id()));
            if (operation.path().startsWith(BASE + "/")) {
                Router room = rooms.computeIfAbsent(
                        Room.of(operation.method(), operation.path()), form -> Router.router(vertx));
                route(room, operation.path().substring(BASE.length()), operation, handler);
            } else {
                route(router, operation.path(), operation, handler);
            }
        }
        router.route("/api/*").last().handler(this::refuseUnknown);
    }

    /** There is nothing there, or nothing that is done by this method. */
    private void refuseUnknown(RoutingContext context) {
        String allowed = contract.operations().stream()
                .filter(operation -> operation.at(context.normalizedPath()))
                .map(operation -> operation.method().name())
                .collect(Collectors.joining(", "));
        if (!allowed.isEmpty()) {
            context.response().putHeader("Allow", allowed);
        }
        context.fail(allowed.isEmpty() ? 404 : 405);
    }

    private static void refuse(String fault, Set<String> all, Set<String> known) {
        Set<String> strangers = new TreeSet<>(all);
        strangers.removeAll(known);
        if (!strangers.isEmpty()) {
            throw new IllegalStateException("operations " + fault + ": " + strangers);
        }
    }

    private void route(Router router, String path, Operation operation, Function<ApiCall, Future<ApiReply>> handler) {
        Route route = router.route(operation.method(), path)
                .handler((SecurityPolicyHandler) context -> admit(context, operation));
        if (operation.upload()) {
            route.handler(context -> UploadedBody.take(context, limits.maxUpload()));
        } else if (!operation.method().equals(HttpMethod.GET)) {
            route.handler(BodyHandler.create(false).setBodyLimit(limits.maxBody()));
        }
        route.handler(context -> call(context, operation, handler))
                .failureHandler(context -> errors.answer(context, context.failure(), context.statusCode()));
    }

    private void admit(RoutingContext context, Operation operation) {
        Exchange.limit(context, operation.upload() ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS);
        HttpServerRequest request = context.request();
        Future<Caller> known = callerOf(request).map(caller -> permitted(caller, operation));
        if (known.isComplete()) {
            admit(context, known);
        } else {
            request.pause();
            known.onComplete(done -> {
                request.resume();
                admit(context, known);
            });
        }
    }

    private static void admit(RoutingContext context, Future<Caller> known) {
        if (known.succeeded()) {
            context.put("caller", known.result());
            context.next();
        } else {
            context.fail(known.cause());
        }
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
