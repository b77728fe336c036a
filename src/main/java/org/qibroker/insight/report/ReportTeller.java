package org.qibroker.insight.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.account.Organisations;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.time.DueClock;
import org.qibroker.shared.Caller;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;

/**
 * Tells coordinators when the report of a month or year is there: on the first day after it, from eight o'clock on. How
 * they are told, by mail if they like, is their own choice.
 */
final class ReportTeller {
    private static final String KIND = "uptake";
    private static final String TYPE = "uptake-report-ready";
    private static final int HOUR = 8;

    private final Platform platform;
    private final Organisations organisations;
    private final Set<String> told = new HashSet<>();

    ReportTeller(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /** What tells; it does not run before it is started. */
    DueClock clock() {
        return new DueClock(platform.vertx(), platform.database(), "reports of uptake", this::one);
    }

    private Future<Boolean> one(SqlConnection tx) {
        for (Period period : over()) {
            if (!told.contains(period.text())) {
                return tell(tx, period).map(now -> {
                    told.add(period.text());
                    return true;
                });
            }
        }
        return Future.succeededFuture(false);
    }

    /** The last month and the last year that are over. */
    private List<Period> over() {
        LocalDateTime now = LocalDateTime.ofInstant(platform.clock().instant(), RegionTime.ZONE)
                .minusHours(HOUR);
        YearMonth month = YearMonth.from(now).minusMonths(1);
        return List.of(Period.of(month.toString()), Period.of(String.valueOf(now.getYear() - 1)));
    }

    private Future<Void> tell(SqlConnection tx, Period period) {
        return ToldRepository.first(tx, period, platform.clock().instant())
                .compose(first -> first ? append(tx, period) : Future.succeededFuture());
    }

    private Future<Void> append(SqlConnection tx, Period period) {
        UUID stream = UUID.nameUUIDFromBytes((KIND + period.text()).getBytes(StandardCharsets.UTF_8));
        return organisations
                .having(tx, Role.COORDINATOR)
                .compose(coordinators -> platform.events()
                        .append(
                                tx,
                                new Change(
                                        KIND,
                                        stream,
                                        TYPE,
                                        Caller.SYSTEM,
                                        coordinators,
                                        Map.of("period", period.text()))))
                .mapEmpty();
    }
}
