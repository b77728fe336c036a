package org.qibroker.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T01:00:00Z");

    @Test
    void eachAttemptWaitsLongerUntilTheEighthIsTheLast() {
        IOException unreachable = new IOException("connection refused");
        Duration before = Duration.ZERO;
        for (int attempts = 1; attempts <= 7; attempts++) {
            Duration pause = Duration.between(
                    NOW, MailRules.again(attempts, unreachable, NOW).orElseThrow());
            assertThat(pause).isGreaterThan(before);
            before = pause;
        }
        assertThat(MailRules.again(8, unreachable, NOW)).isEmpty();
    }

    @Test
    void whereThereIsNoMailboxNobodyTriesAgainButAServerThatIsBusyOrRefusesUsIsTriedAgain() {
        assertThat(MailRules.again(1, new SMTPException("no such user", 550, List.of(), false), NOW))
                .isEmpty();
        assertThat(MailRules.again(1, new IllegalArgumentException("no address"), NOW))
                .isEmpty();
        assertThat(MailRules.again(1, new SMTPException("busy", 421, List.of(), false), NOW))
                .isPresent();
        assertThat(MailRules.again(1, new SMTPException("authentication", 535, List.of(), false), NOW))
                .isPresent();
    }

    @Test
    void theIdOfAMailIsTheSameEachTimeAndNothingBreaksOutOfAHeader() {
        UUID id = new UUID(1, 2);
        assertThat(MailRules.messageId(id, "QI Broker <broker@example.test>")).isEqualTo("<" + id + "@example.test>");
        assertThat(MailRules.oneLine("a\r\nBcc: b@c.test")).isEqualTo("a Bcc: b@c.test");
    }
}
