package org.qibroker.platform.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fails with 503 what takes longer than it may. All that is running is looked through every so often: a timer for each call
 * would cost more than letting the caller in. Belongs to one event loop.
 */
public final class Deadlines {
    private final Map<RoutingContext, Long> running = new LinkedHashMap<>();

    /** Looks every so many milliseconds, from now on. */
    public Deadlines(Vertx vertx, long everyMs) {
        vertx.setPeriodic(everyMs, timer -> look(System.nanoTime()));
    }

    /** Gives a call so long from now until it has ended. */
    void set(RoutingContext context, long milliseconds) {
        running.put(context, System.nanoTime() + milliseconds * 1_000_000);
        context.addEndHandler(ended -> running.remove(context));
    }

    private void look(long now) {
        List<RoutingContext> late = running.entrySet().stream()
                .filter(each -> now - each.getValue() >= 0)
                .map(Map.Entry::getKey)
                .toList();
        late.forEach(running::remove);
        late.forEach(context -> context.fail(503));
    }
}
