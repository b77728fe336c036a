package org.qibroker.account.privacy;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Caller;

/** What other features know of a person that a copy or a deletion has to ask for. */
public interface Elsewhere {
    /** What they keep of somebody beside the account, by name. */
    Future<Map<String, Object>> kept(Caller caller);

    /** Forgets the person's name and address where an organisation's papers name somebody to ask. */
    Future<Void> forget(SqlConnection tx, Person person);

    /**
     * Somebody who is forgotten.
     *
     * @param pseudonym what stands for the name from now on
     */
    record Person(@Nullable UUID organisation, String name, String email, String pseudonym) {}

    /** Whether the caller's organisation has bookings that have not ended. */
    Future<Boolean> hasOpenBookings(Caller caller);
}
