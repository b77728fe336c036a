package org.qibroker.platform.database.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param format of the file; this version writes and reads 1
 * @param schema the newest migration that was applied
 * @param at when it was taken
 */
record Manifest(int format, String schema, Instant at, List<Table> tables, List<Sequence> sequences) {
    /** The format that this version writes and reads. */
    static final int FORMAT = 1;

    /** Name of its entry. */
    static final String ENTRY = "manifest.json";

    /**
     * The rows of a table.
     *
     * @param columns those that are not computed, in the order of the rows
     * @param sha256 of the rows as they stand in the file, in hexadecimal
     */
    record Table(String name, List<String> columns, long rows, String sha256) {
        /** Name of its entry. */
        String entry() {
            return "tables/" + name;
        }

        /** The table with its columns, as COPY names them. */
        String copied() {
            return quoted(name) + " ("
                    + String.join(", ", columns.stream().map(Table::quoted).toList()) + ")";
        }

        private static String quoted(String name) {
            return '"' + name.replace("\"", "\"\"") + '"';
        }
    }

    /** How far a sequence has come. */
    record Sequence(String name, long last) {}

    /** Rows of all tables. */
    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
