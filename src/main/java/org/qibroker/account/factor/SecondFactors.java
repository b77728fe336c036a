package org.qibroker.account.factor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.qibroker.account.factor.FactorRepository.Kept;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;

/** The second factors of users. Codes are taken once each, and only so many wrong ones in a while. */
public final class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RateLimiter.Limit ATTEMPTS = new RateLimiter.Limit(10, Duration.ofMinutes(1));

    private final Platform platform;
    private final SealedSecret sealer;
    private final RateLimiter attempts;

    /**
     * On a platform.
     *
     * @param key 32 bytes under which secrets are kept
     */
    public SecondFactors(Platform platform, byte[] key) {
        this.platform = platform;
        this.sealer = new SealedSecret(key);
        this.attempts = RateLimiter.shared(platform.vertx(), "second-factor", platform.clock(), ATTEMPTS);
    }

    /**
     * How a user signs in.
     *
     * @param recoveryCodes how many are left
     */
    public record Status(FactorState state, int recoveryCodes) {}

    /** How a user signs in. */
    public Future<Status> status(UUID user) {
        Future<Optional<Kept>> kept = platform.database().read(client -> FactorRepository.find(client, user));
        Future<Integer> left = platform.database().read(client -> FactorRepository.codesLeft(client, user));
        return Future.all(kept, left).map(both -> new Status(state(kept.result()), left.result()));
    }

    private static FactorState state(Optional<Kept> kept) {
        return kept.map(factor -> factor.confirmed() ? FactorState.ON : FactorState.PENDING)
                .orElse(FactorState.NONE);
    }

    /** Whether a code is needed to sign in. */
    public Future<Boolean> needed(UUID user) {
        return platform.database()
                .read(client -> FactorRepository.find(client, user))
                .map(kept -> state(kept) == FactorState.ON);
    }

    /**
     * A new secret for the caller's authenticator; it counts once {@link #confirm} has seen a code of it.
     *
     * @param label what the authenticator shows, such as the address the user signs in with
     * @return fails CONFLICT if there is a second factor already
     */
    public Future<Enrolment> enrol(Caller caller, String label) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        UUID user = caller.user();
        Buffer sealed = Buffer.buffer(sealer.seal(secret, user));
        return platform.database()
                .transaction(tx -> FactorRepository.begin(
                        tx, user, sealed, platform.clock().instant()))
                .map(begun -> {
                    if (!begun) {
                        throw Refusal.conflict("second-factor-on");
                    }
                    return enrolment(Base32.toBase32String(secret), label);
                });
    }

    private static Enrolment enrolment(String secret, String label) {
        String account = URLEncoder.encode(label, StandardCharsets.UTF_8).replace("+", "%20");
        return new Enrolment(
                secret, "otpauth://totp/QI%20Broker:" + account + "?secret=" + secret + "&issuer=QI%20Broker");
    }

    /**
     * From now on the caller signs in with a second factor.
     *
     * @return ten recovery codes, told this once; fails UNAUTHENTICATED for a wrong code, CONFLICT if none is pending
     */
    public Future<List<String>> confirm(Caller caller, String code) {
        UUID user = caller.user();
        attempts.check(user.toString());
        List<String> recovery = RecoveryCode.some();
        return platform.database().transaction(tx -> FactorRepository.lock(tx, user)
                .map(kept -> pending(kept, user, code))
                .compose(step -> FactorRepository.confirm(
                        tx, user, step, platform.clock().instant()))
                .compose(done -> FactorRepository.keepCodes(tx, user, recovery))
                .compose(done -> log(tx, user, "second-factor-added", caller))
                .map(recovery));
    }

    private long pending(Optional<Kept> kept, UUID user, String code) {
        if (state(kept) != FactorState.PENDING) {
            throw Refusal.conflict("second-factor-not-pending");
        }
        return step(kept.orElseThrow(), user, code).orElseThrow(SecondFactors::wrong);
    }

    private OptionalLong step(Kept kept, UUID user, String code) {
        byte[] secret = sealer.open(kept.sealed().getBytes(), user);
        Instant now = platform.clock().instant();
        return OneTimeCode.step(secret, code.replaceAll("\\s", ""), now, kept.lastStep());
    }

    private static Refusal wrong() {
        return new Refusal(Kind.UNAUTHENTICATED, "second-factor-wrong");
    }

    /**
     * Takes a code of the authenticator or a recovery code of a user, each once; fails UNAUTHENTICATED for any other,
     * TOO_MANY after too many of them.
     */
    public Future<Void> prove(UUID user, String code) {
        attempts.check(user.toString());
        return platform.database()
                .transaction(tx -> take(tx, user, code))
                .onSuccess(done -> attempts.giveBack(user.toString()));
    }

    private Future<Void> take(SqlConnection tx, UUID user, String code) {
        return FactorRepository.lock(tx, user).compose(kept -> {
            OptionalLong step =
                    state(kept) == FactorState.ON ? step(kept.orElseThrow(), user, code) : OptionalLong.empty();
            return step.isPresent() ? FactorRepository.used(tx, user, step.getAsLong()) : takeRecovery(tx, user, code);
        });
    }

    private Future<Void> takeRecovery(SqlConnection tx, UUID user, String code) {
        return FactorRepository.useCode(tx, user, code, platform.clock().instant())
                .compose(taken -> taken ? Future.succeededFuture() : Future.failedFuture(wrong()));
    }

    /** The caller signs in without a second factor again; needs a code, as {@link #prove} does. */
    public Future<Void> remove(Caller caller, String code) {
        UUID user = caller.user();
        return prove(user, code)
                .compose(proved -> platform.database().transaction(tx -> FactorRepository.delete(tx, user)
                        .compose(done -> log(tx, user, "second-factor-removed", caller))));
    }

    /** Takes the second factor from a user who has lost it. Fails CONFLICT if there is none. */
    public Future<Void> reset(SqlConnection tx, UUID user) {
        return FactorRepository.delete(tx, user)
                .compose(was ->
                        was ? Future.succeededFuture() : Future.failedFuture(Refusal.conflict("second-factor-none")));
    }

    private Future<Void> log(SqlConnection tx, UUID user, String type, Caller by) {
        Set<UUID> parties = by.organisationId() == null ? Set.of() : Set.of(by.organisationId());
        return platform.events()
                .append(tx, new Change("user", user, type, by, parties, Map.of()))
                .mapEmpty();
    }
}
