package org.qibroker.booking;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import org.qibroker.shared.Caller;

/**
 * Keeps what the reports of bookings say. A booking knows the number and version of its report; the room above knows its
 * file and results, and is told in the transaction of the step.
 */
public interface ReportKeeper {
    /** The laboratory submits a draft for a booking. */
    Future<Void> drafted(SqlConnection tx, Booking booking, Caller by);

    /** The laboratory issues a report for a booking, or a new version of it. */
    Future<Void> issued(SqlConnection tx, Booking booking, Report report, Caller by);
}
