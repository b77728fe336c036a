package org.qibroker.platform.database.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.database.Migrations;
import org.qibroker.platform.database.backup.Manifest.Sequence;
import org.qibroker.platform.database.backup.Manifest.Table;
import org.qibroker.platform.database.backup.Tables.ForeignKey;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Sha256;

/** Puts backups back, whole or not at all. */
public final class Restore {
    private final DatabaseAddress address;

    /** Into the database at an address, which has to be empty. */
    public Restore(DatabaseAddress address) {
        this.address = address;
    }

    /**
     * Reads a backup: the tables become what they were then, and after that what this version needs. Blocks.
     *
     * @return how many rows it held
     * @throws RefusedToStart if the database is not empty, or the file is no backup, damaged, or of a newer version; then
     *     nothing has changed
     * @throws SQLException if the database cannot be written
     * @throws IOException if the file cannot be read
     */
    public long read(Path file) throws SQLException, IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
            Manifest manifest = manifest(zip, file);
            check(zip, manifest, file);
            refuseFull(new Tables(connection));
            Migrations.migrateTo(address, manifest.schema());
            connection.setAutoCommit(false);
            load(connection, zip, manifest);
            connection.commit();
            Migrations.migrate(address);
            return manifest.rows();
        } catch (ZipException e) {
            throw new RefusedToStart(file + " is no backup, or is cut off: " + e.getMessage(), e);
        }
    }

    private Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new RefusedToStart(file + " is no backup of the broker: it has no " + Manifest.ENTRY);
        }
        Manifest manifest;
        try (InputStream bytes = zip.getInputStream(entry)) {
            manifest = Json.mapper().readValue(bytes, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new RefusedToStart(file + " is damaged: " + Manifest.ENTRY + " cannot be read", e);
        }
        String newest = Migrations.newest(address);
        if (manifest.format() != Manifest.FORMAT || Schema.ORDER.compare(manifest.schema(), newest) > 0) {
            throw new RefusedToStart(file + " was written by a newer version of the broker (schema " + manifest.schema()
                    + ", this one knows " + newest + ")");
        }
        return manifest;
    }

    private static void check(ZipFile zip, Manifest manifest, Path file) throws IOException {
        for (Table table : manifest.tables()) {
            MessageDigest digest = Sha256.begin();
            try (InputStream rows = new DigestInputStream(rows(zip, table, file), digest)) {
                rows.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw new RefusedToStart(file + " is damaged: the rows of " + table.name() + " are not what was saved");
            }
        }
    }

    private static InputStream rows(ZipFile zip, Table table, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new RefusedToStart(file + " is damaged: the rows of " + table.name() + " are missing");
        }
        return zip.getInputStream(entry);
    }

    private void refuseFull(Tables tables) throws SQLException {
        if (!tables.names().isEmpty()) {
            throw new RefusedToStart(address + " holds tables already. Restore into a data.dir that does not exist yet,"
                    + " or into an empty database (database.url)");
        }
    }

    private static void load(Connection connection, ZipFile zip, Manifest manifest) throws SQLException, IOException {
        List<ForeignKey> keys = new Tables(connection).foreignKeys();
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement()) {
            for (ForeignKey key : keys) {
                statement.execute(key.drop());
            }
            for (Table table : manifest.tables()) {
                statement.execute("DELETE FROM \"" + table.name() + "\"");
                try (InputStream rows = rows(zip, table, Path.of(zip.getName()))) {
                    copying.copyIn("COPY " + table.copied() + " FROM STDIN", rows);
                }
            }
            for (ForeignKey key : keys) {
                statement.execute(key.add());
            }
        }
        for (Sequence sequence : manifest.sequences()) {
            set(connection, sequence);
        }
    }

    private static void set(Connection connection, Sequence sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
            statement.setString(1, sequence.name());
            statement.setLong(2, sequence.last());
            statement.execute();
        }
    }
}
