package org.qibroker.platform.database.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.database.backup.Manifest.Table;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Sha256;

/** Takes backups. Servers may run meanwhile; what is taken is how everything stood at one moment. */
public final class Backup {
    private static final ObjectMapper JSON = Json.mapper();

    private final DatabaseAddress address;
    private final Clock clock;

    /** Of the database at an address. */
    public Backup(DatabaseAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /**
     * Writes the backup; the file is there only once it is whole. Blocks.
     *
     * @return how many rows it holds
     * @throws SQLException if the database cannot be read
     * @throws IOException if the file cannot be written
     */
    public long write(Path file) throws SQLException, IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Manifest written = writeAll(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written.rows();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Manifest writeAll(Path file) throws SQLException, IOException {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            connection.setAutoCommit(false);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            Tables tables = new Tables(connection);
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            List<Table> written = new ArrayList<>();
            for (String name : tables.names()) {
                written.add(write(copying, new Table(name, tables.columns(name), 0, ""), zip));
            }
            Manifest manifest =
                    new Manifest(Manifest.FORMAT, tables.schema(), clock.instant(), written, tables.sequences());
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private static Table write(CopyManager copying, Table table, ZipOutputStream zip) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        MessageDigest digest = Sha256.begin();
        OutputStream digested = new DigestOutputStream(zip, digest);
        long rows = copying.copyOut("COPY " + table.copied() + " TO STDOUT", digested);
        zip.closeEntry();
        return new Table(table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
    }
}
