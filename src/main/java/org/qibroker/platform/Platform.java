package org.qibroker.platform;

import io.vertx.core.Vertx;
import java.time.Clock;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.events.AccessLog;
import org.qibroker.platform.events.EventFeed;
import org.qibroker.platform.events.EventLog;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.shared.IdSource;

/**
 * What every feature is built on; one for each verticle, because pools belong to one event loop.
 *
 * @param vertx the toolkit
 * @param settings how the broker is set up
 * @param database the two pools
 * @param events the log, written with the same clock
 * @param accesses who saw what, in the same log
 * @param feed committed events
 * @param clock what time it is
 * @param ids new ids
 * @param calendar working days
 * @param messages texts
 * @param idempotency one key, one effect
 */
public record Platform(
        Vertx vertx,
        Settings settings,
        Database database,
        EventLog events,
        AccessLog accesses,
        EventFeed feed,
        Clock clock,
        IdSource ids,
        WorkCalendar calendar,
        Messages messages,
        Idempotency idempotency) {

    /** The same over other pools of its database. */
    public Platform over(Database other) {
        return new Platform(
                vertx, settings, other, events, accesses, feed, clock, ids, calendar, messages, idempotency);
    }

    /** The same at another time. */
    public Platform withClock(Clock other) {
        return new Platform(
                vertx,
                settings,
                database,
                new EventLog(other),
                accesses,
                feed,
                other,
                ids,
                calendar,
                messages,
                idempotency);
    }
}
