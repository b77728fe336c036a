package org.qibroker.platform.web;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Set;
import org.qibroker.platform.events.Announcement;
import org.qibroker.platform.events.EventFeed;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/**
 * Tells open pages that something changed, as server-sent events named {@code <kind>} and {@code <kind>-<id>}. Only
 * the fact is told, and only to members of the organisations concerned and to those who may see everything; what
 * changed, the page then fetches with its own rights.
 */
final class Live {
    private static final long BEAT_MS = 15_000;

    private final Vertx vertx;
    private final EventFeed feed;
    private final PageRouter pages;
    private final Set<HttpServerResponse> open = new HashSet<>();

    Live(Vertx vertx, EventFeed feed, PageRouter pages) {
        this.vertx = vertx;
        this.feed = feed;
        this.pages = pages;
    }

    /** Opens a stream for whoever has signed in. */
    void handle(RoutingContext context) {
        pages.sessionOf(context.request())
                .map(found -> found.orElse(null))
                .onSuccess(session -> open(context, session == null ? Caller.ANONYMOUS : session.caller()))
                .onFailure(context::fail);
    }

    private void open(RoutingContext context, Caller caller) {
        if (!caller.signedIn()) {
            context.response().setStatusCode(204).end();
            return;
        }
        HttpServerResponse response = context.response();
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Content-Encoding", "identity")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        response.write("retry: 1000\n\n");
        open.add(response);
        MessageConsumer<JsonObject> listening = feed.subscribeAll(announcement -> tell(response, caller, announcement));
        long beat = vertx.setPeriodic(BEAT_MS, timer -> response.write(": beat\n\n"));
        response.closeHandler(closed -> close(response, listening, beat));
        response.exceptionHandler(broken -> close(response, listening, beat));
        response.endHandler(ended -> close(response, listening, beat));
    }

    private void close(HttpServerResponse response, MessageConsumer<JsonObject> listening, long beat) {
        if (open.remove(response)) {
            vertx.cancelTimer(beat);
            listening.unregister();
        }
    }

    private static void tell(HttpServerResponse response, Caller caller, Announcement announcement) {
        boolean seesAll = caller.has(Role.COORDINATOR) || caller.has(Role.ADMIN);
        boolean concerned = announcement.parties().stream().anyMatch(caller::belongsTo);
        if ((seesAll || concerned) && !response.ended() && !response.closed()) {
            response.write(event(announcement.kind(), announcement)
                    + event(announcement.kind() + "-" + announcement.stream(), announcement));
        }
    }

    private static String event(String name, Announcement announcement) {
        return "event: " + name + "\ndata: " + announcement.type() + "\n\n";
    }

    /** Ends all streams, so that a server about to stop does not wait for them. */
    void close() {
        Set.copyOf(open).forEach(HttpServerResponse::end);
    }
}
