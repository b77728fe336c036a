package org.qibroker.matching.rank;

import java.util.Map;
import java.util.UUID;

/** How well providers kept what they promised, as of one moment. */
public final class TrackRecords {
    /** Nothing known of anybody. */
    public static final TrackRecords NONE = new TrackRecords(Map.of());

    private final Map<UUID, TrackRecord> records;

    private TrackRecords(Map<UUID, TrackRecord> records) {
        this.records = records;
    }

    /** The records of these providers. */
    static TrackRecords of(Map<UUID, TrackRecord> records) {
        return new TrackRecords(Map.copyOf(records));
    }

    /** What is counted of a provider. */
    TrackRecord of(UUID provider) {
        return records.getOrDefault(provider, TrackRecord.UNKNOWN);
    }

    /** 0…1, more is better; of an unknown provider what is usual. */
    double score(UUID provider) {
        return of(provider).score();
    }
}
