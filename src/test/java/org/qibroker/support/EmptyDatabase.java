package org.qibroker.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.qibroker.platform.database.DatabaseAddress;

/** A database without any table, for as long as this is open. */
public final class EmptyDatabase implements AutoCloseable {
    private final DatabaseAddress address = TestDatabases.bare();

    /** Where it is. */
    public DatabaseAddress address() {
        return address;
    }

    /** The first column of a query on any database. */
    public static List<String> texts(DatabaseAddress address, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Override
    public void close() {
        TestDatabases.drop(address);
    }
}
