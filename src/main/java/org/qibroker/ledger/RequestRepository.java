package org.qibroker.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The tables {@code instrument_request} and {@code instrument_certificate}. */
final class RequestRepository {
    private RequestRepository() {}

    /** Instruments are asked for by an item of a demand. */
    static Future<Void> link(SqlConnection tx, List<Instrument> instruments, UUID demand, UUID item, String key) {
        return tx.preparedQuery(
                        """
                        INSERT INTO instrument_request (instrument_id, demand_id, demand_item_id, kind, open)
                        SELECT id, $2, $3, $4, true FROM unnest($1::uuid[]) AS asked (id)""")
                .execute(Tuple.of(instruments.stream().map(Instrument::id).toArray(UUID[]::new), demand, item, key))
                .mapEmpty();
    }

    /** A demand was written anew: its items have other ids, and are recognised by their kind. */
    static Future<Void> relink(SqlConnection tx, UUID demand, String key, UUID item) {
        return tx.preparedQuery("UPDATE instrument_request SET demand_item_id = $3 WHERE demand_id = $1 AND kind = $2")
                .execute(Tuple.of(demand, key, item))
                .mapEmpty();
    }

    /** Nothing more comes of a demand. */
    static Future<Void> close(SqlConnection tx, UUID demand) {
        return tx.preparedQuery("UPDATE instrument_request SET open = false WHERE demand_id = $1")
                .execute(Tuple.of(demand))
                .mapEmpty();
    }

    /** A certificate of what was asked for by these items. */
    record Issued(UUID booking, Collection<UUID> items, String number, LocalDate on, String provider) {}

    /** Keeps a certificate for each instrument that was asked for; a newer version takes the place of an older. */
    static Future<Void> certify(SqlConnection tx, Issued issued) {
        return tx.preparedQuery(
                        """
                        WITH done AS (
                            UPDATE instrument_request SET open = false WHERE demand_item_id = ANY ($2)
                            RETURNING instrument_id)
                        INSERT INTO instrument_certificate (instrument_id, booking_id, number, issued_on, provider, holds)
                        SELECT DISTINCT instrument_id, $1::uuid, $3, $4::date, $5, true FROM done
                        ON CONFLICT ON CONSTRAINT instrument_certificate_pk DO UPDATE SET
                            number = excluded.number, issued_on = excluded.issued_on, holds = true""")
                .execute(Tuple.of(
                        issued.booking(),
                        issued.items().toArray(UUID[]::new),
                        issued.number(),
                        issued.on(),
                        issued.provider()))
                .mapEmpty();
    }

    /** What came from a booking holds, or does not hold any more. */
    static Future<Void> holds(SqlConnection tx, UUID booking, boolean holds) {
        return tx.preparedQuery("UPDATE instrument_certificate SET holds = $2 WHERE booking_id = $1")
                .execute(Tuple.of(booking, holds))
                .mapEmpty();
    }
}
