package org.qibroker.matching.rank;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import org.qibroker.platform.Platform;

/** The track records, read again when they are older than half a minute. For one event loop. */
public final class RecordCache {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Platform platform;
    private TrackRecords known = TrackRecords.NONE;
    private Instant readAt = Instant.MIN;

    /** Knows the records of a platform's database. */
    public RecordCache(Platform platform) {
        this.platform = platform;
    }

    /** The records, at most half a minute old. */
    public Future<TrackRecords> current() {
        Instant now = platform.clock().instant();
        if (readAt.isAfter(now.minus(FRESH)) && !readAt.isAfter(now)) {
            return Future.succeededFuture(known);
        }
        return platform.database().read(RecordRepository::all).map(records -> {
            known = records;
            readAt = now;
            return records;
        });
    }
}
