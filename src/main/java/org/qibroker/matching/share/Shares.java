package org.qibroker.matching.share;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.demand.Demand;
import org.qibroker.demand.Demands;
import org.qibroker.matching.MatchMade;
import org.qibroker.matching.Matching;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.security.Secret;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** Links to matches: made and revoked by the enterprise that asks, opened by whoever holds them. */
public final class Shares {
    /** The longest that a link is valid. */
    public static final int MOST_DAYS = 90;

    /** How long a link is valid where nothing is said. */
    public static final int USUAL_DAYS = 30;

    private static final int MOST_LIVE = 20;

    private final Platform platform;
    private final Demands demands;
    private final Matching matching;

    Shares(Platform platform, Demands demands, Matching matching) {
        this.platform = platform;
        this.demands = demands;
        this.matching = matching;
    }

    /**
     * Makes a link to the match of a demand as it is now. Fails NOT_FOUND if it is not the caller's, BAD_INPUT at
     * {@code /days}, CONFLICT if too many links to it are valid.
     */
    public Future<Share> make(UUID demandId, int days, Caller caller) {
        if (days < 1 || days > MOST_DAYS) {
            return Future.failedFuture(Refusal.badInput("/days", "share-days", days));
        }
        return own(demandId, caller).compose(demand -> matching.kept(demandId, caller)
                .map(answer -> SharedMatch.of(demand.specs(), answer))
                .compose(match -> kept(demand, match, days, caller)));
    }

    /** A demand that others may see too is shared by its enterprise alone. */
    private Future<Demand> own(UUID demandId, Caller caller) {
        return demands.get(demandId, caller)
                .compose(demand -> caller.belongsTo(demand.enterpriseId())
                        ? Future.succeededFuture(demand)
                        : Future.failedFuture(Refusal.notFound("demand")));
    }

    private Future<Share> kept(Demand demand, SharedMatch match, int days, Caller caller) {
        Instant now = platform.clock().instant();
        Share share = new Share(
                platform.ids().next(), demand.id(), Secret.next(), now, now.plus(Duration.ofDays(days)), null);
        return platform.database()
                .transaction(tx -> ShareRepository.list(tx, demand.id())
                        .compose(before -> room(before, now))
                        .compose(room -> ShareRepository.insert(tx, share, match))
                        .compose(done -> log(tx, "match-shared", share.id(), demand, caller)))
                .map(share);
    }

    private static Future<Void> room(List<Share> before, Instant now) {
        long live = before.stream().filter(share -> share.live(now)).count();
        return live < MOST_LIVE
                ? Future.succeededFuture()
                : Future.failedFuture(Refusal.conflict("too-many-shares", live));
    }

    private Future<Void> log(SqlConnection tx, String type, UUID share, Demand demand, Caller caller) {
        Change change = new Change(
                MatchMade.KIND, demand.id(), type, caller, Set.of(demand.enterpriseId()), Map.of("shareId", share));
        return platform.events().append(tx, change).mapEmpty();
    }

    /** The links to a demand's match, the latest first. Fails NOT_FOUND if it is not the caller's. */
    public Future<List<Share>> list(UUID demandId, Caller caller) {
        return own(demandId, caller)
                .compose(demand -> platform.database().read(client -> ShareRepository.list(client, demandId)));
    }

    /** Makes a link open nothing any more. Fails NOT_FOUND if there is none that is not revoked yet. */
    public Future<Void> revoke(UUID demandId, UUID shareId, Caller caller) {
        Instant now = platform.clock().instant();
        return own(demandId, caller).compose(demand -> platform.database()
                .transaction(tx -> ShareRepository.revoke(tx, demandId, shareId, now)
                        .compose(done -> done
                                ? log(tx, "match-share-revoked", shareId, demand, caller)
                                : Future.failedFuture(Refusal.notFound("share")))));
    }

    /** What a link shows. Fails NOT_FOUND, whether it never was, has expired or is revoked. */
    Future<ShareRepository.Opened> open(String token) {
        Instant now = platform.clock().instant();
        return platform.database()
                .read(client -> ShareRepository.find(client, token))
                .map(found ->
                        found.filter(opened -> opened.share().live(now)).orElseThrow(() -> Refusal.notFound("share")));
    }

    /** What time it is, for those who show whether a link is still valid. */
    Instant now() {
        return platform.clock().instant();
    }
}
