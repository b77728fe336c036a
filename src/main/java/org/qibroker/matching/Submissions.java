package org.qibroker.matching;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import java.util.UUID;
import org.qibroker.demand.Demand;
import org.qibroker.demand.Demands;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;

/** Submits demands, each with the match of that moment in the same transaction. */
public final class Submissions {
    private final Platform platform;
    private final Demands demands;
    private final Matching matching;

    Submissions(Platform platform, Demands demands, Matching matching) {
        this.platform = platform;
        this.demands = demands;
        this.matching = matching;
    }

    /** Submits a draft seen at a version. Fails NOT_FOUND, STALE, or CONFLICT if it is no draft. */
    public Future<Demand> submit(UUID demandId, long version, Caller caller) {
        return platform.database().transaction(tx -> demands.submit(tx, demandId, version, caller)
                .compose(demand -> keep(tx, demand, caller)));
    }

    private Future<Demand> keep(SqlConnection tx, Demand demand, Caller caller) {
        return matching.match(demand, null)
                .compose(answer -> KeptMatchRepository.insert(
                                tx, demand.id(), platform.clock().instant(), answer)
                        .compose(done -> log(tx, demand, answer, caller)))
                .map(demand);
    }

    private Future<Void> log(SqlConnection tx, Demand demand, MatchAnswer answer, Caller caller) {
        Change change = new Change(
                MatchMade.KIND,
                demand.id(),
                MatchMade.TYPE,
                caller,
                Set.of(demand.enterpriseId()),
                MatchMade.of(demand, answer));
        return platform.events().append(tx, change).mapEmpty();
    }
}
