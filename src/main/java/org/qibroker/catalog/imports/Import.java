package org.qibroker.catalog.imports;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeOffer;

/**
 * A file on its way into a scope.
 *
 * @param figures how many rows it has and what became of them
 * @param failure why it failed, the end of a message key {@code catalog.import.failure.…}
 */
public record Import(
        UUID id,
        UUID providerId,
        ImportState state,
        ImportOptions options,
        @Nullable String fileName,
        Figures figures,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /**
     * What became of the rows.
     *
     * @param processed rows whose lines are written so far
     * @param kept accepted rows whose line was there already
     * @param ended lines of before that end
     */
    public record Figures(
            int rows, int accepted, int rejected, int warnings, int processed, int added, int kept, int ended) {}

    /** How much of the work is done, 0 to 1. */
    public double progress() {
        if (state.finished() || state == ImportState.AWAITING_CONFIRMATION) {
            return 1;
        }
        return figures.accepted() == 0 ? 0 : (double) figures.processed() / figures.accepted();
    }

    static Import of(Row row) {
        OffsetDateTime finished = row.getOffsetDateTime("finished_at");
        return new Import(
                row.getUUID("id"),
                row.getUUID("provider_id"),
                ImportState.valueOf(row.getString("state")),
                options(row),
                row.getString("file_name"),
                figures(row),
                row.getString("failure"),
                row.getOffsetDateTime("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static ImportOptions options(Row row) {
        return new ImportOptions(
                ImportOptions.Format.valueOf(row.getString("format")),
                ScopeOffer.Mode.valueOf(row.getString("mode")),
                ImportOptions.OnError.valueOf(row.getString("on_error")),
                row.getBoolean("confirm"),
                row.getBoolean("dry_run"),
                row.getLocalDate("effective_from"));
    }

    private static Figures figures(Row row) {
        return new Figures(
                row.getInteger("lines"),
                row.getInteger("accepted"),
                row.getInteger("rejected"),
                row.getInteger("warnings"),
                row.getInteger("processed"),
                row.getInteger("added"),
                row.getInteger("kept"),
                row.getInteger("ended"));
    }
}
