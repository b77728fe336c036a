package org.qibroker.account.operator;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.account.Organisations.Particulars;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Which district a coordinator sees to; one without a district sees to the whole region. */
final class Districts {
    private final Platform platform;
    private final Organisations organisations;

    Districts(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /**
     * Gives a coordinator a district, or the whole region.
     *
     * @param seen version of the organisation
     * @return the organisation after it; fails NOT_FOUND, STALE, BAD_INPUT for a district that is none, CONFLICT for an
     *     organisation that does not coordinate
     */
    Future<Organisation> set(UUID id, long seen, @Nullable String district, Caller caller) {
        return organisations
                .get(id)
                .compose(before -> before.roles().contains(Role.COORDINATOR)
                        ? platform.database().transaction(tx -> set(tx, new Wish(before, seen, district), caller))
                        : Future.failedFuture(Refusal.conflict("not-a-coordinator")));
    }

    private record Wish(Organisation before, long seen, @Nullable String district) {}

    private Future<Organisation> set(SqlConnection tx, Wish wish, Caller caller) {
        UUID id = wish.before().id();
        String said = wish.district() == null ? "" : wish.district();
        Change change = new Change(
                "organisation", id, "organisation-district-changed", caller, Set.of(id), Map.of("district", said));
        Particulars stated =
                new Particulars(wish.before().nameZh(), wish.before().nameEn(), wish.district());
        return organisations
                .restate(tx, id, wish.seen(), stated)
                .compose(after -> platform.events().append(tx, change).map(after));
    }
}
