package org.qibroker.platform.events;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;

/**
 * Committed events on the event bus. Every node relays the log to its own listeners, so nothing here depends on whether
 * the bus is clustered.
 */
public final class EventFeed {
    private static final String ADDRESS = "events";
    private static final DeliveryOptions LOCAL = new DeliveryOptions().setLocalOnly(true);

    private final Vertx vertx;

    /** The feed of this node. */
    public EventFeed(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Hears of every committed event of one kind, in the order of the log. */
    public MessageConsumer<JsonObject> subscribe(String kind, Handler<Announcement> handler) {
        return listen(ADDRESS + "." + kind, handler);
    }

    /** Hears of every committed event. */
    public MessageConsumer<JsonObject> subscribeAll(Handler<Announcement> handler) {
        return listen(ADDRESS, handler);
    }

    private MessageConsumer<JsonObject> listen(String address, Handler<Announcement> handler) {
        return vertx.eventBus().localConsumer(address, message -> handler.handle(Announcement.of(message.body())));
    }

    void publish(LoggedEvent event) {
        JsonObject announcement = Announcement.of(event).json();
        vertx.eventBus().publish(ADDRESS, announcement, LOCAL);
        vertx.eventBus().publish(ADDRESS + "." + event.kind(), announcement, LOCAL);
    }
}
