package org.qibroker.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.ScopeView;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchEngine;
import org.qibroker.matching.MatchRequest;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.events.EventRelay;
import org.qibroker.shared.Caller;

/** G8: the rate of matches while a hundred scopes a second change, against the rate while none does. */
final class FreshnessBenchmark {
    private static final long BLOCK_NANOS = Long.getLong("block.seconds", 4) * 1_000_000_000;
    private static final int WARM_BLOCKS = Integer.getInteger("warm.blocks", 4);
    private static final int EVERY_MS = 10;

    private final Region region;
    private final Platform writing;
    private final List<UUID> lines;
    private final Random random = new Random(7);
    private final AtomicBoolean on = new AtomicBoolean();
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final DoubleStream.Builder delays = DoubleStream.builder();
    private volatile boolean warm;
    private volatile int made;

    private FreshnessBenchmark(Region region, List<UUID> lines) {
        this.region = region;
        this.lines = lines;
        this.writing = region.node().platform(Vertx.vertx());
    }

    private record Waiting(UUID line, long committed) {}

    static void run() throws Exception {
        try (Region region = Region.of(Region.LINES)) {
            ScopeView view = region.load();
            Region.await(region.platform()
                    .vertx()
                    .deployVerticle(new EventRelay(
                            region.platform().database(),
                            region.node().address().pgOptions(),
                            region.platform().feed())));
            List<UUID> some = view.state()
                    .subjects()
                    .flatMap(s -> IntStream.range(0, Math.min(20, s.part(0).size()))
                            .mapToObj(row -> s.part(0).id(row)))
                    .toList();
            new FreshnessBenchmark(region, new ArrayList<>(some)).measure(view);
        }
    }

    private void measure(ScopeView view) throws InterruptedException {
        List<MatchRequest> requests = new Requests(view).draw(200);
        writing.vertx().setPeriodic(EVERY_MS, timer -> change());
        Thread watcher = new Thread(this::watch, "watcher");
        watcher.setDaemon(true);
        watcher.start();
        for (int i = 0; i < WARM_BLOCKS; i++) {
            rate(requests, true);
        }
        warm = true;
        Abba.measure(() -> rate(requests, true), () -> rate(requests, false))
                .print("G8 match rate while 100 scopes a second change ÷ while none does", "matches a second");
        watcher.interrupt();
        watcher.join();
        double[] seconds = delays.build().toArray();
        System.out.printf(
                "G8 change searchable after, of %d changes: p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                seconds.length, Abba.quantile(seconds, 0.5), Abba.quantile(seconds, 0.99), Abba.quantile(seconds, 1));
        System.out.printf(
                "   changes made: %d, healed: %d%n", made, region.index().healed());
    }

    private double rate(List<MatchRequest> requests, boolean changing) {
        on.set(changing);
        MatchContext context = region.context();
        long begun = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - begun < BLOCK_NANOS) {
            MatchEngine.match(
                    requests.get(count++ % requests.size()), region.index().view(), context);
        }
        on.set(false);
        return count * 1e9 / (System.nanoTime() - begun);
    }

    /** One line of a scope gives way to another that says the same. */
    private void change() {
        if (!on.get()) {
            return;
        }
        int place = random.nextInt(lines.size());
        UUID old = lines.get(place);
        UUID fresh = UUID.randomUUID();
        lines.set(place, fresh);
        writing.database()
                .separately(tx -> change(tx, old, fresh))
                .onSuccess(done -> waiting.add(new Waiting(fresh, System.nanoTime())))
                .onFailure(failure -> System.out.println("a change failed: " + failure));
    }

    private Future<Void> change(SqlConnection tx, UUID old, UUID fresh) {
        made++;
        return tx.preparedQuery(
                        """
                        SELECT p.id FROM provider p
                        WHERE p.id = (SELECT provider_id FROM capability WHERE id = $1 LIMIT 1) FOR UPDATE""")
                .execute(Tuple.of(old))
                .map(rows -> rows.iterator().next().getUUID(0))
                .compose(provider -> tx.preparedQuery("UPDATE capability SET recorded_until = now() WHERE id = $1"
                                + " AND recorded_until IS NULL")
                        .execute(Tuple.of(old))
                        .compose(ended -> copy(tx, old, fresh))
                        .compose(stated -> writing.events()
                                .append(
                                        tx,
                                        new Change(
                                                Catalog.PROVIDER_EVENTS,
                                                provider,
                                                "scope-changed",
                                                Caller.SYSTEM,
                                                Set.of(provider),
                                                Map.of("added", 1, "ended", 1)))))
                .mapEmpty();
    }

    private static Future<?> copy(SqlConnection tx, UUID old, UUID fresh) {
        return tx.preparedQuery(
                        """
                        INSERT INTO capability (id, provider_id, site_id, family, service_kind, subject, parameter,
                            scenarios, quantity, methods, range_text, conditions, uncertainty_text, coverage_factor,
                            limitation, marks, on_site, price_kind, price_fen, price_per, turnaround_days, valid_from,
                            valid_to, recorded_at)
                        SELECT $2, provider_id, site_id, family, service_kind, subject, parameter, scenarios, quantity,
                            methods, range_text, conditions, uncertainty_text, coverage_factor, limitation, marks,
                            on_site, price_kind, price_fen, price_per, turnaround_days, valid_from, valid_to, now()
                        FROM capability WHERE id = $1 ORDER BY record_id DESC LIMIT 1""")
                .execute(Tuple.of(old, fresh));
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(2_000_000);
            ScopeView view = region.index().view();
            waiting.removeIf(change -> seen(change, view));
        }
    }

    private boolean seen(Waiting change, ScopeView view) {
        if (view.line(change.line).isEmpty()) {
            return false;
        }
        if (warm) {
            delays.add((System.nanoTime() - change.committed) / 1e6);
        }
        return true;
    }
}
