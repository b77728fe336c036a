package org.qibroker.resource.use;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.qibroker.resource.Slot;

/** Reads allocations for figures. */
final class UseRepository {
    private UseRepository() {}

    /** The slots of resources that are booked, not only held, and begin within a time. */
    static Future<Map<UUID, List<Slot>>> booked(
            SqlClient client, Collection<UUID> resources, Instant from, Instant to) {
        return client.preparedQuery(
                        """
                        SELECT resource_id, slot_start, slot_end FROM allocation
                        WHERE resource_id = ANY ($1) AND live AND booking_id IS NOT NULL
                          AND slot_start >= $2 AND slot_start < $3""")
                .execute(Tuple.of(
                        resources.toArray(UUID[]::new), from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> row.getUUID("resource_id"),
                                Collectors.mapping(UseRepository::slot, Collectors.toList()))));
    }

    private static Slot slot(Row row) {
        return new Slot(
                row.getOffsetDateTime("slot_start").toInstant(),
                row.getOffsetDateTime("slot_end").toInstant());
    }
}
