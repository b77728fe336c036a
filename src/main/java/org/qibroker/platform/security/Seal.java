package org.qibroker.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts so that only this broker can have written them (HMAC-SHA256, RFC 2104, cut to 128 bits), under a key of its
 * own for each purpose that follows from the signing key. What is sealed can be read by anyone.
 */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The seal for one purpose; what is sealed for another does not open. */
    public static Seal of(SigningKeys keys, String purpose) {
        return new Seal(keys.secret(purpose));
    }

    /** The text under the seal, in letters that an address can hold. */
    public String seal(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(mark(bytes));
    }

    /** The text that was sealed; none if it was not sealed so. */
    public Optional<String> open(String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(0, dot));
            byte[] mark = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            return MessageDigest.isEqual(mark, mark(bytes))
                    ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] mark(byte[] bytes) {
        return Arrays.copyOf(mac(bytes), BYTES);
    }

    private byte[] mac(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
