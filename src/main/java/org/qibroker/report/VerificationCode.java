package org.qibroker.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.qibroker.platform.security.Secret;
import org.qibroker.shared.PlainCharacters;

/**
 * What somebody who has a report knows beside its number: sixteen characters of chance, eighty bits that nobody guesses.
 */
public record VerificationCode(@JsonValue String value) {
    private static final int LENGTH = 16;

    static VerificationCode fresh() {
        return new VerificationCode(Secret.typed(LENGTH));
    }

    /** A code as somebody typed it; nothing if it cannot be one. */
    public static Optional<VerificationCode> of(String typed) {
        String code = PlainCharacters.read(typed);
        return code.length() == LENGTH && PlainCharacters.all(code)
                ? Optional.of(new VerificationCode(code))
                : Optional.empty();
    }

    /** In groups of four. */
    public String grouped() {
        return PlainCharacters.grouped(value);
    }
}
