package org.qibroker.catalog.imports;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.findings.FindingLog;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.shared.Family;

/**
 * A file on its way into a scope.
 *
 * @param figures how many rows it has and what became of them
 * @param progress how much of the work is done, 0 to 1
 * @param failure why it failed, as a code
 * @param sheets names of its sheets where it is a workbook and was read
 * @param encoding how its characters were read, absent where its format leaves no choice, or while it is not read
 * @param basis the change of the scope that it was compared with, absent until it was
 */
public record Import(
        UUID id,
        UUID providerId,
        ImportState state,
        ImportOptions options,
        @Nullable String fileName,
        Figures figures,
        List<String> sheets,
        @Nullable Encoding encoding,
        double progress,
        @Nullable String failure,
        @Nullable Long basis,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    private static final Set<String> OWN_FAILURES =
            Set.of("column-missing", "rows-rejected", "no-row-accepted", "unexpected");

    /**
     * What became of the rows. Of a file that only waits or was a dry run: what would become of them.
     *
     * @param accepted rows that were read as a line: those added, changed and unchanged
     * @param findings how many there are, of which {@link FindingLog#MOST_KEPT} are kept
     * @param ended lines of before that end
     * @param kept lines of before that no row says, and that stay because a row that was rejected may be theirs
     */
    public record Figures(
            int rows,
            int accepted,
            int rejected,
            int warnings,
            int findings,
            int added,
            int changed,
            int unchanged,
            int ended,
            int kept) {
        /** A file of which nothing is known. */
        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** The same with the one finding that kept the file from being read. */
        Figures oneFinding() {
            return new Figures(rows, accepted, rejected, 0, 1, added, changed, unchanged, ended, kept);
        }

        /** Whether the same would become of the scope. */
        boolean sameChange(Figures other) {
            return added == other.added
                    && changed == other.changed
                    && unchanged == other.unchanged
                    && ended == other.ended;
        }
    }

    /** The end of the key of the words for its failure; what keeps a file from being read is said by a finding. */
    public @Nullable String failureWords() {
        return failure == null || OWN_FAILURES.contains(failure) ? failure : "unreadable";
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
                List.of(row.getArrayOfStrings("sheets")),
                encoding(row.getString("read_as")),
                row.getDouble("progress"),
                row.getString("failure"),
                row.getLong("basis"),
                row.getOffsetDateTime("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static ImportOptions options(Row row) {
        String family = row.getString("family");
        return new ImportOptions(
                ImportOptions.Format.valueOf(row.getString("format")),
                ScopeOffer.Mode.valueOf(row.getString("mode")),
                ImportOptions.OnError.valueOf(row.getString("on_error")),
                row.getBoolean("confirm"),
                row.getBoolean("dry_run"),
                row.getLocalDate("effective_from"),
                family == null ? null : Family.valueOf(family),
                encoding(row.getString("encoding")));
    }

    private static @Nullable Encoding encoding(@Nullable String name) {
        return name == null ? null : Encoding.valueOf(name);
    }

    private static Figures figures(Row row) {
        return new Figures(
                row.getInteger("lines"),
                row.getInteger("accepted"),
                row.getInteger("rejected"),
                row.getInteger("warnings"),
                row.getInteger("findings"),
                row.getInteger("added"),
                row.getInteger("changed"),
                row.getInteger("unchanged"),
                row.getInteger("ended"),
                row.getInteger("kept"));
    }
}
