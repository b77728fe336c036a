package org.qibroker.account.privacy;

import io.vertx.core.Future;
import java.util.Map;
import org.qibroker.shared.Caller;

/** What other features know of a person that a copy or a deletion has to ask for. */
public interface Elsewhere {
    /** What they keep of somebody beside the account, by name. */
    Future<Map<String, Object>> kept(Caller caller);

    /** Whether the caller's organisation has bookings that have not ended. */
    Future<Boolean> hasOpenBookings(Caller caller);
}
