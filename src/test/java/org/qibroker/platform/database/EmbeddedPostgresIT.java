package org.qibroker.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.support.TestBroker;

class EmbeddedPostgresIT {
    private static final Path BINARIES = TestBroker.DIR;

    @TempDir
    Path temp;

    private Path dir;
    private Path link;

    @BeforeEach
    void with_programs_unpacked_before() throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(BINARIES);
        dir = Files.createDirectory(temp.resolve("data-dir"));
        link = dir.resolve(binaries.home().getFileName());
        Files.createSymbolicLink(link, binaries.home().toAbsolutePath());
    }

    @AfterEach
    void leaves_nothing_running() throws IOException {
        Files.delete(link);
        assertThat(postmaster()).doesNotExist();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(dir, 0, 50);
    }

    private Path postmaster() {
        return dir.resolve("postgres/data/postmaster.pid");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(postmaster()).get(0));
    }

    @Test
    void keeps_data_port_and_password() throws Exception {
        DatabaseAddress first;
        try (EmbeddedPostgres postgres = start()) {
            first = postgres.address();
            execute(first, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (42)");
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.address()).isEqualTo(first);
            assertThat(query(first, "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void writes_what_it_acknowledges_and_asks_for_the_password() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            DatabaseAddress address = postgres.address();
            assertThat(query(address, "SHOW fsync")).isEqualTo("on");
            assertThat(query(address, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(address, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(query(address, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            DatabaseAddress wrong =
                    new DatabaseAddress(address.host(), address.port(), address.database(), address.user(), "wrong");
            assertThatThrownBy(() -> query(wrong, "SELECT 1")).hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("postgres.url"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void starts_over_a_pid_of_nobody_or_of_somebody_else() throws Exception {
        start().close();
        for (long other : new long[] {4_000_000, ProcessHandle.current().pid()}) {
            Files.writeString(postmaster(), other + "\n" + dir + "/postgres/data\n1\n5432\n\n127.0.0.1\n");
            try (EmbeddedPostgres postgres = start()) {
                assertThat(query(postgres.address(), "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void refuses_data_of_another_major_version() throws Exception {
        start().close();
        Files.writeString(dir.resolve("postgres/data/PG_VERSION"), "14\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("made by PostgreSQL 14")
                .hasMessageContaining("move the folder away");
    }

    @Test
    void refuses_a_taken_port() throws Exception {
        int port;
        try (EmbeddedPostgres postgres = start()) {
            port = postgres.address().port();
        }
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.getLocalPort()).isEqualTo(port);
            assertThatThrownBy(this::start)
                    .isInstanceOf(RefusedToStart.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("--database.port");
        }
    }

    @Test
    void refuses_a_folder_that_is_a_file() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file, 0, 50))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("--data.dir");
    }

    @Test
    void goes_on_after_its_broker_was_killed() throws Exception {
        PostgresHolder killed = PostgresHolder.start(dir);
        long pid = pid();
        killed.kill();
        assertThat(ProcessHandle.of(pid)).isPresent();
        try (EmbeddedPostgres postgres = start()) {
            assertThat(pid()).isEqualTo(pid);
            assertThat(query(postgres.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void has_what_it_acknowledged_after_it_was_killed_itself() throws Exception {
        EmbeddedPostgres killed = start();
        execute(killed.address(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (42)");
        ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
        killed.close();
        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres.address(), "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void is_stopped_by_whoever_leaves_last() throws Exception {
        try (PostgresHolder other = PostgresHolder.start(dir)) {
            assertThat(other).isNotNull();
            start().close();
            assertThat(postmaster()).exists();
        }
    }

    private static void execute(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
