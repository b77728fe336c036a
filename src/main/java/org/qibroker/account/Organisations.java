package org.qibroker.account;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.shared.Caller;

/** The organisations of the broker. */
public final class Organisations {
    Organisations() {}

    /** One organisation; fails NOT_FOUND. */
    public Future<Organisation> get(UUID id) {
        return Future.failedFuture("not yet: " + id);
    }

    /** Those of the ids that exist. */
    public Future<Map<UUID, Organisation>> byIds(Collection<UUID> ids) {
        return Future.failedFuture("not yet: " + ids);
    }

    /** The organisation of a unified social credit code. */
    public Future<Optional<Organisation>> byUscc(String uscc) {
        return Future.failedFuture("not yet: " + uscc);
    }

    /**
     * Registers an organisation and its first user. Anyone may register enterprises and providers, only an operator
     * coordinators.
     *
     * @return fails BAD_INPUT at the field for a wrong code or role, CONFLICT for a code or address already registered
     */
    public Future<Organisation> register(RegisterOrganisation command, Caller caller) {
        return Future.failedFuture("not yet: " + command + caller);
    }
}
