package org.qibroker.platform.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.qibroker.platform.config.RefusedToStart;

/**
 * The PostgreSQL that comes along, with its data, port and password kept in the data folder.
 *
 * <p>Several processes may use one folder, a server and the command line: who comes first starts PostgreSQL, who leaves
 * last stops it. A PostgreSQL whose broker was killed is joined by the next.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String DATABASE = "qi_broker";

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
    public static EmbeddedPostgres start(Path dir, int port, int connections) {
        try {
            PostgresFolder folder = PostgresFolder.of(dir);
            try (FolderLock starting = FolderLock.exclusive(folder.startLock())) {
                return start(folder, port, connections);
            }
        } catch (AccessDeniedException e) {
            throw new RefusedToStart("Cannot write to " + e.getFile() + ": mend its permissions, or set --data.dir=…", e);
        } catch (FileSystemException e) {
            throw new RefusedToStart(diskFault(dir, e), e);
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
        if (!server.running(address)) {
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
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            String known = "select 1 from pg_database where datname = '" + DATABASE + "'";
            if (!statement.executeQuery(known).next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new RefusedToStart("PostgreSQL at " + address + " does not answer: " + e.getMessage(), e);
        }
    }

    /** Where it listens, and the broker's database there. */
    public DatabaseAddress address() {
        return address;
    }

    /** Stops PostgreSQL in good order, unless another process uses it. Blocks. */
    @Override
    public void close() throws IOException {
        try (FolderLock starting = FolderLock.exclusive(folder.startLock())) {
            use.close();
            if (FolderLock.free(folder.useLock())) {
                server.stop();
            }
        }
    }
}
