package org.qibroker.insight.open;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is not over.
 *
 * @param id of the booking, complaint or organisation
 * @param at when it was asked for; absent where that does not matter
 * @param state of a booking, empty for anything else
 * @param number of a booking, empty for anything else
 * @param title what it is about, empty for anything but bookings
 */
public record OpenThing(
        UUID id,
        @Nullable Instant at,
        String state,
        String number,
        String title,
        UUID enterpriseId,
        @Nullable UUID providerId,
        String district) {
    static OpenThing of(Row row) {
        Instant at = row.getOffsetDateTime("at").toInstant();
        return new OpenThing(
                row.getUUID("id"),
                at.equals(Instant.EPOCH) ? null : at,
                row.getString("state"),
                row.getString("number"),
                row.getString("title"),
                row.getUUID("enterprise_id"),
                row.getUUID("provider_id"),
                row.getString("district"));
    }
}
