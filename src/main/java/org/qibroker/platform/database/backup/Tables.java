package org.qibroker.platform.database.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.qibroker.platform.database.backup.Manifest.Sequence;

/** What there is in a database, as its catalog says. */
final class Tables {
    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** A foreign key, to take away and put back. */
    record ForeignKey(String table, String name, String definition) {
        String drop() {
            return "ALTER TABLE " + table + " DROP CONSTRAINT " + name;
        }

        String add() {
            return "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " " + definition;
        }
    }

    /** The tables, without the history of migrations. */
    List<String> names() throws SQLException {
        return texts(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ?
                    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = pg_class.oid AND d.deptype = 'e')
                ORDER BY relname""",
                HISTORY);
    }

    /** Columns of a table that are not computed from others. */
    List<String> columns(String table) throws SQLException {
        return texts(
                """
                SELECT attname FROM pg_attribute
                WHERE attrelid = ('public.' || quote_ident(?))::regclass AND attnum > 0 AND NOT attisdropped
                    AND attgenerated = '' ORDER BY attnum""",
                table);
    }

    /** The newest migration applied. */
    String schema() throws SQLException {
        return texts(
                        """
                        SELECT version FROM flyway_schema_history
                        WHERE success AND version IS NOT NULL AND version <> ? ORDER BY installed_rank DESC""",
                        "")
                .stream()
                .max(Schema.ORDER)
                .orElseThrow(() -> new SQLException("no migration was ever applied"));
    }

    /** The sequences that were used. */
    List<Sequence> sequences() throws SQLException {
        List<Sequence> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        SELECT quote_ident(sequencename) AS name, last_value FROM pg_sequences
                        WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename""")) {
            while (rows.next()) {
                found.add(new Sequence(rows.getString("name"), rows.getLong("last_value")));
            }
        }
        return found;
    }

    /** All foreign keys. */
    List<ForeignKey> foreignKeys() throws SQLException {
        List<ForeignKey> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        SELECT conrelid::regclass::text AS t, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS def
                        FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
                        ORDER BY 1, 2""")) {
            while (rows.next()) {
                found.add(new ForeignKey(rows.getString("t"), rows.getString("name"), rows.getString("def")));
            }
        }
        return found;
    }

    private List<String> texts(String sql, String argument) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
