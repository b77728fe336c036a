package org.qibroker.notify;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.shared.Language;

/** Who there is to be told something; whoever knows the accounts knows that. */
public interface Readers {
    /** The members of organisations. */
    Future<List<Reader>> of(SqlClient client, Collection<UUID> organisations);

    /** A member of an organisation, if the user still is one. */
    Future<Optional<Reader>> one(SqlClient client, UUID user);

    /** From now on a user is told things in a language. */
    Future<Void> speaks(SqlClient client, UUID user, Language language);

    /** The organisations that steer the region, or the part of it to which an event belongs. */
    Future<Set<UUID>> coordinators(SqlClient client, LoggedEvent event);
}
