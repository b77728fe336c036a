package org.qibroker.platform.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.qibroker.platform.config.RefusedToStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes along, with its data, port and password kept in the data folder.
 *
 * <p>Several processes may use one folder, a server and the command line: who comes first starts PostgreSQL, who leaves
 * last stops it. A PostgreSQL whose broker was killed is joined by the next.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "qi_broker";
    /** SQLSTATE of a server that is starting or recovering, or does not listen yet. */
    private static final Set<String> STARTING = Set.of("57P03", "08001", "08006");

    private final PostgresFolder folder;
    private final PostgresServer server;
    private final FolderLock use;
    private final DatabaseAddress address;

    private EmbeddedPostgres(PostgresFolder folder, PostgresServer server, FolderLock use, DatabaseAddress address) {
        this.folder = folder;
        this.server = server;
        this.use = use;
        this.address = address;
    }

    /**
     * Starts PostgreSQL on the data folder, or joins the one that runs there. Blocks.
     *
     * @param dir the data folder, made if it is not there
     * @param port the port to listen on, or 0 for the one kept from before (at first any free one)
     * @param connections how many connections it takes at most
     * @throws RefusedToStart if that is impossible; the message says what to do
     */
    @SuppressWarnings("try")
    public static EmbeddedPostgres start(Path dir, int port, int connections) {
        try {
            PostgresFolder folder = PostgresFolder.of(dir);
            try (FolderLock starting = FolderLock.exclusive(folder.startLock())) {
                return start(folder, port, connections);
            }
        } catch (AccessDeniedException e) {
            throw new RefusedToStart(
                    "Cannot write to " + e.getFile() + ": mend its permissions, or set --data.dir=…", e);
        } catch (IOException e) {
            throw new RefusedToStart(diskFault(dir, e), e);
        }
    }

    private static EmbeddedPostgres start(PostgresFolder folder, int port, int connections) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder.dir());
        folder.checkVersion(binaries.majorVersion());
        PostgresServer server = new PostgresServer(folder, binaries);
        DatabaseAddress address = folder.address(port);
        if (!folder.initialised()) {
            server.initialise(address);
        }
        if (server.running(address)) {
            LOG.info("PostgreSQL of {} runs already: joined", folder.dir());
        } else {
            server.start(address, connections);
        }
        FolderLock use = FolderLock.shared(folder.useLock());
        createDatabase(address);
        return new EmbeddedPostgres(folder, server, use, address.withDatabase(DATABASE));
    }

    private static String diskFault(Path dir, IOException e) {
        String reason = String.valueOf(e.getMessage());
        return PostgresServer.diskFull(reason)
                ? PostgresServer.diskFullLine(dir)
                : "Cannot use " + dir.toAbsolutePath() + ": " + reason + ". Mend it, or set --data.dir=…";
    }

    private static void createDatabase(DatabaseAddress address) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PostgresServer.START_SECONDS);
        while (!createdDatabase(address, end)) {
            PostgresServer.awaitMoment();
        }
    }

    private static boolean createdDatabase(DatabaseAddress address, long end) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            String known = "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'";
            if (!statement.executeQuery(known).next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            return true;
        } catch (SQLException e) {
            if (!STARTING.contains(String.valueOf(e.getSQLState())) || System.nanoTime() > end) {
                throw new RefusedToStart("PostgreSQL at " + address + " does not answer: " + e.getMessage(), e);
            }
            return false;
        }
    }

    /** Where it listens, and the broker's database there. */
    public DatabaseAddress address() {
        return address;
    }

    /** Stops PostgreSQL in good order, unless another process uses it. Blocks. */
    @Override
    @SuppressWarnings("try")
    public void close() throws IOException {
        try (FolderLock starting = FolderLock.exclusive(folder.startLock())) {
            use.close();
            if (FolderLock.free(folder.useLock()) && server.running(address)) {
                server.stop();
            }
        }
    }
}
