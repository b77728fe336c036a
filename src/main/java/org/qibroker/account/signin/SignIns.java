package org.qibroker.account.signin;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Accounts;
import org.qibroker.account.Accounts.Credentials;
import org.qibroker.account.User;
import org.qibroker.account.signin.SignInModule.Proofs;
import org.qibroker.account.signin.TokenRepository.Refresh;
import org.qibroker.account.signin.TokenRepository.Start;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.platform.security.Secret;
import org.qibroker.platform.security.WebSession;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Language;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;

/** Proves who users are: by password, by refresh token, by the cookie of a browser. */
public final class SignIns {
    private final Platform platform;
    private final Accounts accounts;
    private final Proofs proofs;
    private final RateLimiter attempts;

    SignIns(Platform platform, Accounts accounts, Proofs proofs) {
        this.platform = platform;
        this.accounts = accounts;
        this.proofs = proofs;
        int perMinute = platform.settings().security().signInsPerMinute();
        Duration refill = Duration.ofMinutes(1).dividedBy(perMinute);
        this.attempts = RateLimiter.shared(
                platform.vertx(), "sign-in", platform.clock(), new RateLimiter.Limit(perMinute, refill));
    }

    /**
     * The user of an address and password. Only attempts that fail count against the account and the sender's address.
     *
     * @return fails UNAUTHENTICATED alike for a wrong address and a wrong password, TOO_MANY after too many attempts
     */
    Future<User> byPassword(String email, String password, String from) {
        String account = "account " + email.strip().toLowerCase(Locale.ROOT);
        String address = "address " + from;
        attempts.check(account);
        attempts.check(address);
        return accounts.credentials(email)
                .compose(found -> proved(found, password))
                .onSuccess(user -> attempts.giveBack(account))
                .onSuccess(user -> attempts.giveBack(address));
    }

    /**
     * The user of an address, a password and, where a second factor is on, a code.
     *
     * @return fails as {@link #byPassword} does, UNAUTHENTICATED with {@code second-factor-needed} if the code is
     *     missing, with {@code second-factor-wrong} if it is not the right one, with {@code second-factor-first}
     *     if the user has to set one up before
     */
    Future<User> byAll(String email, String password, @Nullable String code, String from) {
        return byPassword(email, password, from)
                .compose(user -> factor(user, code).map(user));
    }

    /**
     * The caller again, before something that cannot be undone.
     *
     * @return fails as {@link #byAll} does; nobody has to set a second factor up for it
     */
    public Future<User> again(Caller caller, String password, @Nullable String code, String from) {
        return accounts.user(caller.user())
                .compose(user -> byPassword(user.email(), password, from))
                .compose(user -> user.twoFactors() ? factor(user, code).map(user) : Future.succeededFuture(user));
    }

    private Future<Void> factor(User user, @Nullable String code) {
        if (!user.twoFactors()) {
            return user.restricted(settings().secondFactorRequired())
                    ? Future.failedFuture(new Refusal(Kind.UNAUTHENTICATED, "second-factor-first"))
                    : Future.succeededFuture();
        }
        return code == null
                ? Future.failedFuture(new Refusal(Kind.UNAUTHENTICATED, "second-factor-needed"))
                : proofs.factors().prove(user.id(), code);
    }

    private Future<User> proved(Optional<Credentials> found, String password) {
        Refusal wrong = new Refusal(Kind.UNAUTHENTICATED, "wrong-credentials");
        if (found.isEmpty()) {
            return proofs.passwords().refuse(password).compose(never -> Future.failedFuture(wrong));
        }
        Credentials known = found.get();
        return proofs.passwords().verify(password, known.passwordHash()).map(right -> {
            if (!right) {
                throw wrong;
            }
            return open(known.user());
        });
    }

    private static User open(User user) {
        if (user.locked()) {
            throw new Refusal(Kind.UNAUTHENTICATED, "account-locked");
        }
        return user;
    }

