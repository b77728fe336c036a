package org.qibroker.demand;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.events.EventLog;
import org.qibroker.shared.Caller;

/** What the log says about demands. */
final class DemandEvents {
    /** Kind of the events. */
    static final String KIND = "demand";

    private final EventLog log;

    DemandEvents(EventLog log) {
        this.log = log;
    }

    /** Logs that a demand changed into what it is. */
    Future<Void> log(SqlConnection tx, Demand demand, String type, @Nullable String reason, Caller caller) {
        Set<UUID> parties = Set.of(demand.enterpriseId());
        return log.append(tx, new Change(KIND, demand.id(), type, caller, parties, Data.of(demand, reason)))
                .mapEmpty();
    }

    /** The event by which a demand came into a state. */
    static String type(DemandState state) {
        return switch (state) {
            case DRAFT -> "demand-drafted";
            case SUBMITTED -> "demand-reopened";
            case QUOTING -> "demand-quoting";
            case PARTLY_BOOKED -> "demand-partly-booked";
            case BOOKED -> "demand-booked";
            case FULFILLED -> "demand-fulfilled";
            case CANCELLED -> "demand-cancelled";
            case CLOSED -> "demand-closed";
        };
    }

    private record Data(
            UUID enterpriseId,
            DemandState state,
            String title,
            @Nullable String district,
            @Nullable LocalDate neededBy,
            @Nullable Long budgetFen,
            @Nullable List<String> programmes,
            @Nullable List<String> scenarios,
            List<DemandItem> items,
            @Nullable String reason) {
        static Data of(Demand demand, @Nullable String reason) {
            Wishes wishes = demand.wishes();
            return new Data(
                    demand.enterpriseId(),
                    demand.state(),
                    demand.title(),
                    wishes.district(),
                    wishes.neededBy(),
                    wishes.budgetFen(),
                    wishes.programmes(),
                    wishes.scenarios(),
                    demand.items(),
                    reason);
        }
    }
}
