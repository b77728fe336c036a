package org.qibroker.booking.paper;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.account.Invoice;
import org.qibroker.platform.http.Json;

/** The table booking_billing. */
final class BillingRepository {
    private BillingRepository() {}

    static Future<Billing> find(SqlClient client, UUID booking) {
        return client.preparedQuery("SELECT * FROM booking_billing WHERE booking_id = $1")
                .execute(Tuple.of(booking))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(BillingRepository::billing)
                        .orElseGet(() -> Billing.none(booking)));
    }

    /** Writes it, and says whether it was still at the version before. */
    static Future<Boolean> write(SqlConnection tx, Billing billing) {
        return tx.preparedQuery(
                        """
                        INSERT INTO booking_billing (booking_id, state, number, invoiced_on, paid_on, bill_to, version)
                        VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7)
                        ON CONFLICT ON CONSTRAINT booking_billing_once DO UPDATE SET
                            state = excluded.state, number = excluded.number, invoiced_on = excluded.invoiced_on,
                            paid_on = excluded.paid_on, bill_to = excluded.bill_to, version = excluded.version
                        WHERE booking_billing.version = excluded.version - 1""")
                .execute(Tuple.of(
                                billing.bookingId(),
                                billing.state().name(),
                                billing.number(),
                                billing.invoicedOn(),
                                billing.paidOn())
                        .addString(billing.billTo() == null ? null : Json.write(billing.billTo()))
                        .addLong(billing.version()))
                .map(written -> written.rowCount() == 1);
    }

    private static Billing billing(Row row) {
        Object billTo = row.getValue("bill_to");
        return new Billing(
                row.getUUID("booking_id"),
                BillingState.valueOf(row.getString("state")),
                row.getString("number"),
                row.getLocalDate("invoiced_on"),
                row.getLocalDate("paid_on"),
                billTo == null ? null : Json.stored(billTo, Invoice.class),
                row.getLong("version"));
    }
}
