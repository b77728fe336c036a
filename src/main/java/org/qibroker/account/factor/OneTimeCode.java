package org.qibroker.account.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds (RFC 6238, with HMAC-SHA-1 as authenticator apps expect). Pure. */
final class OneTimeCode {
    private static final int DIGITS = 6;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DRIFT = 1;

    private OneTimeCode() {}

    /**
     * The time step of a code, so that it is not taken twice; one step early or late is forgiven (RFC 6238, 5.2).
     *
     * @param secret shared with the authenticator
     * @param after the step last used; codes of it and before are not taken any more
     * @return empty if the code is not one of now
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long after) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (same(of(secret, step), code) && step > after) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a moment. */
    static String at(byte[] secret, Instant moment) {
        return of(secret, moment.getEpochSecond() / STEP.toSeconds());
    }

    private static String of(byte[] secret, long step) {
        SecretKey key = new SecretKeySpec(secret, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS)
                    .generateOneTimePasswordString(
                            key, Instant.ofEpochSecond(Math.multiplyExact(step, STEP.toSeconds())), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of HMAC-SHA-1", e);
        }
    }

    private static boolean same(String right, String given) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }
}
