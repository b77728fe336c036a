package org.qibroker.account.factor;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;

/** Codes on paper for whoever has lost the authenticator: 80 random bits each, good for one sign-in. */
final class RecoveryCode {
    private static final int BYTES = 10;
    private static final int COUNT = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCode() {}

    /** Ten new ones, such as {@code 7KQD-2M4X-PLW6-HJ3A}. */
    static List<String> some() {
        return Stream.generate(RecoveryCode::next).limit(COUNT).toList();
    }

    private static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.toBase32String(bytes).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** What is kept of one, however it was typed. */
    static Buffer hash(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        try {
            return Buffer.buffer(
                    MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
