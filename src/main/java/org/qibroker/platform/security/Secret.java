package org.qibroker.platform.security;

import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.Base64;
import org.qibroker.shared.PlainCharacters;
import org.qibroker.shared.Sha256;

/**
 * What only its holder knows: 256 random bits, or fewer where people type them. The broker keeps the hash, which is enough
 * for so much chance.
 */
public final class Secret {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private Secret() {}

    /** A new one, 43 characters of base64url. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return BASE64URL.encodeToString(bytes);
    }

    /** A new one that people type: so many plain characters, five random bits each. */
    public static String typed(int length) {
        return PlainCharacters.random(RANDOM, length);
    }

    /** What is kept of it. */
    public static Buffer hash(String secret) {
        return Buffer.buffer(Sha256.of(secret));
    }

    /** Another secret that follows from it, for a purpose, and does not give it away. */
    public static String derived(String secret, String purpose) {
        return BASE64URL.encodeToString(Sha256.of(purpose + ":" + secret));
    }
}
