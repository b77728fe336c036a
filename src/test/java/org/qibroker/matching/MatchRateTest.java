package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.shared.Refusal;

/** How often one account may ask for a match. */
class MatchRateTest {
    private final StillClock clock = new StillClock();
    private final RateLimiter limiter = new RateLimiter(clock, MatchApi.OFTEN.burst(), MatchApi.OFTEN.refill());

    /** Time passes only when it is told to. */
    private static final class StillClock extends Clock {
        private Instant now = Instant.parse("2026-11-27T08:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void fiftyASecondAreLetThroughForAsLongAsSomebodyLikes() {
        for (int i = 0; i < 50 * 600; i++) {
            limiter.check("a");
            clock.advance(Duration.ofMillis(20));
        }
    }

    @Test
    void whoAsksFasterWaitsASecondAndNobodyElseDoes() {
        for (int i = 0; i < MatchApi.OFTEN.burst(); i++) {
            limiter.check("a");
        }
        assertThatThrownBy(() -> limiter.check("a")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
            assertThat(refusal.retryAfterSeconds()).isEqualTo(1);
        });
        limiter.check("b");
        clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 50; i++) {
            limiter.check("a");
        }
    }
}
