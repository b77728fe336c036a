package org.qibroker.catalog.prices;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Price lists as they are stored. */
public final class PriceLists {
    private PriceLists() {}

    /** What a provider asks, {@link PriceList#NONE} where it says nothing. */
    public static Future<PriceList> ofProvider(SqlClient client, UUID provider) {
        return PriceRepository.ofProvider(client, provider);
    }

    /**
     * What providers ask; those that say nothing are left out.
     *
     * @param ids which; {@code null} for all
     */
    public static Future<Map<UUID, PriceList>> ofProviders(SqlClient client, @Nullable List<UUID> ids) {
        return PriceRepository.ofProviders(client, ids);
    }
}
