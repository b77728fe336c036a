package org.qibroker.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandDraft;
import org.qibroker.demand.Demands;
import org.qibroker.demand.ItemSpec;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/** The instruments of the caller's enterprise. */
public final class Ledger {
    private static final int MOST = 5_000;
    private static final int MONTHS = 12;

    private final Platform platform;
    private final Demands demands;
    private final UnitRegistry units;

    Ledger(Platform platform, Demands demands, UnitRegistry units) {
        this.platform = platform;
        this.demands = demands;
        this.units = units;
    }

    /** Today, where the enterprises are. */
    public LocalDate today() {
        return RegionTime.day(platform.clock().instant());
    }

    UnitRegistry units() {
        return units;
    }

    /** A part of the instruments, by number. */
    public Future<Page<Instrument>> list(LedgerFilter filter, PageRequest page, Caller caller) {
        String after =
                page.cursor() == null ? "" : Cursor.parts(page.cursor(), 1).get(0);
        return platform.database()
                .read(client -> LedgerRepository.list(client, caller.organisation(), filter, after, page.limit() + 1))
                .map(found -> page(found, page.limit()));
    }

    private static Page<Instrument> page(List<Instrument> found, int limit) {
        List<Instrument> part = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() > limit ? Cursor.of(part.get(limit - 1).draft().ownNumber()) : null;
        return new Page<>(part, next, null);
    }

    /** All instruments as a file; at most five thousand. */
    Future<ApiReply> file(LedgerFile form, String name, Caller caller) {
        return platform.database()
                .read(client -> LedgerRepository.list(client, caller.organisation(), LedgerFilter.ALL, "", MOST))
                .map(all -> form.of(name, all.stream().map(Instrument::draft).toList(), platform.vertx()));
    }

    /** A file that is to be filled in. */
    ApiReply template(LedgerFile form, String name) {
        return form.of(name, List.of(), platform.vertx());
    }

    /** One instrument; fails NOT_FOUND if it is not the caller's. */
    public Future<Instrument> get(UUID id, Caller caller) {
        return platform.database()
                .read(client -> LedgerRepository.find(client, caller.organisation(), List.of(id)))
                .map(found -> found.stream().findFirst().orElseThrow(() -> Refusal.notFound("instrument")));
    }

    /** Adds an instrument; fails BAD_INPUT naming each place, CONFLICT if there is one of its number. */
    public Future<Instrument> add(InstrumentDraft draft, Caller caller) {
        LedgerRules.checked(draft, units);
        UUID id = platform.ids().next();
        return platform.database()
                .transaction(tx -> LedgerRepository.insert(tx, id, caller.organisation(), draft))
                .compose(done -> get(id, caller));
    }

    /** Says anew what an instrument seen at a version is; fails STALE, BAD_INPUT, NOT_FOUND. */
    public Future<Instrument> update(UUID id, long version, InstrumentDraft draft, Caller caller) {
        LedgerRules.checked(draft, units);
        return get(id, caller)
                .compose(found -> platform.database()
                        .transaction(tx -> LedgerRepository.update(tx, id, caller.organisation(), draft, version)))
                .compose(updated -> updated ? get(id, caller) : Future.failedFuture(Refusal.stale()));
    }

    /** Says anew what many are, all or none; those of a known number are said anew, the others added. */
    Future<Integer> putAll(List<InstrumentDraft> drafts, Caller caller) {
        return platform.database().transaction(tx -> put(tx, drafts, caller)).map(drafts.size());
    }

    private Future<Void> put(SqlConnection tx, List<InstrumentDraft> drafts, Caller caller) {
        Future<Void> done = Future.succeededFuture();
        for (InstrumentDraft draft : drafts) {
            done = done.compose(
                    before -> LedgerRepository.put(tx, platform.ids().next(), caller.organisation(), draft)
                            .mapEmpty());
        }
        return done;
    }

    /** Changes several at once; how many those were. */
    public Future<Integer> change(BulkChange change, Caller caller) {
        return platform.database().transaction(tx -> LedgerRepository.change(tx, caller.organisation(), change));
    }

