package org.qibroker.platform.http;

import io.vertx.core.Future;
import java.util.Optional;
import org.qibroker.platform.security.Authentication;
import org.qibroker.platform.security.WebSession;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** Knows no token and no cookie. */
final class NobodyKnown implements Authentication {
    @Override
    public Future<Caller> ofBearer(String token) {
        return Future.failedFuture(new Refusal(Refusal.Kind.UNAUTHENTICATED, "sign-in-needed"));
    }

    @Override
    public Future<Optional<WebSession>> ofCookie(String cookie) {
        return Future.succeededFuture(Optional.empty());
    }
}
