package org.qibroker.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, which a test may set to another time; it goes on from there. */
public final class TestClock extends Clock {
    private final AtomicReference<Duration> ahead;
    private final Clock machine;

    public TestClock() {
        this(new AtomicReference<>(Duration.ZERO), Clock.systemUTC());
    }

    private TestClock(AtomicReference<Duration> ahead, Clock machine) {
        this.ahead = ahead;
        this.machine = machine;
    }

    /** From now on it is this time. */
    public void set(Instant now) {
        ahead.set(Duration.between(machine.instant(), now));
    }

    /** So much time passes at once. */
    public void advance(Duration time) {
        ahead.updateAndGet(time::plus);
    }

    /** The machine's time again. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TestClock(ahead, machine.withZone(zone));
    }
}
