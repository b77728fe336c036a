package org.qibroker.platform.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.Contract;
import org.qibroker.platform.http.Deadlines;
import org.qibroker.platform.http.ErrorMapper;
import org.qibroker.platform.http.Exchange;
import org.qibroker.platform.http.Footprints;
import org.qibroker.platform.security.Authentication;
import org.qibroker.platform.security.Seats;
import org.qibroker.shared.Glossary;

/** Everything that one HTTP verticle answers: operations, pages, live streams, static files, and what is not there. */
public final class FrontDoor {
    private static final long LOOK_FOR_LATE_MS = 1000;

    private final Vertx vertx;
    private final Router router;
    private final ApiBinder api;
    private final PageRouter pages;
    private final PageWriter writer;
    private final ErrorMapper errors;
    private final Live live;
    private final Preferences preferences;

    /** A door that knows nobody yet; features bind and mount, then {@link #open} is called. */
    public FrontDoor(
            Platform platform,
            Authentication authentication,
            Seats seats,
            Preferences.Listener listener,
            Glossary glossary) {
        Settings.Http http = platform.settings().http();
        vertx = platform.vertx();
        router = Router.router(vertx);
        errors = new ErrorMapper(platform.messages());
        writer = new PageWriter(platform.messages(), glossary, errors);
        Footprints footprints = new Footprints(platform.accesses());
        api = new ApiBinder(Contract.load(), authentication, errors, footprints, http);
        boolean publicTls = platform.settings().publicUrl().startsWith("https:");
        router.route().handler(new Exchange(new Deadlines(vertx, LOOK_FOR_LATE_MS), publicTls, http.trustedProxies()));
        api.lead(router);
        pages = new PageRouter(router, authentication, writer, footprints, http);
        preferences = new Preferences(listener);
        live = new Live(platform.vertx(), platform.feed(), pages, seats);
    }

    /** Where features bind their operations. */
    public ApiBinder api() {
        return api;
    }

    /** Where features mount their pages. */
    public PageRouter pages() {
        return pages;
    }

    /**
     * The router with everything in it.
     *
     * @throws IllegalStateException if an operation of the contract is not bound, or one is bound that is not in it
     */
    public Router open() {
        api.mount(router, vertx);
        preferences.mount(pages);
        router.get("/live").handler(live::handle);
        Assets.mount(router);
        for (int status : new int[] {400, 401, 403, 404, 405, 413, 414, 500, 503}) {
            router.errorHandler(status, this::failed);
        }
        return router;
    }

    private void failed(RoutingContext context) {
        String path = context.request().path();
        if (path.startsWith("/api/") || path.startsWith("/.well-known/")) {
            errors.answer(context, context.failure(), context.statusCode());
        } else {
            pages.sessionOf(context.request())
                    .otherwise(Optional.empty())
                    .onSuccess(found -> writer.failed(context, found.orElse(null)));
        }
    }

    /** Ends what would keep the server from stopping. */
    public Future<Void> close() {
        live.close();
        return Future.succeededFuture();
    }
}
