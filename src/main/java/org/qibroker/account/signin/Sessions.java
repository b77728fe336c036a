package org.qibroker.account.signin;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** Where users are signed in. */
final class Sessions {
    private final Platform platform;

    Sessions(Platform platform) {
        this.platform = platform;
    }

    /** The caller's, the latest first, at most 100; the one of the cookie is marked. */
    Future<List<Session>> of(Caller caller, String cookie) {
        return platform.database()
                .read(client -> TokenRepository.sessions(
                        client, caller.user(), cookie, platform.clock().instant()));
    }

    /** Ends one of the caller's; fails NOT_FOUND if it is none. */
    Future<Void> end(UUID session, Caller caller) {
        return platform.database()
                .transaction(tx -> TokenRepository.end(
                        tx, caller.user(), session, platform.clock().instant()))
                .compose(ended -> ended ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound("session")));
    }

    /** Ends all of the caller's but the one of the cookie. */
    Future<Void> endOthers(Caller caller, String cookie) {
        return platform.database().transaction(tx -> TokenRepository.endOthers(tx, caller.user(), cookie)
                .compose(done -> TokenRepository.useUpAll(
                        tx, caller.user(), platform.clock().instant())));
    }
}
