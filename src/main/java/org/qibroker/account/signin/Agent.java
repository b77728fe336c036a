package org.qibroker.account.signin;

import org.jspecify.annotations.Nullable;

/** What a browser or program calls itself. */
final class Agent {
    private static final int LENGTH = 200;

    private Agent() {}

    /** As much of it as is kept. */
    static @Nullable String shortened(@Nullable String said) {
        return said == null || said.isBlank()
                ? null
                : said.strip().substring(0, Math.min(LENGTH, said.strip().length()));
    }
}
