package org.qibroker.booking.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Progress.Waiting;
import org.qibroker.platform.time.Countdown;
import org.qibroker.resource.Slot;
import org.qibroker.shared.RegionTime;

/**
 * What the page of a booking shows of its clocks.
 *
 * @param running the next due first
 * @param stoppedBy who is waited for while the report's clock stands still, absent while it runs
 * @param waiting who is waited for, and who caused how much waiting so far
 * @param zone of the place that is reserved, or of the region
 */
public record Clocks(List<Deadline> running, @Nullable Actor stoppedBy, Waiting waiting, ZoneId zone, Instant now) {

    static Clocks of(Booking booking, Instant now) {
        Booking.Place place = booking.place();
        Slot slot = place == null ? null : place.slot();
        return new Clocks(
                DeadlineRules.running(booking.progress(), slot),
                DeadlineRules.stoppedBy(booking.progress()).orElse(null),
                booking.progress().waiting(),
                place == null ? RegionTime.ZONE : place.zone(),
                now);
    }

    /** Whether there is anything to show. */
    public boolean shown() {
        return !running.isEmpty() || stoppedBy != null || waited(Actor.ENTERPRISE) > 0 || waited(Actor.PROVIDER) > 0;
    }

    /** How long there is, or since when it is late. */
    public Countdown countdown(Deadline deadline) {
        return Countdown.of(now, deadline.due(), zone(deadline));
    }

    /** The zone in which a deadline is shown: a slot's is its place's. */
    public ZoneId zone(Deadline deadline) {
        return deadline.kind() == Deadline.Kind.SAMPLE ? zone : RegionTime.ZONE;
    }

    /** Whole hours somebody was waited for, what is going on included. */
    public long waited(Actor who) {
        Duration before = who == Actor.ENTERPRISE ? waiting.byEnterprise() : waiting.byProvider();
        Instant since = waiting.since();
        Duration ongoing = waiting.on() == who && since != null ? Duration.between(since, now) : Duration.ZERO;
        return before.plus(ongoing).toHours();
    }
}
