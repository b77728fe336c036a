package org.qibroker.platform.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.internal.ContextInternal;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.TransactionPropagation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.qibroker.platform.config.Settings;
import org.qibroker.shared.Refusal;

/**
 * The two pools of one verticle: a pipelined one for reads, where many queries share a connection, and a plain one,
 * where a transaction has its connection to itself.
 *
 * <p>When more wait than the settings allow, the work fails with {@link Refusal#unavailable}.
 */
public final class Database {
    private static final int PIPELINE = 64;
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final Vertx vertx;
    private final DatabaseAddress address;
    private final Settings.DatabaseSettings settings;
    private final SqlClient reads;
    private final Pool transactions;

    private Database(
            Vertx vertx,
            DatabaseAddress address,
            Settings.DatabaseSettings settings,
            SqlClient reads,
            Pool transactions) {
        this.vertx = vertx;
        this.address = address;
        this.settings = settings;
        this.reads = reads;
        this.transactions = transactions;
    }

    /** Opens both pools; connections are made when they are needed. */
    public static Database open(Vertx vertx, DatabaseAddress address, Settings.DatabaseSettings settings) {
        return open(vertx, address, settings, "on");
    }

    /**
     * The same database through pools of its own whose commits do not wait for the disk: for work that is done again as a
     * whole where some of it was lost. A commit of the others makes all of it last. Whoever asks for it closes it.
     */
    public Database withoutWaiting() {
        return open(vertx, address, settings, "off");
    }

    private static Database open(
            Vertx vertx, DatabaseAddress address, Settings.DatabaseSettings settings, String synchronousCommit) {
        int number = OPENED.incrementAndGet();
        SqlClient reads = PgBuilder.client()
                .with(pool("reads-" + number, settings, settings.readConnections()))
                .connectingTo(address.pgOptions().setPipeliningLimit(PIPELINE))
                .using(vertx)
                .build();
        PgConnectOptions options = address.pgOptions();
        options.addProperty("synchronous_commit", synchronousCommit);
        Pool transactions = PgBuilder.pool()
                .with(pool("transactions-" + number, settings, settings.transactionConnections()))
                .connectingTo(options)
                .using(vertx)
                .build();
        return new Database(vertx, address, settings, reads, transactions);
    }

    private static PoolOptions pool(String name, Settings.DatabaseSettings settings, int size) {
        return new PoolOptions()
                .setName(name)
                .setMaxSize(size)
                .setMaxWaitQueueSize(settings.waitQueue())
                .setConnectionTimeout((int) settings.connectionTimeout().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    /** Reads, each query in a snapshot of its own. */
    public <T> Future<T> read(Function<SqlClient, Future<T>> work) {
        return work.apply(reads).recover(Database::refused);
    }

    /**
     * Does all of the work (READ COMMITTED), or, if it fails, nothing. Within a request, a transaction begun while
     * another is open is part of it.
     */
    public <T> Future<T> transaction(Function<SqlConnection, Future<T>> work) {
        ContextInternal current = ContextInternal.current();
        boolean ofOneRequest = current != null && current.isDuplicate();
        return transactions
                .withTransaction(ofOneRequest ? TransactionPropagation.CONTEXT : TransactionPropagation.NONE, work)
                .recover(Database::refused);
    }

    /** Runs one statement that is a transaction of its own. */
    public <T> Future<T> statement(Function<SqlClient, Future<T>> work) {
        return work.apply(transactions).recover(Database::refused);
    }

    /** Does all of the work or nothing, never as part of another transaction: for what runs beside requests. */
    public <T> Future<T> separately(Function<SqlConnection, Future<T>> work) {
        return transactions.withTransaction(work).recover(Database::refused);
    }

    /**
     * A connection beside the pools, for work that blocks a worker thread, such as COPY. Whoever asks for it closes it.
     */
    public Future<Connection> connection() {
        return vertx.executeBlocking(
                () -> DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password()), false);
    }

    private static <T> Future<T> refused(Throwable failure) {
        return Future.failedFuture(
                failure instanceof ConnectionPoolTooBusyException ? Refusal.unavailable(1) : failure);
    }

    /** Closes both pools. */
    public Future<Void> close() {
        return Future.join(reads.close(), transactions.close()).mapEmpty();
    }
}
