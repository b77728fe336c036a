package org.qibroker.demand;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;

/** The demands of all enterprises; each method shows and changes only what the caller may see. */
public final class Demands {

    private final Platform platform;
    private final ItemRules itemRules;
    private final DemandEvents events;

    /** Demands on a platform, whose items use these units. */
    public Demands(Platform platform, UnitRegistry units) {
        this.platform = platform;
        this.itemRules = new ItemRules(units);
        this.events = new DemandEvents(platform.events());
    }

    /** Writes a draft for the caller's organisation; fails BAD_INPUT naming each wrong place. */
    public Future<Demand> create(DemandDraft draft, Caller caller) {
        DraftRules.check(draft, itemRules, today());
        Demand demand = new Demand(
                platform.ids().next(),
                caller.organisation(),
                DraftRules.title(draft),
                draft.contact(),
                draft.wishes(),
                draft.agreement() == null ? Agreement.NONE : draft.agreement(),
                items(draft),
                DemandState.DRAFT,
                1,
                now(),
                null);
        return platform.database().transaction(tx -> DemandRepository.insert(tx, demand)
                .compose(done -> ItemRepository.replace(tx, demand.id(), demand.items()))
                .compose(done -> events.log(tx, demand, "demand-drafted", null, caller))
                .map(demand));
    }

    /** One demand: the caller's own, or for a coordinator a submitted one of its {@link Jurisdiction}; else NOT_FOUND. */
    public Future<Demand> get(UUID id, Caller caller) {
        return platform.database().read(client -> DemandRepository.byId(client, id)
                .map(found -> visible(found, caller))
                .compose(demand -> within(client, demand, caller))
                .compose(demand -> withItems(client, demand)));
    }

    /** What was agreed before work in a demand, for whoever works on it. */
    public Future<Agreement> agreement(UUID id) {
        return forWork(id).map(Demand::agreement);
    }

    /**
     * A demand without its items, for a room that has seen to it that whoever asks works on it. Fails NOT_FOUND if there is
     * none.
     */
    public Future<Demand> forWork(UUID id) {
        return platform.database()
                .read(client -> DemandRepository.byId(client, id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("demand")));
    }

    /** The items of a demand, for what follows from the log of those that were submitted; none if there is no such. */
    public Future<List<DemandItem>> submitted(SqlClient client, UUID id) {
        return ItemRepository.of(client, List.of(id)).map(items -> items.getOrDefault(id, List.of()));
    }

    /** Ids of the items of a demand the caller has seen that no booking serves, as far as the log was followed. */
    public Future<Set<UUID>> openItems(Demand demand) {
        return platform.database().read(client -> ItemRepository.open(client, demand.id()));
    }

    /**
     * The caller's own demands, and for a coordinator those of its {@link Jurisdiction} that were submitted; the newest
     * first.
     */
    public Future<Page<Demand>> list(PageRequest page, @Nullable DemandState state, Caller caller) {
        return listed(page, state, Jurisdiction.of(caller));
    }

    /** The demands of the caller's organisation, the newest first. */
    public Future<Page<Demand>> own(PageRequest page, @Nullable DemandState state, Caller caller) {
        return listed(page, state, new Jurisdiction(caller.organisation(), null));
    }

    private Future<Page<Demand>> listed(PageRequest page, @Nullable DemandState state, Jurisdiction sight) {
        DemandRepository.Wanted wanted =
                new DemandRepository.Wanted(sight, state, TimeCursor.of(page), page.limit() + 1);
        return platform.database().read(client -> DemandRepository.list(client, wanted)
                .map(rows -> TimeCursor.page(rows, page, demand -> new TimeCursor(demand.createdAt(), demand.id())))
                .compose(found -> ItemRepository.of(
                                client, found.items().stream().map(Demand::id).toList())
                        .map(items -> found.map((Demand demand) -> with(demand, items)))));
    }

