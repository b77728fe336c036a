package org.qibroker.account.factor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;

/** Between password and code in a browser: who has given the right password has five minutes and five attempts. */
public final class Challenges {
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 5;

    private final Platform platform;
    private final SecondFactors factors;

    /** Challenges to prove second factors. */
    public Challenges(Platform platform, SecondFactors factors) {
        this.platform = platform;
        this.factors = factors;
    }

    /** How long one lasts. */
    public Duration length() {
        return LASTS;
    }

    /** Keeps, by the hash of its secret, that a user has proved the password. */
    public Future<Void> open(Buffer hash, UUID user) {
        return platform.database()
                .transaction(tx -> FactorRepository.challenge(
                        tx, hash, user, platform.clock().instant().plus(LASTS)));
    }

    /** Ends all of a user's. */
    public static Future<Void> endAll(SqlConnection tx, UUID user) {
        return FactorRepository.forgetAll(tx, user);
    }

    /**
     * Answers one with a code.
     *
     * @return who has signed in; fails UNAUTHENTICATED with {@code second-factor-wrong}, or {@code challenge-ended} if
     *     the password is needed again
     */
    public Future<UUID> answer(Buffer hash, String code) {
        return platform.database()
                .transaction(tx -> FactorRepository.attempt(
                        tx, hash, ATTEMPTS, platform.clock().instant()))
                .map(user -> user.orElseThrow(() -> new Refusal(Kind.UNAUTHENTICATED, "challenge-ended")))
                .compose(user -> factors.prove(user, code)
                        .compose(proved -> platform.database()
                                .transaction(tx -> FactorRepository.forget(
                                        tx, hash, platform.clock().instant())))
                        .map(user));
    }
}
