package org.qibroker.matching.rank;

import io.vertx.core.Future;
import java.util.UUID;
import org.qibroker.catalog.directory.Standings;
import org.qibroker.platform.Platform;

/** The track records that count in matches, for the pages of providers. */
public final class RecordStandings implements Standings {
    private final RecordCache records;

    /** Reads them on a platform. */
    public RecordStandings(Platform platform) {
        this.records = new RecordCache(platform);
    }

    @Override
    public Future<Standing> of(UUID provider) {
        return records.current().map(all -> {
            TrackRecord record = all.of(provider);
            return new Standing(record.reported(), record.onTime(), record.reissues());
        });
    }
}
