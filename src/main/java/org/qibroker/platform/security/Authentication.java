package org.qibroker.platform.security;

import io.vertx.core.Future;
import java.util.Optional;
import org.qibroker.shared.Caller;

/** Tells who asks, by what they carry. */
public interface Authentication {
    /** The caller of an access token; fails UNAUTHENTICATED if the token is not a valid one of ours. */
    Future<Caller> ofBearer(String token);

    /** The session of a cookie, none if it is unknown or has ended. */
    Future<Optional<WebSession>> ofCookie(String cookie);
}
