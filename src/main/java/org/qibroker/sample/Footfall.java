package org.qibroker.sample;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.qibroker.insight.visit.Visits;
import org.qibroker.platform.Platform;

/** The days on which enterprises of the sample's history came; all of them in one go, in the order of time. */
final class Footfall {
    private final Platform platform;
    private final List<Visit> visits;

    Footfall(Platform platform, People people, SampleDays days) {
        this.platform = platform;
        this.visits = History.visits().entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .map(ago -> new Visit(
                                days.at("D-" + ago, "09:50"),
                                people.of(each.getKey()).organisation())))
                .sorted(Comparator.comparing(Visit::at))
                .toList();
    }

    private record Visit(Instant at, UUID enterprise) {}

    Future<Void> happen(SampleClock clock) {
        return platform.database().transaction(tx -> {
            Future<Void> done = Future.succeededFuture();
            for (Visit visit : visits) {
                done = done.compose(before -> come(tx, clock, visit));
            }
            return done;
        });
    }

    private Future<Void> come(SqlConnection tx, SampleClock clock, Visit visit) {
        clock.set(visit.at());
        return platform.events().append(tx, Visits.of(visit.enterprise())).mapEmpty();
    }
}
