package org.qibroker.platform.security;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** Tells in which district an organisation is seated, for what a coordinator of a district may be told of. */
@FunctionalInterface
public interface Seats {
    /** The code of the district, if the organisation says one. */
    Future<Optional<String>> of(UUID organisation);
}
