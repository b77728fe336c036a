package org.qibroker.account.privacy;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Accounts;
import org.qibroker.account.User;
import org.qibroker.account.privacy.Elsewhere.Person;
import org.qibroker.account.signin.SignIns;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Actors;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.mail.Outbox;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Refusal;

/** Deletes accounts at the wish of their owners. */
final class Deletion {
    private final Platform platform;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Elsewhere elsewhere;

    Deletion(Platform platform, Accounts accounts, SignIns signIns, Elsewhere elsewhere) {
        this.platform = platform;
        this.accounts = accounts;
        this.signIns = signIns;
        this.elsewhere = elsewhere;
    }

    /** By what an owner proves to be one. */
    record Proof(String password, @Nullable String code, String from) {
        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    /** Whether the caller is the last to act for an organisation that has bookings which have not ended. */
    Future<Boolean> neededByOrganisation(Caller caller) {
        return caller.organisationId() == null
                ? Future.succeededFuture(false)
                : platform.database()
                        .read(client -> accounts.members(client, Set.of(caller.organisation())))
                        .compose(members ->
                                members.size() > 1 ? Future.succeededFuture(false) : elsewhere.hasOpenBookings(caller));
    }

    /**
     * Deletes the caller's account and all that hangs on it; every session ends.
     *
     * @return fails UNAUTHENTICATED for a wrong password or code, CONFLICT for the last member of an organisation with
     *     bookings that have not ended, and for the last operator
     */
    Future<Void> delete(Caller caller, Proof proof) {
        return signIns.again(caller, proof.password(), proof.code(), proof.from())
                .compose(user -> platform.database().transaction(tx -> accounts.lockOrganisation(tx, caller)
                        .compose(locked -> neededByOrganisation(caller))
                        .compose(needed -> needed
                                ? Future.failedFuture(Refusal.conflict("last-member-open-bookings"))
                                : delete(tx, user, caller))));
    }

    private Future<Void> delete(SqlConnection tx, User user, Caller caller) {
        UUID id = user.id();
        Set<UUID> parties = caller.organisationId() == null ? Set.of() : Set.of(caller.organisationId());
        Change change = new Change("user", id, "user-deleted", caller, parties, Map.of());
        return platform.events()
                .append(tx, change)
                .compose(done -> Actors.forget(tx, id))
                .compose(done -> elsewhere.forget(
                        tx, new Person(caller.organisationId(), user.name(), user.email(), Pseudonym.of(id))))
                .compose(done -> new Outbox(platform).forget(tx, user.email()))
                .compose(done -> accounts.delete(tx, user));
    }
}
