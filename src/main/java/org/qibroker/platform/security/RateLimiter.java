package org.qibroker.platform.security;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.qibroker.shared.Refusal;

/**
 * Lets each key do something so many times at once, and again one by one as time passes. A clock that is set back locks
 * nobody out. Thread-safe.
 */
public final class RateLimiter implements Shareable {
    private static final int KEYS_BEFORE_SWEEP = 10_000;

    private final Clock clock;
    private final int burst;
    private final long nanosPerToken;
    private final ConcurrentHashMap<String, Long> fullAt = new ConcurrentHashMap<>();

    /**
     * A limiter of its own.
     *
     * @param burst how often a key that was quiet may go at once
     * @param refill after how long it may go once more
     */
    public RateLimiter(Clock clock, int burst, Duration refill) {
        this.clock = clock;
        this.burst = burst;
        this.nanosPerToken = refill.toNanos();
    }

    /** The limiter of that name, the same one for all verticles of a node; made as said if there is none yet. */
    public static RateLimiter shared(Vertx vertx, String name, Clock clock, Limit limit) {
        return vertx.sharedData()
                .<String, RateLimiter>getLocalMap("rate-limiters")
                .computeIfAbsent(name, n -> new RateLimiter(clock, limit.burst(), limit.refill()));
    }

    /** How often at once, and how fast again. */
    public record Limit(int burst, Duration refill) {}

    /**
     * Counts one go of the key.
     *
     * @throws Refusal TOO_MANY with the seconds to wait, if the key has none left; then nothing is counted
     */
    public void check(String key) {
        long now = nanos();
        sweep(now);
        long wait = take(key, now);
        if (wait > 0) {
            throw Refusal.tooMany(Math.max(1, (wait + 999_999_999) / 1_000_000_000));
        }
    }

    private long take(String key, long now) {
        long[] wait = new long[1];
        fullAt.compute(key, (k, before) -> {
            long known = before == null || before > now + burst * nanosPerToken ? now : before;
            long full = Math.max(now, known) + nanosPerToken;
            wait[0] = full - now - burst * nanosPerToken;
            return wait[0] > 0 ? before : (Long) full;
        });
        return wait[0];
    }

    /** Gives back one go of the key: it was used well. */
    public void giveBack(String key) {
        fullAt.computeIfPresent(key, (k, full) -> full - nanosPerToken);
    }

    private void sweep(long now) {
        if (fullAt.size() > KEYS_BEFORE_SWEEP) {
            fullAt.values().removeIf(full -> full <= now);
        }
    }

    private long nanos() {
        return Math.multiplyExact(clock.millis(), 1_000_000L);
    }
}
