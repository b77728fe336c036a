package org.qibroker.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.config.Settings;

/** The database of the settings, its tables up to date, for as long as this is open. */
public final class BrokerDatabase implements AutoCloseable {
    private static final int OLDEST = 15;
    private static final int SPARE_CONNECTIONS = 30;
    private static final int USUAL_CONNECTIONS = 100;

    private final DatabaseAddress address;
    private final @Nullable EmbeddedPostgres embedded;

    private BrokerDatabase(DatabaseAddress address, @Nullable EmbeddedPostgres embedded) {
        this.address = address;
        this.embedded = embedded;
    }

    /**
     * Starts or joins the embedded PostgreSQL, or reaches the external one, and migrates. Blocks.
     *
     * @throws RefusedToStart if that is impossible; the message says what to do
     */
    public static BrokerDatabase open(Settings settings) {
        BrokerDatabase database = openAsItIs(settings);
        try {
            Migrations.migrate(database.address);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /**
     * As {@link #open}, without migrating: the tables are what they are, or there are none yet. Blocks.
     *
     * @throws RefusedToStart if that is impossible; the message says what to do
     */
    public static BrokerDatabase openAsItIs(Settings settings) {
        return settings.database().embedded() ? embedded(settings) : external(settings);
    }

    private static BrokerDatabase embedded(Settings settings) {
        Settings.DatabaseSettings database = settings.database();
        int pooled = (database.readConnections() + database.transactionConnections())
                * (settings.http().verticles() + 1);
        EmbeddedPostgres embedded = EmbeddedPostgres.start(
                settings.data().dir(), database.port(), Math.max(USUAL_CONNECTIONS, pooled + SPARE_CONNECTIONS));
        return new BrokerDatabase(embedded.address(), embedded);
    }

    private static BrokerDatabase external(Settings settings) {
        DatabaseAddress address = DatabaseAddress.of(settings.database());
        DriverManager.setLoginTimeout(10);
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new RefusedToStart(address + " is PostgreSQL " + version + "; at least " + OLDEST + " is needed");
            }
        } catch (SQLException e) {
            throw new RefusedToStart(
                    "Cannot use the database " + address + ": " + e.getMessage()
                            + ". Check database.url, database.user and database.password",
                    e);
        }
        return new BrokerDatabase(address, null);
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return address;
    }

    /** Whether it is the broker's own. */
    public boolean embedded() {
        return embedded != null;
    }

    /** Lets go of it; PostgreSQL of the broker's own stops, unless another process uses it. Blocks. */
    @Override
    public void close() {
        if (embedded != null) {
            try {
                embedded.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
