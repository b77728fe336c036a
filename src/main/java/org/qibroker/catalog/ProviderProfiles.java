package org.qibroker.catalog;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Providers as they are stored, for what keeps them in memory. */
public final class ProviderProfiles {
    private ProviderProfiles() {}

    /**
     * Providers with their sites, accreditations and prices.
     *
     * @param ids which; {@code null} for all
     */
    public static Future<List<Provider>> read(SqlClient client, @Nullable List<UUID> ids) {
        return ProviderRepository.findAll(client, ids);
    }
}
