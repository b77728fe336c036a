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

/** SQL of imports themselves; their rows and findings have a repository of their own. */
final class ImportRepository {
    private static final String COLUMNS =
            """
            id, provider_id, state, format, mode, on_error, confirm, dry_run, effective_from, file_name, lines, accepted,
            rejected, warnings, processed, added, kept, ended, failure, created_at, finished_at""";

    private ImportRepository() {}

    /** A new import and what it is to read. */
    record NewImport(
            UUID id,
            UUID providerId,
            ImportOptions options,
            LocalDate effectiveFrom,
            @Nullable String fileName,
            Buffer body,
            JsonObject actor) {}

    static Future<Void> insert(SqlConnection tx, NewImport created, Instant now) {
        ImportOptions options = created.options();
        return tx.preparedQuery(
                        """
                        INSERT INTO import (id, provider_id, state, format, mode, on_error, confirm, dry_run,
                                            effective_from, file_name, body, actor, created_at)
                        VALUES ($1, $2, 'QUEUED', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""")
                .execute(Tuple.tuple()
                        .addUUID(created.id())
                        .addUUID(created.providerId())
                        .addString(options.format().name())
                        .addString(options.mode().name())
                        .addString(options.onError().name())
                        .addBoolean(options.confirm())
                        .addBoolean(options.dryRun())
                        .addLocalDate(created.effectiveFrom())
                        .addString(created.fileName())
                        .addBuffer(created.body())
                        .addJsonObject(created.actor())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
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

    /** Imports that were taken and never came to an end, the oldest first. */
    static Future<List<UUID>> unfinished(SqlClient client) {
        return client.query("SELECT id FROM import WHERE state IN ('QUEUED', 'RUNNING') ORDER BY created_at")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .toList());
    }

    /** The file and who sent it. */
    record Source(Buffer body, JsonObject actor) {}

    static Future<Source> source(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT body, actor FROM import WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next())
                .map(row -> new Source(row.getBuffer("body"), row.getJsonObject("actor")));
    }

    /** Keeps every other run of this import away until the end of the transaction; false if there is one already. */
    static Future<Boolean> claim(SqlConnection tx, UUID id) {
        return tx.preparedQuery("SELECT pg_try_advisory_xact_lock(hashtextextended('import ' || $1, 0)) AS mine")
                .execute(Tuple.of(id.toString()))
                .map(rows -> rows.iterator().next().getBoolean("mine"));
    }

    /** Ends the wait for a confirmation; false if there is none. */
    static Future<Boolean> leaveWaiting(SqlConnection tx, UUID id, ImportState to, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE import SET state = $2, confirm = false, processed = 0, finished_at = $3,
                                          version = version + 1
                        WHERE id = $1 AND state = 'AWAITING_CONFIRMATION'""")
                .execute(Tuple.of(id, to.name(), to.finished() ? now.atOffset(ZoneOffset.UTC) : null))
                .map(result -> result.rowCount() == 1);
    }

    /** Says how many rows there are and how many of their lines are written. */
    static Future<Void> progress(SqlClient client, UUID id, ParsedFile file, int processed) {
        return client.preparedQuery(
                        """
                        UPDATE import SET state = 'RUNNING', lines = $2, accepted = $3, rejected = $4, warnings = $5,
                                          processed = $6
                        WHERE id = $1 AND state IN ('QUEUED', 'RUNNING')""")
                .execute(Tuple.of(
                        id, file.rows().size(), file.accepted().size(), file.rejected(), file.warnings(), processed))
                .mapEmpty();
    }

    /** What an import came to. */
    record End(ImportState state, Import.Figures figures, @Nullable String failure) {}

    static Future<Void> end(SqlClient client, UUID id, End end, Instant now) {
        Import.Figures figures = end.figures();
        return client.preparedQuery(
                        """
                        UPDATE import SET state = $2, lines = $3, accepted = $4, rejected = $5, warnings = $6,
                               processed = $7, added = $8, kept = $9, ended = $10, failure = $11, finished_at = $12,
                               version = version + 1
                        WHERE id = $1""")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(end.state().name())
                        .addInteger(figures.rows())
                        .addInteger(figures.accepted())
                        .addInteger(figures.rejected())
                        .addInteger(figures.warnings())
                        .addInteger(figures.processed())
                        .addInteger(figures.added())
                        .addInteger(figures.kept())
                        .addInteger(figures.ended())
                        .addString(end.failure())
                        .addOffsetDateTime(end.state().finished() ? now.atOffset(ZoneOffset.UTC) : null))
                .mapEmpty();
    }

    private static List<Import> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Import::of).toList();
    }
}
