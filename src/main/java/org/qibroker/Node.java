package org.qibroker;

import com.fasterxml.uuid.Generators;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.events.EventFeed;
import org.qibroker.platform.events.EventLog;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.platform.time.WorkCalendar;

/**
 * What all verticles of a node share.
 *
 * @param httpPort where requests are taken, set by the first verticle that listens
 */
record Node(
        Settings settings,
        DatabaseAddress address,
        Clock clock,
        WorkCalendar calendar,
        Messages messages,
        SigningKeys keys,
        AtomicInteger httpPort) {

    /** What one verticle builds on, with pools of its own. */
    Platform platform(Vertx vertx) {
        Database database = Database.open(vertx, address, settings.database());
        return new Platform(
                vertx,
                settings,
                database,
                new EventLog(clock),
                new EventFeed(vertx),
                clock,
                Generators.timeBasedEpochGenerator()::generate,
                calendar,
                messages,
                new Idempotency(database));
    }
}
