package org.qibroker.notify.calendar;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** A resource that has a calendar of its own. */
public record Bench(UUID id, String name) {
    /** Tells the resources of a provider. */
    @FunctionalInterface
    public interface Source {
        /** All of an organisation's; none if it has none. */
        Future<List<Bench>> of(UUID organisation);
    }
}
