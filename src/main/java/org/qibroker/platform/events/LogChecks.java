package org.qibroker.platform.events;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.LogCheck.Asker;
import org.qibroker.platform.time.DueClock;
import org.qibroker.shared.RegionTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks of the event log: one every night, and whenever somebody asks. What each has found is kept. */
public final class LogChecks {
    private static final Logger LOG = LoggerFactory.getLogger(LogChecks.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);
    private static final int SHOWN = 30;

    private final Platform platform;

    /** Checks of a platform's log. */
    public LogChecks(Platform platform) {
        this.platform = platform;
    }

    /** Checks all of it now, and keeps what is found. */
    public Future<LogCheck> run(Asker asker) {
        return platform.database().read(LogCheckRepository::last).compose(before -> check(asker, before)
                .compose(found -> platform.database()
                        .separately(tx -> LogCheckRepository.insert(tx, found))
                        .map(found)));
    }

    private Future<LogCheck> check(Asker asker, Optional<LogCheck> before) {
        ChainCheck.Before seen = before.map(check -> new ChainCheck.Before(check.upTo(), check.events()))
                .orElse(new ChainCheck.Before(0, 0));
        return new ChainCheck(platform.database())
                .run(seen)
                .map(found -> of(asker, found))
                .onSuccess(LogChecks::tell);
    }

    private LogCheck of(Asker asker, ChainCheck.Result found) {
        return new LogCheck(
                platform.ids().next(),
                platform.clock().instant(),
                asker,
                found.events(),
                found.upTo(),
                found.lost(),
                found.named(),
                found.faults(),
                found.broken());
    }

    private static void tell(LogCheck found) {
        if (!found.sound()) {
            LOG.error(
                    "The event log is not as it was written: {} events changed, {} gone; {}",
                    found.faults(),
                    found.lost(),
                    found.broken());
        }
    }

    /** The latest thirty, the newest first. */
    public Future<List<LogCheck>> latest() {
        return platform.database().read(client -> LogCheckRepository.latest(client, SHOWN));
    }

    /** Sees to it that each night has its check; on several nodes one of them does it. */
    public DueClock clock() {
        return new DueClock(platform.vertx(), platform.database(), "checks of the event log", this::ofTheNight);
    }

    /** Whoever checks holds a lock that ends with its connection, and no transaction id that readers would wait for. */
    private Future<Boolean> ofTheNight(SqlConnection tx) {
        Instant due = night(platform.clock().instant());
        return LogCheckRepository.lock(tx)
                .compose(mine -> mine
                        ? LogCheckRepository.last(tx).compose(last -> ofTheNight(tx, due, last))
                        : Future.succeededFuture(false));
    }

    private Future<Boolean> ofTheNight(SqlConnection tx, Instant due, Optional<LogCheck> last) {
        if (last.isPresent() && !last.get().at().isBefore(due)) {
            return Future.succeededFuture(false);
        }
        return check(Asker.CLOCK, last)
                .compose(found -> LogCheckRepository.insert(tx, found))
                .map(true);
    }

    /** When the check was due that is the last before a moment: half past two in the region's zone. */
    static Instant night(Instant now) {
        ZonedDateTime today = now.atZone(RegionTime.ZONE).with(AT_NIGHT);
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
}
