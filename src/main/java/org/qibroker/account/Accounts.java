package org.qibroker.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Actors;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.security.Passwords;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Language;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The users of the broker. */
public final class Accounts {
    private static final Set<Role> OWN_ROLES = EnumSet.of(Role.EXPERT, Role.ADMIN);

    private final Platform platform;
    private final Passwords passwords;

    Accounts(Platform platform, Passwords passwords) {
        this.platform = platform;
        this.passwords = passwords;
    }

    /**
     * Adds a user; for the operator only.
     *
     * @return the new user's id; fails FORBIDDEN for anyone else, BAD_INPUT for a role that a user cannot hold, CONFLICT
     *     if the address is taken
     */
    public Future<UUID> createUser(CreateUser command, Caller caller) {
        if (!caller.has(Role.ADMIN)) {
            return Future.failedFuture(Refusal.forbidden());
        }
        if (!OWN_ROLES.containsAll(command.roles())) {
            return Future.failedFuture(Refusal.badInput("/roles", "role-not-own"));
        }
        return hash(command.user()).compose(hash -> platform.database().transaction(tx -> insert(tx, command, hash)
                .compose(id -> log(tx, id, command, caller).map(id))));
    }

    /**
     * A user with what proves who it is.
     *
     * @param passwordHash Argon2id
     */
    public record Credentials(User user, String passwordHash) {
        @Override
        public String toString() {
            return "Credentials[" + user.id() + "]";
        }
    }

    /** Who signs in with an address, however it is written. */
    public Future<Optional<Credentials>> credentials(String email) {
        return platform.database().read(client -> UserRepository.credentials(client, email));
    }

    /** A user, if the account is still there. */
    public Future<Optional<User>> find(SqlClient client, UUID id) {
        return UserRepository.byId(client, id);
    }

    /** A user; fails UNAUTHENTICATED if the account is gone. */
    public Future<User> user(UUID id) {
        return platform.database()
                .read(client -> UserRepository.byId(client, id))
                .map(found -> found.orElseThrow(() -> new Refusal(Refusal.Kind.UNAUTHENTICATED, "sign-in-needed")));
    }

    /** The members of organisations. */
    public Future<List<Member>> members(SqlClient client, Collection<UUID> organisations) {
        return UserRepository.members(client, organisations);
    }

    /** A user as the member of an organisation; none if there is no such user, or the user acts for none. */
    public Future<Optional<Member>> member(SqlClient client, UUID user) {
        return UserRepository.member(client, user);
    }

    /** Whether somebody signs in with the address already. */
    public Future<Boolean> emailTaken(String email) {
        return platform.database().read(client -> UserRepository.emailTaken(client, email));
    }

    /** The hash of the password of somebody whose address is free; fails CONFLICT if it is not. */
    public Future<String> hash(NewUser user) {
        return emailTaken(user.email())
                .compose(taken -> taken
                        ? Future.failedFuture(Refusal.conflict("user-account-email-unique"))
                        : passwords.hash(user.password()));
    }

    /** The hash of a password. */
    public Future<String> hash(String password) {
        return passwords.hash(password);
    }

    /** Gives a user another password. */
    public Future<Void> setPassword(SqlConnection tx, UUID id, String hash) {
        return UserRepository.setPassword(tx, id, hash);
    }

    /** A user wants to be written to in a language. */
    public Future<Void> speaks(SqlClient client, UUID id, Language language) {
        return UserRepository.speaks(client, id, language);
    }

    /** A user reads pages in a language: that is the account's, if nothing was said of it before. */
    public Future<Void> speaksFirst(SqlClient client, UUID id, Language language) {
        return UserRepository.speaksFirst(client, id, language);
    }

    /** Nobody else joins or leaves the caller's organisation until this transaction ends; nothing if there is none. */
    public Future<Void> lockOrganisation(SqlConnection tx, Caller caller) {
        UUID organisation = caller.organisationId();
        return organisation == null ? Future.succeededFuture() : OrganisationRepository.lock(tx, organisation);
    }

    /** Deletes a user: the account, how it signs in, its choices, invitations of its address. */
    public Future<Void> delete(SqlConnection tx, User user) {
        return UserRepository.delete(tx, user.id(), user.email());
    }

    /** Adds a user whose password is hashed. */
    public Future<UUID> insert(SqlConnection tx, CreateUser command, String passwordHash) {
        UUID id = platform.ids().next();
        return UserRepository.insert(
                        tx, id, command, passwordHash, platform.clock().instant())
                .compose(done -> Actors.know(tx, id, command.user().name().strip()))
                .map(id);
    }

    private Future<Void> log(SqlConnection tx, UUID id, CreateUser command, Caller caller) {
        UUID organisation = command.organisationId();
        Map<String, Object> data = Map.of("roles", command.roles());
        Set<UUID> parties = organisation == null ? Set.of() : Set.of(organisation);
        return platform.events()
                .append(tx, new Change("user", id, "user-added", caller, parties, data))
                .mapEmpty();
    }
}
