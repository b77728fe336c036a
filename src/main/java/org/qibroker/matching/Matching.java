package org.qibroker.matching;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandState;
import org.qibroker.demand.Demands;
import org.qibroker.demand.ItemRules;
import org.qibroker.matching.answer.AnswerTexts;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.candidates.Patience;
import org.qibroker.matching.rank.RecordCache;
import org.qibroker.platform.Platform;
import org.qibroker.resource.Capacity;
import org.qibroker.shared.Caller;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Money;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/**
 * Matches requests against the scopes of this moment, off the event loop and as many at a time as there are cores. One
 * that takes longer than two seconds is refused.
 */
public final class Matching {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Platform platform;
    private final MatchContext.Reference reference;
    private final Supplier<ScopeView> scopes;
    private final Demands demands;
    private final Capacity capacity;
    private final RecordCache records;
    private final WorkerExecutor workers;

    /** Matching with these reference tables, scopes and what capacity is left. */
    public Matching(
            Platform platform,
            MatchContext.Reference reference,
            Supplier<ScopeView> scopes,
            Demands demands,
            Capacity capacity) {
        this.platform = platform;
        this.reference = reference;
        this.scopes = scopes;
        this.demands = demands;
        this.capacity = capacity;
        this.records = new RecordCache(platform);
        this.workers = platform.vertx()
                .createSharedWorkerExecutor("match", Runtime.getRuntime().availableProcessors());
    }

    /** How its answers are put into words. */
    public AnswerTexts texts() {
        return new AnswerTexts(platform.messages(), reference.units());
    }

    /** Answers a request of anybody who may ask; stores nothing. Fails BAD_INPUT naming each wrong place. */
    public Future<MatchAnswer> match(MatchRequest request) {
        List<FieldFault> faults = faults(request);
        return faults.isEmpty()
                ? run(request, null, request.items().toString())
                : Future.failedFuture(Refusal.badInput(faults));
    }

    private List<FieldFault> faults(MatchRequest request) {
        List<FieldFault> faults = new ArrayList<>(new ItemRules(reference.units()).faults(request.items()));
        Money budget = request.budget();
        if (budget != null && !budget.currency().equals("CNY")) {
            faults.add(FieldFault.of("/budget/currency", "currency-unknown", budget.currency()));
        }
        if (budget != null && budget.amount() <= 0) {
            faults.add(FieldFault.of("/budget/amount", "amount-not-positive"));
        }
        if (request.weights() != null && request.weights().empty()) {
            faults.add(FieldFault.of("/weights", "weights-empty"));
        }
        return faults;
    }

    /** Answers a demand as it is, for work that begins on a day; on none, today. */
    public Future<MatchAnswer> match(Demand demand, @Nullable LocalDate day) {
        return run(MatchRequest.of(demand), day, demand.id().toString());
    }

    /**
     * The match a demand was given when it was submitted; of a draft the match as of now. Fails NOT_FOUND if the caller
     * may not see the demand.
     */
    public Future<MatchAnswer> kept(UUID demandId, Caller caller) {
        return demands.get(demandId, caller).compose(this::kept);
    }

    /** The same of a demand the caller has seen. */
    public Future<MatchAnswer> kept(Demand demand) {
        if (demand.state() == DemandState.DRAFT) {
            return match(demand, null);
        }
        return platform.database()
                .read(client -> KeptMatchRepository.find(client, demand.id()))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("match")));
    }

    private Future<MatchAnswer> run(MatchRequest request, @Nullable LocalDate day, String seed) {
        LocalDate today = RegionTime.day(platform.clock().instant());
        ScopeView view = scopes.get();
        return Future.all(records.current(), capacity.freeDays())
                .map(known -> new MatchContext(
                        day == null ? today : day, reference, known.resultAt(0), known.resultAt(1), seed))
                .compose(context -> workers.executeBlocking(
                        () -> MatchEngine.match(request, view, context, Patience.of(LONGEST)), false));
    }
}
