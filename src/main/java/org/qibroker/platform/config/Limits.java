package org.qibroker.platform.config;

import java.time.Duration;

/** Ranges of settings; whatever is outside is an {@link IllegalArgumentException} that begins with the name. */
final class Limits {
    private Limits() {}

    static void port(String name, int value) {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException(name + " must be between 0 and 65535, but is " + value);
        }
    }

    static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", but is " + value);
        }
    }

    static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be longer than nothing");
        }
    }
}
