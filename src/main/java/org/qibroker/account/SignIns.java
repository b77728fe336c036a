package org.qibroker.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.platform.security.AccessTokens;
import org.qibroker.platform.security.Passwords;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.platform.security.WebSession;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;

/** Proves who users are: by password, by refresh token, by the cookie of a browser. */
final class SignIns {
    private final Platform platform;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final RateLimiter attempts;

    SignIns(Platform platform, Passwords passwords, AccessTokens accessTokens) {
        this.platform = platform;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
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
        return platform.database()
                .read(client -> UserRepository.credentials(client, email))
                .compose(found -> proved(found, password))
                .onSuccess(user -> attempts.giveBack(account))
                .onSuccess(user -> attempts.giveBack(address));
    }

    private Future<User> proved(UserRepository.@Nullable Credentials found, String password) {
        Refusal wrong = new Refusal(Kind.UNAUTHENTICATED, "wrong-credentials");
        if (found == null) {
            return passwords.refuse(password).compose(never -> Future.failedFuture(wrong));
        }
        return passwords
                .verify(password, found.passwordHash())
                .compose(right -> right ? Future.succeededFuture(found.user()) : Future.failedFuture(wrong));
    }

    /** Tokens of a new family. */
    Future<Tokens> tokens(User user) {
        Instant now = platform.clock().instant();
        UUID family = platform.ids().next();
        return platform.database()
                .transaction(tx -> TokenRepository.sweep(tx, now).compose(swept -> tokens(tx, user, family)));
    }

    private Future<Tokens> tokens(SqlConnection tx, User user, UUID family) {
        String refresh = Secret.next();
        Instant end =
                platform.clock().instant().plus(platform.settings().security().refreshToken());
        return TokenRepository.insertRefresh(tx, refresh, new TokenRepository.Refresh(family, user.id(), end, false))
                .map(kept -> new Tokens(
                        accessTokens.issue(user.caller()),
                        refresh,
                        "Bearer",
                        accessTokens.lifetime().toSeconds()));
    }

    /** Uses a refresh token up for new tokens; one that was used before ends its whole family. */
    Future<Tokens> refreshed(String refreshToken) {
        Refusal invalid = new Refusal(Kind.UNAUTHENTICATED, "refresh-token-invalid");
        return platform.database()
                .transaction(tx -> TokenRepository.lockRefresh(tx, refreshToken).compose(found -> rotated(tx, found)))
                .map(tokens -> tokens.orElseThrow(() -> invalid));
    }

    private Future<Optional<Tokens>> rotated(SqlConnection tx, Optional<TokenRepository.Refresh> found) {
        Instant now = platform.clock().instant();
        if (found.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        TokenRepository.Refresh refresh = found.get();
        Future<Void> usedUp = TokenRepository.useUpFamily(tx, refresh.family(), now);
        if (refresh.used() || !refresh.expiresAt().isAfter(now)) {
            return usedUp.map(Optional.empty());
        }
        return usedUp.compose(used -> UserRepository.byId(tx, refresh.userId()))
                .compose(user -> tokens(tx, user.orElseThrow(), refresh.family()))
                .map(Optional::of);
    }

    /** Ends all refresh tokens of a user. */
    Future<Void> revoke(UUID user) {
        return platform.database()
                .transaction(tx ->
                        TokenRepository.useUpAll(tx, user, platform.clock().instant()));
    }

    /** Opens a session in a browser; the result is the secret of its cookie. */
    Future<String> openSession(UUID user) {
        String id = Secret.next();
        Instant now = platform.clock().instant();
        Instant end = now.plus(sessionLength());
        return platform.database()
                .transaction(tx -> TokenRepository.sweep(tx, now)
                        .compose(swept -> TokenRepository.insertSession(tx, id, user, now, end)))
                .map(id);
    }

    /** How long a session lasts. */
    Duration sessionLength() {
        return platform.settings().security().session();
    }

    /** The session of a cookie. */
    Future<Optional<WebSession>> session(String cookie) {
        return platform.database()
                .read(client -> TokenRepository.userOfSession(
                        client, cookie, platform.clock().instant()))
                .map(user -> user.map(u -> new WebSession(cookie, u.caller(), Secret.derived(cookie, "form"))));
    }

    /** Ends a session. */
    Future<Void> closeSession(String cookie) {
        return platform.database().transaction(tx -> TokenRepository.deleteSession(tx, cookie));
    }
}
