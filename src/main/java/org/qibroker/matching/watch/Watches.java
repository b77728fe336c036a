package org.qibroker.matching.watch;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandItem;
import org.qibroker.demand.DemandState;
import org.qibroker.demand.Demands;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.Matching;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** Who waits for what. An enterprise sees its own watches, a coordinator all. */
public final class Watches {
    /** Kind of the events; {@code watch-began}, {@code watch-met} and {@code watch-ended}. */
    public static final String EVENTS = "watch";

    private static final int MOST_SUBJECTS = 100;

    private final Platform platform;
    private final Demands demands;
    private final Matching matching;

    Watches(Platform platform, Demands demands, Matching matching) {
        this.platform = platform;
        this.demands = demands;
        this.matching = matching;
    }

    /**
     * Waits for an item of the caller's demand; one that waits already goes on waiting.
     *
     * @return the watch; fails NOT_FOUND if it is not the caller's, CONFLICT if the demand is a draft or somebody can do
     *     it already
     */
    public Future<Watch> begin(UUID demandId, UUID itemId, Caller caller) {
        return own(demandId, caller).compose(demand -> {
            Watch watch = watch(demand, item(demand, itemId));
            return matching.match(watch.asked())
                    .compose(answer -> answer.items().get(0).candidates().isEmpty()
                            ? began(watch, caller)
                            : Future.failedFuture(Refusal.conflict("watch-met-already")));
        });
    }

    private Future<Watch> began(Watch watch, Caller caller) {
        return platform.database()
                .transaction(tx -> WatchRepository.begin(tx, watch)
                        .compose(begun ->
                                begun ? tell(tx, watch, "watch-began", Map.of(), caller) : Future.succeededFuture()))
                .compose(done -> find(watch.demandItemId()));
    }

    private Future<Watch> find(UUID item) {
        return platform.database()
                .read(client -> WatchRepository.find(client, item))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("watch")));
    }

    /** Waits no more; nothing happens where nothing waits. Fails NOT_FOUND if it is not the caller's. */
    public Future<Void> end(UUID demandId, UUID itemId, Caller caller) {
        return own(demandId, caller).compose(demand -> {
            Watch watch = watch(demand, item(demand, itemId));
            return platform.database().transaction(tx -> WatchRepository.end(tx, itemId)
                    .compose(ended ->
                            ended ? tell(tx, watch, "watch-ended", Map.of(), caller) : Future.succeededFuture()));
        });
    }

    /** The watches of the items of a demand that the caller has seen, by item. */
    public Future<Map<UUID, Watch>> of(Demand demand) {
        return platform.database()
                .read(client -> WatchRepository.ofDemand(client, demand.id()))
                .map(found -> found.stream().collect(Collectors.toMap(Watch::demandItemId, Function.identity())));
    }

    /** The caller's watches, and for a coordinator those of its {@link Jurisdiction}; the newest first. */
    public Future<Page<Watch>> list(PageRequest page, @Nullable WatchState state, Caller caller) {
        Jurisdiction sight = Jurisdiction.of(caller);
        return platform.database()
                .read(client -> WatchRepository.list(client, sight, state, TimeCursor.of(page), page.limit() + 1))
                .map(rows -> TimeCursor.page(rows, page, watch -> new TimeCursor(watch.since(), watch.demandItemId())));
    }

    /** How many of a coordinator's {@link Jurisdiction} wait for each of the hundred most wanted subjects. */
    public Future<List<Waiting>> waiting(Caller caller) {
        Jurisdiction sight = Jurisdiction.of(caller);
        return platform.database().read(client -> WatchRepository.bySubject(client, sight, MOST_SUBJECTS));
    }

    /** Tells the enterprise that somebody can do it, unless another node has told it. */
    Future<Void> met(Watch watch, Candidate by) {
        Map<String, Object> data = Map.of("providerId", by.providerId(), "providerName", by.providerName());
        return platform.database().transaction(tx -> WatchRepository.met(tx, watch.demandItemId(), by, now())
                .compose(met -> met ? tell(tx, watch, "watch-met", data, Caller.SYSTEM) : Future.succeededFuture()));
    }

    private Future<Demand> own(UUID id, Caller caller) {
        return demands.get(id, caller).map(demand -> {
            if (!caller.belongsTo(demand.enterpriseId())) {
                throw Refusal.notFound("demand");
            }
            if (demand.state() == DemandState.DRAFT) {
                throw Refusal.conflict("watch-of-draft");
            }
            return demand;
        });
    }

    private static DemandItem item(Demand demand, UUID id) {
        return demand.items().stream()
                .filter(item -> id.equals(item.id()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("demand-item"));
    }

    private Watch watch(Demand demand, DemandItem item) {
        MatchRequest whole = MatchRequest.of(demand);
        MatchRequest asked = new MatchRequest(
                whole.district(), null, whole.budget(), whole.preset(), whole.weights(), null, List.of(item.spec()));
        return new Watch(
                Objects.requireNonNull(item.id()),
                demand.id(),
                demand.enterpriseId(),
                item.spec().family(),
                item.spec().subject(),
                asked,
                WatchState.WAITING,
                now(),
                null,
                null,
                null);
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Future<Void> tell(SqlConnection tx, Watch watch, String type, Map<String, Object> more, Caller caller) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("demandId", watch.demandId());
        data.put("family", watch.family());
        data.put("subject", watch.subject());
        Change change = new Change(EVENTS, watch.demandItemId(), type, caller, Set.of(watch.enterpriseId()), data);
        return platform.events().append(tx, change).mapEmpty();
    }
}
