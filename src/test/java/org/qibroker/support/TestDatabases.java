package org.qibroker.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.database.EmbeddedPostgres;
import org.qibroker.platform.database.Migrations;

/** One PostgreSQL for all tests of this process, and as many databases on it as are asked for. */
final class TestDatabases {
    private static final String MINE = "test_" + ProcessHandle.current().pid() + "_";
    private static final String TEMPLATE = MINE + "template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres postgres;

    private TestDatabases(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        dropLeftovers();
        settle();
        execute("create database " + TEMPLATE);
        Migrations.migrate(postgres.address().withDatabase(TEMPLATE));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** What tests write need not survive a power cut; those that ask what does, start a PostgreSQL of their own. */
    private void settle() {
        execute("alter system set fsync = off");
        execute("select pg_reload_conf()");
    }

    private static final class Holder {
        private static final TestDatabases ONE = new TestDatabases(EmbeddedPostgres.start(TestBroker.DIR, 0, 300));
    }

    /** An empty database with all tables. */
    static DatabaseAddress fresh() {
        return Holder.ONE.copy(TEMPLATE);
    }

    /** A database that says what another, which nobody uses, says. */
    static DatabaseAddress copyOf(DatabaseAddress other) {
        return Holder.ONE.copy(other.database());
    }

    /** A database without any table. */
    static DatabaseAddress bare() {
        return Holder.ONE.copy("template0");
    }

    /** Away with it. */
    static void drop(DatabaseAddress address) {
        Holder.ONE.execute("drop database if exists " + address.database() + " with (force)");
    }

    private synchronized DatabaseAddress copy(String template) {
        String name = MINE + COUNT.incrementAndGet();
        execute("create database " + name + " template " + template);
        return postgres.address().withDatabase(name);
    }

    private void dropLeftovers() {
        for (String name : names()) {
            long pid = Long.parseLong(name.split("_", -1)[1]);
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty() || name.startsWith(MINE)) {
                execute("drop database if exists " + name + " with (force)");
            }
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select datname from pg_database where datname ~ '^test_[0-9]+_'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        DatabaseAddress address = postgres.address();
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private void close() {
        try {
            names().stream()
                    .filter(name -> name.startsWith(MINE))
                    .forEach(name -> execute("drop database " + name + " with (force)"));
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
