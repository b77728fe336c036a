package org.qibroker.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.qibroker.Application;
import org.qibroker.platform.database.DatabaseAddress;

/** The sample region, loaded and followed to the end once for all tests of this process; each class gets a copy. */
final class SampledDatabase {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final DatabaseAddress LOADED = load();

    private SampledDatabase() {}

    private static DatabaseAddress load() {
        DatabaseAddress address = TestDatabases.fresh();
        Application broker =
                Application.start(TestBroker.settings(List.of("--sample.enabled=true")), address, Clock.systemUTC());
        Waiting.until(() -> followed(address), LONGEST);
        broker.stop();
        return address;
    }

    /** Whether everything that follows the log knows all of it. */
    private static boolean followed(DatabaseAddress address) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet behind = statement.executeQuery(
                        "SELECT 1 FROM projection WHERE position < (SELECT max(position) FROM event) LIMIT 1")) {
            return !behind.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database with the sample region. */
    static DatabaseAddress copy() {
        return TestDatabases.copyOf(LOADED);
    }
}
