package org.qibroker.matching.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.MatchRequest;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Family;

/**
 * An unmet item that its enterprise waits for.
 *
 * @param asked the request for this item alone; without the day it was needed by, because whoever waits decides anew
 * @param metAt when somebody could do it, absent unless {@link WatchState#MET}
 * @param providerId who could do it best at that moment
 */
public record Watch(
        UUID demandItemId,
        UUID demandId,
        UUID enterpriseId,
        Family family,
        String subject,
        @JsonIgnore MatchRequest asked,
        WatchState state,
        Instant since,
        @Nullable Instant metAt,
        @Nullable UUID providerId,
        @Nullable String providerName) {

    static Watch of(Row row) {
        OffsetDateTime met = row.getOffsetDateTime("met_at");
        return new Watch(
                row.getUUID("demand_item_id"),
                row.getUUID("demand_id"),
                row.getUUID("enterprise_id"),
                Family.valueOf(row.getString("family")),
                row.getString("subject"),
                Json.mapper().convertValue(Json.ofStored(row.getValue("asked")), MatchRequest.class),
                WatchState.valueOf(row.getString("state")),
                row.getOffsetDateTime("since").toInstant(),
                met == null ? null : met.toInstant(),
                row.getUUID("provider_id"),
                row.getString("provider_name"));
    }
}
