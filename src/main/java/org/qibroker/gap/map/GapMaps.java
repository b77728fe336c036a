package org.qibroker.gap.map;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.Platform;

/** Counts gaps by industry and district. */
public final class GapMaps {
    private final Platform platform;

    /** Maps of the gaps of a platform. */
    public GapMaps(Platform platform) {
        this.platform = platform;
    }

    /** The map, of one district and of one type, if they are given. */
    public Future<GapMap> map(@Nullable String district, @Nullable GapType type) {
        return platform.database()
                .read(client -> MapRepository.count(client, district, type))
                .map(GapMap::new);
    }
}
