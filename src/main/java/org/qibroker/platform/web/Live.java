package org.qibroker.platform.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.platform.events.Announcement;
import org.qibroker.platform.events.EventFeed;
import org.qibroker.platform.security.Seats;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages that something changed, as server-sent events named {@code <kind>} and {@code <kind>-<id>}. Only
 * the fact is told, and only to members of the organisations concerned and to those who may see everything – a
 * coordinator of a district what belongs to the district, or to nobody in particular; what changed, the page then fetches
 * with its own rights. A change of the reader, or of the reader's organisation, ends the stream: the page opens another,
 * with the rights of then.
 */
final class Live {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final long BEAT_MS = 15_000;

    /** Kinds of what a reader is. */
    private static final Set<String> READERS = Set.of("user", "organisation");

    private final Vertx vertx;
    private final EventFeed feed;
    private final PageRouter pages;
    private final Seats seats;
    private final Set<HttpServerResponse> open = new HashSet<>();
    private long position;
    private Future<Optional<String>> seat = Future.succeededFuture(Optional.empty());

    Live(Vertx vertx, EventFeed feed, PageRouter pages, Seats seats) {
        this.vertx = vertx;
        this.feed = feed;
        this.pages = pages;
        this.seats = seats;
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

    private void tell(HttpServerResponse response, Caller caller, Announcement announcement) {
        boolean seesAll = caller.coordinates(null) || caller.has(Role.ADMIN);
        boolean concerned = announcement.parties().stream().anyMatch(caller::belongsTo);
        if (seesAll || concerned) {
            write(response, caller, announcement);
        } else if (caller.has(Role.COORDINATOR)) {
            covers(caller, announcement)
                    .onSuccess(covers -> {
                        if (covers) {
                            write(response, caller, announcement);
                        }
                    })
                    .onFailure(failure -> LOG.warn("A page was not told of a change: {}", failure.toString()));
        }
    }

    /** Whether a change belongs to the caller's district; asked once for all who read. */
    private Future<Boolean> covers(Caller caller, Announcement announcement) {
        UUID owner = announcement.owner();
        if (owner == null) {
            return Future.succeededFuture(true);
        }
        if (announcement.position() != position) {
            position = announcement.position();
            seat = seats.of(owner);
        }
        return seat.map(known -> caller.coordinates(known.orElse(null)));
    }

    private static void write(HttpServerResponse response, Caller caller, Announcement announcement) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.write(event(announcement.kind(), announcement)
                + event(announcement.kind() + "-" + announcement.stream(), announcement));
        boolean ofReader = Stream.of(caller.userId(), caller.organisationId()).anyMatch(announcement.stream()::equals);
        if (ofReader && READERS.contains(announcement.kind())) {
            response.end();
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
