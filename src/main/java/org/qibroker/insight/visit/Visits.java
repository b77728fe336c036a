package org.qibroker.insight.visit;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.insight.count.FigureFollower;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes the first page that an enterprise opens on a day: which enterprise, not which of its people. */
public final class Visits {
    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private static final String TYPE = "visit-made";

    private final Platform platform;
    private final Set<UUID> seen = new HashSet<>();
    private LocalDate day = LocalDate.MIN;

    /** Visits of a platform's pages. */
    public Visits(Platform platform) {
        this.platform = platform;
    }

    /** Somebody opens a page; nobody waits for what is noted of it. */
    public void note(Caller caller) {
        UUID enterprise = caller.organisationId();
        if (enterprise != null && caller.has(Role.ENTERPRISE) && firstToday(enterprise)) {
            tell(enterprise)
                    .recover(failure ->
                            notedMeanwhile(failure) ? Future.succeededFuture() : Future.failedFuture(failure))
                    .onFailure(failure -> LOG.warn("a visit could not be noted: {}", failure.toString()));
        }
    }

    private boolean firstToday(UUID enterprise) {
        LocalDate today = RegionTime.day(platform.clock().instant());
        if (!today.equals(day)) {
            day = today;
            seen.clear();
        }
        return seen.add(enterprise);
    }

    private Future<Void> tell(UUID enterprise) {
        Instant midnight = RegionTime.start(day);
        return platform.database().separately(tx -> VisitRepository.since(tx, enterprise, midnight)
                .compose(noted -> noted ? Future.succeededFuture() : append(tx, enterprise)));
    }

    /** Whether another thread, or another node, noted the same visit at the same time. */
    private static boolean notedMeanwhile(Throwable failure) {
        return failure instanceof PgException violated && "event_sequence_once".equals(violated.getConstraint());
    }

    private Future<Void> append(SqlConnection tx, UUID enterprise) {
        return platform.events().append(tx, of(enterprise)).mapEmpty();
    }

    /** What the log is told of a visit. */
    public static Change of(UUID enterprise) {
        Caller somebody = new Caller(null, enterprise, Set.of(), "");
        return new Change(
                FigureFollower.VISITS,
                enterprise,
                TYPE,
                somebody,
                Set.of(enterprise),
                Map.of("enterpriseId", enterprise));
    }
}
