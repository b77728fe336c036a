package org.qibroker.account.signin;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.account.Accounts;
import org.qibroker.account.LinkLetters;
import org.qibroker.account.NewPassword;
import org.qibroker.account.User;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.mail.Letter;
import org.qibroker.platform.mail.Outbox;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.platform.security.Secret;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** How users get a new password: by the old one, or by a link in a mail. Either ends all their other sessions. */
public final class PasswordChanges {
    private static final Purpose RESET = new Purpose(Duration.ofHours(1), "account.reset.mail");
    private static final Purpose WELCOME = new Purpose(Duration.ofDays(7), "operator.added.mail");
    private static final RateLimiter.Limit OF_ACCOUNT = new RateLimiter.Limit(5, Duration.ofMinutes(5));
    private static final RateLimiter.Limit OF_SENDER = new RateLimiter.Limit(30, Duration.ofSeconds(10));
    private static final String NO_SESSION = "";

    private final Platform platform;
    private final Accounts accounts;
    private final SignIns signIns;
    private final LinkLetters letters;
    private final RateLimiter ofAccount;
    private final RateLimiter ofSender;

    PasswordChanges(Platform platform, Accounts accounts, SignIns signIns) {
        this.platform = platform;
        this.accounts = accounts;
        this.signIns = signIns;
        this.letters = new LinkLetters(platform);
        this.ofAccount = RateLimiter.shared(platform.vertx(), "reset-account", platform.clock(), OF_ACCOUNT);
        this.ofSender = RateLimiter.shared(platform.vertx(), "reset-sender", platform.clock(), OF_SENDER);
    }

    /** Whether links can be sent at all. */
    public boolean sends() {
        return new Outbox(platform).sends();
    }

    /**
     * Sends a link to an address, good for an hour, if somebody signs in with it; the answer is the same if nobody does.
     *
     * @return fails TOO_MANY for an address or a sender that asks too often, CONFLICT if the broker sends no mail
     */
    Future<Void> request(String email, String from, Locale locale) {
        if (!sends()) {
            return Future.failedFuture(Refusal.conflict("no-mail"));
        }
        ofSender.check(from);
        ofAccount.check(email.strip().toLowerCase(Locale.ROOT));
        return accounts.credentials(email)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : send(found.get().user(), RESET, locale).mapEmpty());
    }

    /** A link by which a new user sets the first password, good for seven days; sent, too, where mail is. */
    public Future<String> welcome(User user, Locale locale) {
        return send(user, WELCOME, locale);
    }

    /** What a link is for: how long it lasts, and the texts of its letter. */
    private record Purpose(Duration lasts, String texts) {}

    private Future<String> send(User user, Purpose purpose, Locale locale) {
        String secret = Secret.next();
        Instant end = platform.clock().instant().plus(purpose.lasts());
        String link = platform.settings().publicUrl() + "/password/" + secret;
        Letter letter = letters.letter(user.email(), purpose.texts(), List.of(user.name()), link, locale);
        return platform.database()
                .transaction(tx -> ResetRepository.insert(tx, user.id(), Secret.hash(secret), end)
                        .compose(done -> new Outbox(platform).put(tx, letter)))
                .map(link);
    }

    /**
     * Sets a new password by the secret of a link.
     *
     * @return fails NOT_FOUND if it has ended or was used, BAD_INPUT for a password that will not do
     */
    Future<Void> reset(String secret, String password) {
        Instant now = platform.clock().instant();
        return valid(password).compose(accounts::hash).compose(hash -> platform.database()
                .transaction(tx -> ResetRepository.take(tx, Secret.hash(secret), now)
                        .map(user -> user.orElseThrow(() -> Refusal.notFound("password-reset")))
                        .compose(user -> accounts.find(tx, user))
                        .compose(user -> write(tx, user.orElseThrow().caller(false), hash, NO_SESSION))));
    }

    /**
     * Sets a new password by the old one; the session of the cookie goes on.
     *
     * @param from address of the sender
     * @return fails UNAUTHENTICATED if the old one is wrong, TOO_MANY after too many attempts, BAD_INPUT for a new one
     *     that will not do
     */
    Future<Void> change(Caller caller, OldAndNew passwords, String cookie, String from) {
        return valid(passwords.next())
                .compose(valid -> accounts.user(caller.user()))
                .compose(user -> signIns.byPassword(user.email(), passwords.current(), from))
                .compose(user -> accounts.hash(passwords.next()))
                .compose(hash -> platform.database().transaction(tx -> write(tx, caller, hash, cookie)));
    }

    private static Future<String> valid(String password) {
        return Future.succeededFuture(new NewPassword(password))
                .map(Validation::valid)
                .map(NewPassword::password);
    }

    /** The password that was, and the one that is to be. */
    record OldAndNew(String current, String next) {
        @Override
        public String toString() {
            return "OldAndNew[]";
        }
    }

    private Future<Void> write(SqlConnection tx, Caller user, String hash, String cookie) {
        UUID id = user.user();
        Set<UUID> parties = user.organisationId() == null ? Set.of() : Set.of(user.organisationId());
        return accounts.setPassword(tx, id, hash)
                .compose(done -> TokenRepository.endOthers(tx, id, cookie))
                .compose(done ->
                        TokenRepository.useUpAll(tx, id, platform.clock().instant()))
                .compose(done -> platform.events()
                        .append(tx, new Change("user", id, "password-changed", user, parties, Map.of())))
                .mapEmpty();
    }
}
