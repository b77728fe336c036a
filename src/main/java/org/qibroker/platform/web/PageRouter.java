package org.qibroker.platform.web;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.http.Exchange;
import org.qibroker.platform.http.Footprints;
import org.qibroker.platform.security.Authentication;
import org.qibroker.platform.security.WebSession;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;

/** Routes of pages: finds the session, lets in whom the page is for, checks the token of forms, shows the view. */
public final class PageRouter {
    private static final long TIMEOUT_MS = 30_000;
    private static final long UPLOAD_TIMEOUT_MS = 600_000;
    private static final String SESSION = "session";

    private final Router router;
    private final Authentication authentication;
    private final PageWriter writer;
    private final Footprints footprints;
    private final Settings.Http limits;
    private Consumer<Caller> entry = caller -> {};

    PageRouter(
            Router router,
            Authentication authentication,
            PageWriter writer,
            Footprints footprints,
            Settings.Http limits) {
        this.router = router;
        this.authentication = authentication;
        this.writer = writer;
        this.footprints = footprints;
        this.limits = limits;
    }

    /** A page that shows something. */
    public void get(String path, Access access, Function<PageCall, Future<View>> handler) {
        Route route = begin(router.route(HttpMethod.GET, path), access, TIMEOUT_MS);
        route.handler(context -> show(context, door(path, access), handler));
    }

    /** A form that does something; its answer is {@link View#seeOther} or {@link View#refused}. */
    public void post(String path, Access access, Function<PageCall, Future<View>> handler) {
        post(path, access, limits.maxBody(), TIMEOUT_MS, handler);
    }

    /** A form that may carry a file. */
    public void upload(String path, Access access, Function<PageCall, Future<View>> handler) {
        post(path, access, limits.maxUpload(), UPLOAD_TIMEOUT_MS, handler);
    }

    /**
     * A form whose address alone is leave to send it, such as one sealed by the broker; mail programs send it of
     * themselves (RFC 8058), without cookies and without following a redirection.
     */
    public void oneClick(String path, Function<PageCall, Future<View>> handler) {
        begin(router.route(HttpMethod.POST, path), Access.PUBLIC, TIMEOUT_MS)
                .handler(BodyHandler.create(false).setBodyLimit(limits.maxBody()))
                .handler(context -> show(context, door(path, Access.PUBLIC), handler));
    }

    private void post(
            String path, Access access, long maxForm, long timeoutMs, Function<PageCall, Future<View>> handler) {
        Route route = begin(router.route(HttpMethod.POST, path), access, timeoutMs);
        route.handler(BodyHandler.create(System.getProperty("java.io.tmpdir"))
                .setBodyLimit(maxForm)
                .setDeleteUploadedFilesOnEnd(true));
        route.handler(context -> {
            FormToken.check(context, session(context));
            show(context, door(path, access), handler);
        });
    }

    private Route begin(Route route, Access access, long timeoutMs) {
        return route.handler((SecurityPolicyHandler) context -> admit(context, access, timeoutMs))
                .failureHandler(context -> writer.failed(context, session(context)));
    }

    private void admit(RoutingContext context, Access access, long timeoutMs) {
        Exchange.limit(context, timeoutMs);
        HttpServerRequest request = context.request();
        request.pause();
        sessionOf(request).onComplete(found -> {
            request.resume();
            if (found.failed()) {
                context.fail(found.cause());
                return;
            }
            found.result().ifPresent(session -> context.put(SESSION, session));
            enter(context, access, found.result().map(WebSession::caller).orElse(Caller.ANONYMOUS));
        });
    }

    Future<Optional<WebSession>> sessionOf(HttpServerRequest request) {
        Cookie cookie = request.getCookie(WebSession.COOKIE);
        return cookie == null ? Future.succeededFuture(Optional.empty()) : authentication.ofCookie(cookie.getValue());
    }

    private void enter(RoutingContext context, Access access, Caller caller) {
        if (access.signedIn() && !caller.signedIn()) {
            context.fail(new Refusal(Kind.UNAUTHENTICATED, "sign-in-needed"));
        } else if (!access.admits(caller)) {
            context.fail(Refusal.forbidden());
        } else {
            entry.accept(caller);
            context.next();
        }
    }

    /** Tells somebody more of everybody who is let in to a page. */
    public void onEntry(Consumer<Caller> told) {
        entry = entry.andThen(told);
    }

    private static Footprints.Door door(String path, Access access) {
        return new Footprints.Door(path, access.equals(Access.PUBLIC));
    }

    private void show(RoutingContext context, Footprints.Door door, Function<PageCall, Future<View>> handler) {
        WebSession session = session(context);
        PageCall call = new PageCall(context, session);
        handler.apply(call)
                .compose(view -> footprints
                        .leave(context, call.caller(), door, view.file())
                        .map(view))
                .map(view -> {
                    writer.write(context, session, view);
                    return view;
                })
                .onFailure(context::fail);
    }

    private static @Nullable WebSession session(RoutingContext context) {
        return context.get(SESSION);
    }
}