    /** Rewrites a draft seen at a version; its items get new ids. Fails STALE, or CONFLICT once it is submitted. */
    public Future<Demand> update(UUID id, long version, DemandDraft draft, Caller caller) {
        DraftRules.check(draft, itemRules, today());
        return platform.database().transaction(tx -> own(tx, id, caller)
                .map(demand -> demand.rewritten(draft, DraftRules.title(draft), items(draft), version))
                .compose(demand -> write(tx, demand, "demand-rewritten", null, caller))
                .compose(
                        demand -> ItemRepository.replace(tx, id, demand.items()).map(demand)));
    }

    /**
     * Submits a draft seen at a version, in the transaction that also keeps its match. Fails STALE, or CONFLICT if it is
     * no draft.
     */
    public Future<Demand> submit(SqlConnection tx, UUID id, long version, Caller caller) {
        return own(tx, id, caller)
                .compose(demand -> withItems(tx, demand))
                .map(demand -> demand.submitted(version, now()))
                .compose(demand -> write(tx, demand, "demand-submitted", null, caller));
    }

    /** Gives a demand seen at a version up; fails STALE, or CONFLICT once something is booked. */
    public Future<Demand> cancel(UUID id, long version, @Nullable String reason, Caller caller) {
        return end(id, caller, reason, DemandAction.CANCEL, version);
    }

    /** Ends a submitted demand seen at a version, with what is left open; fails STALE or CONFLICT. */
    public Future<Demand> close(UUID id, long version, @Nullable String reason, Caller caller) {
        return end(id, caller, reason, DemandAction.CLOSE, version);
    }

    Future<Demand> end(UUID id, Caller caller, @Nullable String reason, DemandAction action, long version) {
        return platform.database().transaction(tx -> own(tx, id, caller)
                .compose(demand -> withItems(tx, demand))
                .compose(demand -> ItemRepository.progress(tx, id)
                        .map(progress -> demand.in(DemandRules.ended(demand, version, action, progress))))
                .compose(demand -> write(tx, demand, DemandEvents.type(demand.state()), reason, caller)));
    }

    private Future<Demand> write(SqlConnection tx, Demand demand, String type, @Nullable String reason, Caller caller) {
        return DemandRepository.update(tx, demand, reason)
                .compose(done -> events.log(tx, demand, type, reason, caller))
                .map(demand);
    }

    /** Forgets somebody, by name or address, whom demands of the enterprise name as whom to ask; a pseudonym stays. */
    public Future<Void> forgetContact(SqlConnection tx, UUID enterprise, Contact known, String pseudonym) {
        return DemandRepository.forgetContact(tx, enterprise, known, pseudonym);
    }

    private static Future<Demand> own(SqlConnection tx, UUID id, Caller caller) {
        return DemandRepository.byId(tx, id)
                .map(found -> found.filter(demand -> caller.belongsTo(demand.enterpriseId()))
                        .orElseThrow(() -> Refusal.notFound("demand")));
    }

    private static Demand visible(Optional<Demand> found, Caller caller) {
        return found.filter(demand -> caller.belongsTo(demand.enterpriseId())
                        || (caller.has(Role.COORDINATOR) && demand.submittedAt() != null))
                .orElseThrow(() -> Refusal.notFound("demand"));
    }

    private static Future<Demand> within(SqlClient client, Demand demand, Caller caller) {
        return caller.district() == null || caller.belongsTo(demand.enterpriseId())
                ? Future.succeededFuture(demand)
                : Jurisdiction.admit(client, demand.enterpriseId(), caller, "demand")
                        .map(demand);
    }

    /** The demand with its items. */
    static Future<Demand> withItems(SqlClient client, Demand demand) {
        return ItemRepository.of(client, List.of(demand.id())).map(items -> with(demand, items));
    }

    private static Demand with(Demand demand, Map<UUID, List<DemandItem>> items) {
        return demand.with(items.getOrDefault(demand.id(), List.of()));
    }

    private List<DemandItem> items(DemandDraft draft) {
        return draft.items().stream()
                .map(spec -> new DemandItem(platform.ids().next(), spec))
                .toList();
    }

    private LocalDate today() {
        return RegionTime.day(platform.clock().instant());
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
