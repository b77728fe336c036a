package org.qibroker.catalog.imports;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.shared.Family;

/** SQL of imports themselves; their rows and findings have a repository of their own. */
final class ImportRepository {
    /** The largest part of a file that is kept as one row. */
    static final int PART = 1 << 20;

    private static final String COLUMNS =
            """
            id, provider_id, state, format, mode, on_error, confirm, dry_run, effective_from, file_name, lines, accepted,
            rejected, warnings, findings, sheets, family, encoding, read_as, progress, added, changed, unchanged, ended,
            kept, failure, basis, created_at, finished_at""";

    private ImportRepository() {}

    /** A new import and what it is to read. */
    record NewImport(
            UUID id,
            UUID providerId,
            ImportOptions options,
            LocalDate effectiveFrom,
            @Nullable String fileName,
            long bytes,
            JsonObject actor) {}

    static Future<Void> insert(SqlConnection tx, NewImport created, Instant now) {
        ImportOptions options = created.options();
        Family family = options.family();
        return tx.preparedQuery(
                        """
                        INSERT INTO import (id, provider_id, state, format, mode, on_error, confirm, dry_run,
                                            effective_from, family, encoding, file_name, bytes, actor, created_at)
                        VALUES ($1, $2, 'QUEUED', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""")
                .execute(Tuple.tuple()
                        .addUUID(created.id())
                        .addUUID(created.providerId())
                        .addString(options.format().name())
                        .addString(options.mode().name())
                        .addString(options.onError().name())
                        .addBoolean(options.confirm())
                        .addBoolean(options.dryRun())
                        .addLocalDate(created.effectiveFrom())
                        .addString(family == null ? null : family.name())
                        .addString(name(options.encoding()))
                        .addString(created.fileName())
                        .addLong(created.bytes())
                        .addJsonObject(created.actor())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    private static @Nullable String name(@Nullable Encoding encoding) {
        return encoding == null ? null : encoding.name();
    }

    static Future<Optional<Import>> find(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT " + COLUMNS + " FROM import WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** The latest imports of a provider. */
    static Future<List<Import>> ofProvider(SqlClient client, UUID provider, int limit) {
        return client.preparedQuery("SELECT " + COLUMNS
                        + " FROM import WHERE provider_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2")
                .execute(Tuple.of(provider, limit))
                .map(ImportRepository::all);
    }

    /** Keeps a part of the file. */
    static Future<Void> part(SqlConnection tx, UUID id, int number, Buffer content) {
        return tx.preparedQuery("INSERT INTO import_part (import_id, number, content) VALUES ($1, $2, $3)")
                .execute(Tuple.of(id, number, content))
                .mapEmpty();
    }

    /** Imports that wait for work to be done, no larger than so many bytes, the oldest first. */
    static Future<List<UUID>> unfinished(SqlClient client, long largest) {
        return client.preparedQuery(
                        """
                        SELECT id FROM import WHERE state IN ('QUEUED', 'RUNNING') AND bytes <= $1
                        ORDER BY created_at LIMIT 100""")
                .execute(Tuple.of(largest))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .toList());
    }

    /** Who sent a file. */
    static Future<JsonObject> actor(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT actor FROM import WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getJsonObject("actor"));
    }

    /** Gives up an import that is not at its end; false if it is. */
    static Future<Boolean> giveUp(SqlConnection tx, UUID id, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE import SET state = 'CANCELLED', finished_at = $2, version = version + 1
                        WHERE id = $1 AND state IN ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION')""")
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
                .map(result -> result.rowCount() == 1);
    }

    /** Ends the wait for a confirmation; false if there is none. */
    static Future<Boolean> confirm(SqlConnection tx, UUID id) {
        return tx.preparedQuery(
                        """
                        UPDATE import SET state = 'QUEUED', progress = 0, attempts = 0, version = version + 1
                        WHERE id = $1 AND state = 'AWAITING_CONFIRMATION'""")
                .execute(Tuple.of(id))
                .map(result -> result.rowCount() == 1);
    }

    /** Begins the work, and says for which time; 0 if there is none to do. */
    static Future<Integer> begin(SqlConnection tx, UUID id) {
        return tx.preparedQuery(
                        """
                        UPDATE import SET state = 'RUNNING', attempts = attempts + 1
                        WHERE id = $1 AND state IN ('QUEUED', 'RUNNING') RETURNING attempts""")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 0 ? 0 : rows.iterator().next().getInteger("attempts"));
    }

    /** Says how far an import is; false if it does not run any more. */
    static Future<Boolean> progress(SqlClient client, UUID id, ImportWatch.Progress progress) {
        return client.preparedQuery(
                        """
                        UPDATE import SET lines = $2, accepted = $3, rejected = $4, progress = $5
                        WHERE id = $1 AND state = 'RUNNING'""")
                .execute(Tuple.of(
                        id, progress.rows(), progress.accepted(), progress.rejected(), Math.min(1, progress.share())))
                .map(result -> result.rowCount() == 1);
    }

    /** Keeps the names of the sheets of a workbook, and how the characters of a text were read. */
    static Future<Void> seen(SqlConnection tx, UUID id, List<String> sheets, @Nullable Encoding encoding) {
        return tx.preparedQuery("UPDATE import SET sheets = $2, read_as = $3 WHERE id = $1")
                .execute(Tuple.of(id)
                        .addArrayOfString(sheets.stream()
                                .map(name -> name.replace("\0", ""))
                                .toArray(String[]::new))
                        .addString(name(encoding)))
                .mapEmpty();
    }

    /** What an import came to. */
    record End(ImportState state, Import.Figures figures, @Nullable String failure, @Nullable Long basis) {}

    /** Ends the work on an import; false if it was given up meanwhile. */
    static Future<Boolean> end(SqlClient client, UUID id, End end, Instant now) {
        Import.Figures figures = end.figures();
        return client.preparedQuery(
                        """
                        UPDATE import SET state = $2, lines = $3, accepted = $4, rejected = $5, warnings = $6,
                               findings = $7, added = $8, changed = $9, unchanged = $10, ended = $11, kept = $12,
                               failure = $13, basis = $14, finished_at = $15, progress = 1, version = version + 1
                        WHERE id = $1 AND state IN ('QUEUED', 'RUNNING')""")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(end.state().name())
                        .addInteger(figures.rows())
                        .addInteger(figures.accepted())
                        .addInteger(figures.rejected())
                        .addInteger(figures.warnings())
                        .addInteger(figures.findings())
                        .addInteger(figures.added())
                        .addInteger(figures.changed())
                        .addInteger(figures.unchanged())
                        .addInteger(figures.ended())
                        .addInteger(figures.kept())
                        .addString(end.failure())
                        .addLong(end.basis())
                        .addOffsetDateTime(end.state().finished() ? now.atOffset(ZoneOffset.UTC) : null))
                .map(result -> result.rowCount() == 1);
    }

    private static List<Import> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Import::of).toList();
    }
}