    /** How many in use are due in each of the twelve months from one on; those due before count by themselves. */
    public Future<Map<YearMonth, Integer>> year(YearMonth from, Caller caller) {
        LocalDate first = from.atDay(1);
        LocalDate last = from.plusMonths(MONTHS - 1L).atEndOfMonth();
        return platform.database()
                .read(client -> LedgerRepository.dues(client, caller.organisation(), first, last))
                .map(found -> {
                    Map<YearMonth, Integer> months = new LinkedHashMap<>();
                    for (int i = 0; i < MONTHS; i++) {
                        months.put(from.plusMonths(i), found.getOrDefault(from.plusMonths(i), 0));
                    }
                    return months;
                });
    }

    /**
     * Writes one draft of a demand for the calibration of instruments, with an item for each kind. Those that are asked for
     * already, or not in use, are left out.
     *
     * @return fails BAD_INPUT if neither a month nor instruments are said or they are too many kinds, CONFLICT if none is
     *     left
     */
    public Future<Demand> request(CalibrationRequest request, Caller caller) {
        return wanted(request, caller)
                .map(found -> found.stream()
                        .filter(each -> each.draft().state() == InstrumentState.IN_USE)
                        .filter(each -> each.demandId() == null)
                        .toList())
                .compose(left -> left.isEmpty()
                        ? Future.failedFuture(Refusal.conflict("nothing-to-calibrate"))
                        : write(left, caller));
    }

    private Future<List<Instrument>> wanted(CalibrationRequest request, Caller caller) {
        List<UUID> ids = request.instrumentIds();
        YearMonth month = request.month();
        if ((ids == null) == (month == null)) {
            return Future.failedFuture(Refusal.badInput("/month", "month-or-instruments"));
        }
        return platform.database()
                .read(client -> ids != null
                        ? LedgerRepository.find(client, caller.organisation(), ids)
                        : LedgerRepository.list(client, caller.organisation(), due(month), "", MOST));
    }

    private static LedgerFilter due(@Nullable YearMonth month) {
        YearMonth said = Objects.requireNonNull(month);
        return new LedgerFilter(null, InstrumentState.IN_USE, said.atDay(1), said.atEndOfMonth());
    }

    private Future<Demand> write(List<Instrument> instruments, Caller caller) {
        Map<String, List<Instrument>> kinds = LedgerRules.byKind(instruments);
        if (kinds.size() > Demand.MOST_ITEMS) {
            return Future.failedFuture(
                    Refusal.badInput("/instrumentIds", "too-many-kinds", kinds.size(), Demand.MOST_ITEMS));
        }
        return platform.database().transaction(tx -> demands.create(draft(kinds, instruments), caller)
                .compose(demand -> link(tx, demand, kinds).map(demand)));
    }

    private DemandDraft draft(Map<String, List<Instrument>> kinds, List<Instrument> instruments) {
        List<ItemSpec> items = kinds.values().stream()
                .map(same -> LedgerRules.spec(same.get(0).draft(), same.size()))
                .toList();
        Optional<LocalDate> first = instruments.stream()
                .map(Instrument::due)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .filter(day -> !day.isBefore(today()));
        return new DemandDraft(null, null, null, first.orElse(null), null, null, null, null, null, items);
    }

    private static Future<Void> link(SqlConnection tx, Demand demand, Map<String, List<Instrument>> kinds) {
        List<Map.Entry<String, List<Instrument>>> ordered = new ArrayList<>(kinds.entrySet());
        Future<Void> done = Future.succeededFuture();
        for (int i = 0; i < ordered.size(); i++) {
            UUID item = Objects.requireNonNull(demand.items().get(i).id());
            Map.Entry<String, List<Instrument>> kind = ordered.get(i);
            done = done.compose(
                    before -> RequestRepository.link(tx, kind.getValue(), demand.id(), item, kind.getKey()));
        }
        return done;
    }
}
