package org.qibroker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Refusal;
import org.qibroker.support.TestClock;

class RateLimiterTest {
    private final TestClock clock = new TestClock();
    private final RateLimiter limiter = new RateLimiter(clock, 3, Duration.ofSeconds(10));

    private Refusal refusal(String key) {
        return catchThrowableOfType(Refusal.class, () -> limiter.check(key));
    }

    @Test
    void letsABurstThroughAndThenSaysHowLongToWait() {
        limiter.check("a");
        limiter.check("a");
        limiter.check("a");
        Refusal refused = refusal("a");
        assertThat(refused.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
        assertThat(refused.retryAfterSeconds()).isEqualTo(10);
    }

    @Test
    void letsOneMoreThroughForEachRefill() {
        for (int i = 0; i < 3; i++) {
            limiter.check("a");
        }
        clock.advance(Duration.ofSeconds(4));
        assertThat(refusal("a").retryAfterSeconds()).isEqualTo(6);
        clock.advance(Duration.ofSeconds(6));
        assertThatCode(() -> limiter.check("a")).doesNotThrowAnyException();
        assertThat(refusal("a")).isNotNull();
    }

    @Test
    void aQuietKeyHasNoMoreThanItsBurst() {
        limiter.check("a");
        clock.advance(Duration.ofDays(1));
        for (int i = 0; i < 3; i++) {
            limiter.check("a");
        }
        assertThat(refusal("a")).isNotNull();
    }

    @Test
    void aClockSetBackLocksNobodyOut() {
        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            limiter.check("a");
        }
        clock.reset();
        assertThatCode(() -> limiter.check("a")).doesNotThrowAnyException();
    }

    @Test
    void keysDoNotShare() {
        for (int i = 0; i < 3; i++) {
            limiter.check("a");
        }
        assertThatCode(() -> limiter.check("b")).doesNotThrowAnyException();
    }

    @Test
    void whatIsGivenBackCountsAgain() {
        for (int i = 0; i < 20; i++) {
            limiter.check("a");
            limiter.giveBack("a");
        }
        assertThatCode(() -> limiter.check("a")).doesNotThrowAnyException();
    }
}
