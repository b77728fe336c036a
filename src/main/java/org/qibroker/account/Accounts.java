package org.qibroker.account;

import io.vertx.core.Future;
import java.util.UUID;
import org.qibroker.shared.Caller;

/** The users of the broker. */
public final class Accounts {
    Accounts() {}

    /**
     * Adds a user; for the operator only.
     *
     * @return the new user's id; fails CONFLICT if the address is taken
     */
    public Future<UUID> createUser(CreateUser command, Caller caller) {
        return Future.failedFuture("not yet: " + command + caller);
    }
}