    /** Tokens of a new family, for a program that calls itself so. */
    Future<Tokens> tokens(User user, @Nullable String agent) {
        Instant now = platform.clock().instant();
        UUID family = platform.ids().next();
        Start start = new Start(now, Agent.shortened(agent));
        return platform.database()
                .transaction(tx -> TokenRepository.sweep(tx, now).compose(swept -> tokens(tx, user, family, start)));
    }

    private Future<Tokens> tokens(SqlConnection tx, User user, UUID family, Start start) {
        String refresh = Secret.next();
        Instant end = platform.clock().instant().plus(settings().refreshToken());
        return TokenRepository.insertRefresh(tx, refresh, new Refresh(family, user.id(), end, false, start))
                .map(kept -> new Tokens(
                        proofs.tokens().issue(user.caller(settings().secondFactorRequired())),
                        refresh,
                        "Bearer",
                        proofs.tokens().lifetime().toSeconds()));
    }

    /** Uses a refresh token up for new tokens; one that was used before ends its whole family. */
    Future<Tokens> refreshed(String refreshToken) {
        Refusal invalid = new Refusal(Kind.UNAUTHENTICATED, "refresh-token-invalid");
        return platform.database()
                .transaction(tx -> TokenRepository.lockRefresh(tx, refreshToken).compose(found -> rotated(tx, found)))
                .map(tokens -> tokens.orElseThrow(() -> invalid));
    }

    private Future<Optional<Tokens>> rotated(SqlConnection tx, Optional<Refresh> found) {
        Instant now = platform.clock().instant();
        if (found.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        Refresh refresh = found.get();
        Future<Void> usedUp = TokenRepository.useUpFamily(tx, refresh.family(), now);
        if (refresh.used() || !refresh.expiresAt().isAfter(now)) {
            return usedUp.map(Optional.empty());
        }
        return usedUp.compose(used -> accounts.find(tx, refresh.userId()))
                .compose(user -> tokens(tx, open(user.orElseThrow()), refresh.family(), refresh.start()))
                .map(Optional::of);
    }

    /** Ends all refresh tokens of a user. */
    Future<Void> revoke(UUID user) {
        return platform.database()
                .transaction(tx ->
                        TokenRepository.useUpAll(tx, user, platform.clock().instant()));
    }

    /**
     * Opens a session in a browser that calls itself so; the result is the secret of its cookie.
     *
     * @param language of the page, the account's own from now on if nothing was said of that before
     */
    Future<String> openSession(UUID user, @Nullable String agent, Language language) {
        String secret = Secret.next();
        Instant now = platform.clock().instant();
        Session session = new Session(
                platform.ids().next(),
                Session.Kind.BROWSER,
                now,
                now.plus(sessionLength()),
                Agent.shortened(agent),
                true);
        return platform.database()
                .transaction(tx -> TokenRepository.sweep(tx, now)
                        .compose(swept -> TokenRepository.insertSession(tx, secret, session, user))
                        .compose(opened -> accounts.speaksFirst(tx, user, language)))
                .map(secret);
    }

    /** How long a session lasts. */
    Duration sessionLength() {
        return settings().session();
    }

    private Settings.Security settings() {
        return platform.settings().security();
    }

    /** The session of a cookie. */
    Future<Optional<WebSession>> session(String cookie) {
        Instant now = platform.clock().instant();
        return platform.database().read(client -> TokenRepository.userOfSession(client, cookie, now)
                .compose(user ->
                        user.isEmpty() ? Future.succeededFuture(Optional.empty()) : accounts.find(client, user.get()))
                .map(user -> user.map(found -> session(cookie, found))));
    }

    private WebSession session(String cookie, User user) {
        return new WebSession(cookie, user.caller(settings().secondFactorRequired()), Secret.derived(cookie, "form"));
    }

    /** Ends a session. */
    Future<Void> closeSession(String cookie) {
        return platform.database().transaction(tx -> TokenRepository.deleteSession(tx, cookie));
    }
}
