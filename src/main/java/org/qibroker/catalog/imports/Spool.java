package org.qibroker.catalog.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The file of an import on the disk of this node, for as long as it is read. Blocks. */
public final class Spool implements AutoCloseable {
    private final Path path;
    private int lines;

    private Spool(Path path) {
        this.path = path;
    }

    /** Fetches the file, part by part. */
    public static Spool of(Connection connection, UUID importId) throws SQLException, IOException {
        Spool spool = new Spool(Files.createTempFile("scope", null));
        try (OutputStream out = Files.newOutputStream(spool.path);
                PreparedStatement parts = connection.prepareStatement(
                        "SELECT content FROM import_part WHERE import_id = ? AND number = ?")) {
            parts.setObject(1, importId);
            for (int number = 0; spool.fetch(parts, number, out); number++) {
                parts.clearWarnings();
            }
            return spool;
        } catch (SQLException | IOException e) {
            spool.close();
            throw e;
        }
    }

    private boolean fetch(PreparedStatement parts, int number, OutputStream out) throws SQLException, IOException {
        parts.setInt(2, number);
        try (ResultSet found = parts.executeQuery()) {
            if (!found.next()) {
                return false;
            }
            byte[] content = found.getBytes(1);
            for (byte b : content) {
                lines += b == '\n' ? 1 : 0;
            }
            out.write(content);
            return true;
        }
    }

    public Path path() {
        return path;
    }

    /** How many ends of lines there are, from which the number of rows of a text file can be guessed. */
    public int lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
