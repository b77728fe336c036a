package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.shared.Refusal;

/** Providers as they are stored. */
public final class ProviderProfiles {
    private ProviderProfiles() {}

    /** The provider with its sites, accreditations and prices. */
    public static Future<Optional<Provider>> find(SqlClient client, UUID id) {
        return ProviderRepository.find(client, id);
    }

    /**
     * Providers with their sites, accreditations and prices.
     *
     * @param ids which; {@code null} for all
     */
    public static Future<List<Provider>> read(SqlClient client, @Nullable List<UUID> ids) {
        return ProviderRepository.findAll(client, ids);
    }

    /** Ids of providers after one, in order. */
    public static Future<List<UUID>> idsAfter(SqlClient client, @Nullable UUID after, int limit) {
        return ProviderRepository.idsAfter(client, after, limit);
    }

    /** One site. */
    public static Future<Optional<Site>> site(SqlClient client, UUID id) {
        return SiteRepository.find(client, id);
    }

    /** One accreditation. */
    public static Future<Optional<Accreditation>> accreditation(SqlClient client, UUID id) {
        return AccreditationRepository.find(client, id);
    }

    /**
     * Makes a provider known, or its names current, and lets no one else change it until the end of the transaction.
     *
     * @param first its site if it has none yet
     */
    public static Future<Provider> open(SqlConnection tx, Site first, Name name, Instant now) {
        UUID id = first.providerId();
        return ProviderRepository.open(tx, id, name, now)
                .compose(opened -> SiteRepository.ofProvider(tx, id))
                .compose(sites ->
                        sites.isEmpty() ? SiteRepository.insert(tx, first, now) : Future.<Void>succeededFuture())
                .compose(ready -> ProviderRepository.find(tx, id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("provider")));
    }

    /** What a provider is called. */
    public record Name(String zh, @Nullable String en) {}

    /** Lets a provider have changed; false if the version is another one. */
    public static Future<Boolean> touch(SqlConnection tx, UUID id, long version, Instant now) {
        return ProviderRepository.touch(tx, id, version, now);
    }
}
