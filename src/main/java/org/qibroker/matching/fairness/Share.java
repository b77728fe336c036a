package org.qibroker.matching.fairness;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One provider's part of one month.
 *
 * @param month its first day, in Shanghai
 * @param shown items of submitted demands whose match named the provider
 * @param first those whose match named it first
 * @param chosen bookings asked for
 * @param booked bookings accepted
 */
public record Share(
        LocalDate month, UUID providerId, String providerName, long shown, long first, long chosen, long booked) {
    static Share of(Row row) {
        return new Share(
                row.getLocalDate("month"),
                row.getUUID("provider_id"),
                row.getString("provider_name"),
                row.getLong("shown"),
                row.getLong("first"),
                row.getLong("chosen"),
                row.getLong("booked"));
    }
}
