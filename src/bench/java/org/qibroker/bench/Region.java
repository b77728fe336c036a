package org.qibroker.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.qibroker.Node;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.ScopeView;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.rank.TrackRecords;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsLoader;
import org.qibroker.platform.database.BrokerDatabase;
import org.qibroker.resource.offer.FreeDays;
import org.qibroker.sample.generated.GeneratedRegion;

/** A generated region, in a database and a file of scopes that are kept between runs, and its scopes in memory. */
final class Region implements AutoCloseable {
    static final long LINES = Long.getLong("lines", 1_000_000);
    private static final long SEED = 1;

    private final Settings settings;
    private final BrokerDatabase database;
    private final Node node;
    private final Vertx vertx = Vertx.vertx();
    private final Platform platform;

    private Region(Settings settings) {
        this.settings = settings;
        this.database = BrokerDatabase.open(settings);
        this.node = Node.of(settings, database.address(), Clock.systemUTC());
        this.platform = node.platform(vertx);
    }

    /** The region of so many lines; made if it is not there. */
    static Region of(long lines) throws Exception {
        System.setProperty("qi.log.level", "INFO");
        Region region = new Region(SettingsLoader.load(List.of(
                "--data.dir=" + System.getProperty("region.dir", "target/region") + "-" + lines,
                "--http.port=0",
                "--ops.port=0",
                "--sample.enabled=false",
                "--security.sign-ins-per-minute=100000")));
        try (Connection connection = region.connect()) {
            new GeneratedRegion(connection, SEED).growTo(lines, written -> {});
        }
        return region;
    }

    Connection connect() throws Exception {
        return DriverManager.getConnection(
                database.address().jdbcUrl(),
                database.address().user(),
                database.address().password());
    }

    Node node() {
        return node;
    }

    Settings settings() {
        return settings;
    }

    BrokerDatabase database() {
        return database;
    }

    Platform platform() {
        return platform;
    }

    ScopeIndex index() {
        return node.scopes();
    }

    /** Reads all scopes and their words; tells how fast the scopes. */
    ScopeView load() {
        long begun = System.nanoTime();
        await(index().start(
                        vertx,
                        platform.database(),
                        platform.feed(),
                        settings.data().dir()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        ScopeView view = index().view();
        while (!index().knowsAllWords()) {
            LockSupport.parkNanos(10_000_000);
        }
        System.out.printf(
                "%d lines in memory after %.1f s, %.0f a second%n", view.size(), seconds, view.size() / seconds);
        return view;
    }

    MatchContext context() {
        return new MatchContext(
                LocalDate.now(ZoneId.of("Asia/Shanghai")), node.reference(), TrackRecords.NONE, FreeDays.NONE, "bench");
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.MINUTES)
                .join();
    }

    @Override
    public void close() {
        await(index().stop());
        await(platform.database().close());
        await(vertx.close());
        database.close();
    }
}
