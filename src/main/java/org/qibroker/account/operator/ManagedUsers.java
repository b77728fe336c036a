package org.qibroker.account.operator;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Accounts;
import org.qibroker.account.CreateUser;
import org.qibroker.account.NewUser;
import org.qibroker.account.factor.SecondFactors;
import org.qibroker.account.signin.PasswordChanges;
import org.qibroker.account.signin.Sessions;
import org.qibroker.account.signin.SignInModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.AccessLog.Access;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.platform.security.Secret;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** All accounts, as the operator manages them. Nobody manages their own, and the database keeps the last operator. */
final class ManagedUsers {
    private static final Set<Role> OWN = Set.of(Role.EXPERT, Role.ADMIN);

    private final Platform platform;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Accounts accounts;
    private final PasswordChanges passwords;

    ManagedUsers(Platform platform, Accounts accounts, SignInModule signIn) {
        this.platform = platform;
        this.accounts = accounts;
        this.passwords = signIn.passwordChanges();
        this.sessions = signIn.sessions();
        this.factors = signIn.factors();
    }

    /** A part of all accounts, the newest first, whose name, address or organisation holds a text. */
    Future<Page<ManagedUser>> list(@Nullable String text, PageRequest page, Caller caller) {
        TimeCursor after = TimeCursor.of(page);
        platform.accesses().seen(new Access(caller, "listUsers", "/users", null));
        return platform.database()
                .read(client -> ManagedUserRepository.list(client, text, after, page.limit() + 1))
                .map(found -> TimeCursor.page(found, page, user -> new TimeCursor(user.createdAt(), user.id())));
    }

    /** One account; fails NOT_FOUND. */
    Future<ManagedUser> get(UUID id) {
        return platform.database()
                .read(client -> ManagedUserRepository.find(client, id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("user")));
    }

    /**
     * Adds an expert or an operator, who sets a password by a link.
     *
     * @param locale language of the mail
     * @return fails BAD_INPUT for a role that is not a user's own, CONFLICT if somebody signs in with the address already
     */
    Future<Added> add(NewAccount account, Caller caller, Locale locale) {
        NewUser user = new NewUser(account.email(), account.name(), Secret.next());
        return accounts.createUser(new CreateUser(null, user, account.roles()), caller)
                .compose(accounts::user)
                .compose(added -> passwords.welcome(added, locale).compose(link -> get(added.id())
                        .map(managed -> new Added(managed, link, passwords.sends()))));
    }

    /**
     * Does something with an account.
     *
     * @param reason why; needed to lock
     * @return the account after it; fails CONFLICT for one's own account, one that is locked or unlocked already, one
     *     without a second factor, and the last operator, BAD_INPUT if a reason is missing
     */
    Future<ManagedUser> act(UUID id, UserAction action, @Nullable String reason, Caller caller) {
        if (id.equals(caller.userId())) {
            return Future.failedFuture(Refusal.conflict("own-account"));
        }
        if (action == UserAction.LOCK && (reason == null || reason.isBlank())) {
            return Future.failedFuture(Refusal.badInput("/reason", "not-blank"));
        }
        return platform.database()
                .transaction(tx -> ManagedUserRepository.lock(tx, id)
                        .map(found -> found.orElseThrow(() -> Refusal.notFound("user")))
                        .compose(user -> act(tx, user, new Step(action, reason, caller))))
                .compose(done -> get(id));
    }

    private record Step(UserAction action, @Nullable String reason, Caller caller) {}

    private Future<Void> act(SqlConnection tx, ManagedUser user, Step step) {
        return switch (step.action()) {
            case LOCK ->
                user.locked()
                        ? Future.failedFuture(Refusal.conflict("user-locked-already"))
                        : ManagedUserRepository.setLocked(
                                        tx, user.id(), platform.clock().instant(), step.reason())
                                .compose(done -> sessions.endAll(tx, user.id()))
                                .compose(done -> log(tx, user, step));
            case UNLOCK ->
                user.locked()
                        ? ManagedUserRepository.setLocked(tx, user.id(), null, null)
                                .compose(done -> log(tx, user, step))
                        : Future.failedFuture(Refusal.conflict("user-not-locked"));
            case END_SESSIONS -> sessions.endAll(tx, user.id()).compose(done -> log(tx, user, step));
            case RESET_SECOND_FACTOR -> factors.reset(tx, user.id()).compose(done -> log(tx, user, step));
        };
    }

    /**
     * Gives a user other roles of their own; what they hold ends the tokens given before.
     *
     * @param seen version of the account
     * @return the account after it; fails STALE, BAD_INPUT for a role that is not a user's own, CONFLICT for one's own
     *     account, for a user who would stand for nothing, and for the last operator
     */
    Future<ManagedUser> setRoles(UUID id, long seen, Set<Role> roles, Caller caller) {
        if (id.equals(caller.userId())) {
            return Future.failedFuture(Refusal.conflict("own-account"));
        }
        if (!OWN.containsAll(roles)) {
            return Future.failedFuture(Refusal.badInput("/roles", "role-not-own"));
        }
        return platform.database()
                .transaction(tx -> ManagedUserRepository.lock(tx, id)
                        .map(found -> found.orElseThrow(() -> Refusal.notFound("user")))
                        .map(user -> seenAt(user, seen))
                        .compose(user -> ManagedUserRepository.setRoles(tx, id, roles)
                                .compose(done -> log(tx, user, "user-roles-changed", Map.of("roles", roles), caller))))
                .compose(done -> get(id));
    }

    private static ManagedUser seenAt(ManagedUser user, long seen) {
        if (user.version() != seen) {
            throw Refusal.stale();
        }
        return user;
    }

    private Future<Void> log(SqlConnection tx, ManagedUser user, Step step) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (step.reason() != null && !step.reason().isBlank()) {
            data.put("reason", step.reason().strip());
        }
        return log(tx, user, step.action().event(), data, step.caller());
    }

    private Future<Void> log(SqlConnection tx, ManagedUser user, String type, Map<String, ?> data, Caller caller) {
        Set<UUID> parties = user.organisation() == null
                ? Set.of()
                : Set.of(user.organisation().id());
        return platform.events()
                .append(tx, new Change("user", user.id(), type, caller, parties, data))
                .mapEmpty();
    }
}
