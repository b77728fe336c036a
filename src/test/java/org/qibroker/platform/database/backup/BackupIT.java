package org.qibroker.platform.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.support.EmptyDatabase;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

class BackupIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    @TempDir
    static Path dir;

    private static Path file;
    private static Map<String, String> saved;

    @BeforeAll
    static void saveWhatIsAtRest() {
        file = dir.resolve("backup.zip");
        Waiting.until(BackupIT::allIsFollowed);
        Waiting.until(BackupIT::savedUnchanged);
    }

    private static boolean allIsFollowed() {
        return EmptyDatabase.texts(
                        BROKER.address(),
                        "SELECT name FROM projection WHERE position < (SELECT max(position) FROM event)")
                .isEmpty();
    }

    private static boolean savedUnchanged() {
        saved = contents(BROKER.address());
        try {
            new Backup(BROKER.address(), Clock.systemUTC()).write(file);
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
        return saved.equals(contents(BROKER.address()));
    }

    private static Map<String, String> contents(DatabaseAddress address) {
        Map<String, String> contents = new TreeMap<>();
        List<String> tables = EmptyDatabase.texts(
                address,
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                        + " AND relname NOT IN ('flyway_schema_history', 'projection')");
        for (String table : tables) {
            contents.put(
                    table,
                    EmptyDatabase.texts(
                                    address,
                                    "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '')"
                                            + " FROM \"" + table + "\" t")
                            .get(0));
        }
        return contents;
    }

    @Test
    void whatIsRestoredDiffersInNothing() throws SQLException, IOException {
        try (EmptyDatabase restored = new EmptyDatabase()) {
            long rows = new Restore(restored.address()).read(file);

            assertThat(rows).isGreaterThan(1000);
            assertThat(contents(restored.address())).isEqualTo(saved);
            String constraints = "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)"
                    + " FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1";
            assertThat(EmptyDatabase.texts(restored.address(), constraints))
                    .isEqualTo(EmptyDatabase.texts(BROKER.address(), constraints));
            String next = "SELECT nextval('booking_number')::text";
            assertThat(EmptyDatabase.texts(restored.address(), next))
                    .isEqualTo(EmptyDatabase.texts(BROKER.address(), next));
        }
    }

    @Test
    void aDatabaseThatHoldsSomethingIsLeftAlone() {
        assertThatThrownBy(() -> new Restore(BROKER.address()).read(file))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("holds tables already");
    }

    @Test
    void aDamagedFileRestoresNothing() throws IOException {
        Path damaged = Files.copy(file, dir.resolve("damaged.zip"));
        try (RandomAccessFile bytes = new RandomAccessFile(damaged.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int before = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(before ^ 0x55);
        }
        Path cut = Files.write(dir.resolve("cut.zip"), Arrays.copyOf(Files.readAllBytes(file), 5000));
        Path other = Files.writeString(dir.resolve("other.zip"), "no backup");
        try (EmptyDatabase target = new EmptyDatabase()) {
            for (Path wrong : List.of(damaged, cut, other)) {
                assertThatThrownBy(() -> new Restore(target.address()).read(wrong))
                        .as(wrong.toString())
                        .isInstanceOf(RefusedToStart.class);
            }
            assertThat(
                            EmptyDatabase.texts(
                                    target.address(),
                                    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))
                    .isEmpty();
        }
    }

    @Test
    void aBackupThatCannotBeWrittenLeavesNothing() {
        Path nowhere = dir.resolve("no folder").resolve("backup.zip");
        assertThatThrownBy(() -> new Backup(BROKER.address(), Clock.systemUTC()).write(nowhere))
                .isInstanceOf(IOException.class);
        assertThat(dir.resolve("no folder")).doesNotExist();
    }
}
