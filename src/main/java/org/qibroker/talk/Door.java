package org.qibroker.talk;

import io.vertx.core.Future;
import java.util.UUID;
import org.qibroker.shared.Caller;

/** Decides who may talk about a thing. */
@FunctionalInterface
public interface Door {
    /** The caller's seat; fails NOT_FOUND where the thing is none of the caller's. */
    Future<Seat> enter(UUID subject, Caller caller);
}
