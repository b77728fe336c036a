package org.qibroker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Argon2Test {
    @Test
    void verifiesWhatItHashedAndNothingElse() {
        String hash = Argon2.hash("开锁-pass", 19_456);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2.verify("开锁-pass", hash)).isTrue();
        assertThat(Argon2.verify("开锁-Pass", hash)).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(Argon2.hash("same", 256)).isNotEqualTo(Argon2.hash("same", 256));
    }

    /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -k 256 -p 1 -l 32}. */
    @Test
    void agreesWithTheReferenceImplementation() {
        String reference = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(Argon2.verify("password", reference)).isTrue();
        assertThat(Argon2.verify("passwort", reference)).isFalse();
    }

    @Test
    void refusesAnythingThatIsNoSuchHash() {
        assertThatThrownBy(() -> Argon2.verify("x", "$2b$12$abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
