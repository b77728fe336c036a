package org.qibroker.account.signin;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.qibroker.account.factor.Challenges;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** Where users are signed in. */
public final class Sessions {
    private final Platform platform;

    Sessions(Platform platform) {
        this.platform = platform;
    }

    /** The caller's, the latest first, at most 100; the one of the cookie is marked. */
    public Future<List<Session>> of(Caller caller, String cookie) {
        return of(caller.user(), cookie);
    }

    /** A user's, the latest first, at most 100; for the operator only. */
    public Future<List<Session>> of(UUID user, String cookie) {
        return platform.database()
                .read(client -> TokenRepository.sessions(
                        client, user, cookie, platform.clock().instant()));
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
        return platform.database().transaction(tx -> endOthers(tx, caller.user(), cookie));
    }

    /** Ends all of a user's, and what is between password and code. Access tokens end by the event that tells of it. */
    public Future<Void> endAll(SqlConnection tx, UUID user) {
        return endOthers(tx, user, "").compose(done -> Challenges.endAll(tx, user));
    }

    private Future<Void> endOthers(SqlConnection tx, UUID user, String cookie) {
        return TokenRepository.endOthers(tx, user, cookie)
                .compose(done ->
                        TokenRepository.useUpAll(tx, user, platform.clock().instant()));
    }
}
