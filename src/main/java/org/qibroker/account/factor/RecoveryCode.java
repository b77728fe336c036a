package org.qibroker.account.factor;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Stream;
import org.qibroker.platform.security.Secret;
import org.qibroker.shared.PlainCharacters;

/** Codes on paper for whoever has lost the authenticator: 80 random bits each, good for one sign-in. */
final class RecoveryCode {
    private static final int LENGTH = 16;
    private static final int COUNT = 10;

    private RecoveryCode() {}

    /** Ten new ones, such as {@code 7KQD-2M4X-PSW6-HJ3A}. */
    static List<String> some() {
        return Stream.generate(() -> PlainCharacters.grouped(Secret.typed(LENGTH)))
                .limit(COUNT)
                .toList();
    }

    /** What is kept of one, however it was typed. */
    static Buffer hash(String typed) {
        return Secret.hash(PlainCharacters.read(typed));
    }
}
