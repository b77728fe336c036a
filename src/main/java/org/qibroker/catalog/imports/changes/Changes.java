package org.qibroker.catalog.imports.changes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.catalog.imports.Import;
import org.qibroker.catalog.imports.ImportWatch;
import org.qibroker.catalog.imports.findings.FindingLog;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.platform.Platform;
import org.qibroker.platform.database.LongWork;

/** What imports would change, and its way into the scope. */
public final class Changes {
    private final Platform platform;

    /** Kept in the platform's database. */
    public Changes(Platform platform) {
        this.platform = platform;
    }

    /** Forgets what an import would change, and what all but the latest imports of its provider changed. */
    public Future<Void> clear(Import asked) {
        return platform.database().separately(tx -> ChangeRepository.clear(tx, asked));
    }

    /** Which change of the scope was the last one; 0 before the first. */
    public static Future<Long> basis(SqlClient client, UUID provider) {
        return ChangeRepository.basis(client, provider);
    }

    /** Whether no line of a provider holds on or after a day. */
    public Future<Boolean> blank(UUID provider, LocalDate from) {
        return platform.database().read(client -> ChangeRepository.blank(client, provider, from));
    }

    /** How many changes are kept of an import. */
    public Future<Integer> count(UUID importId) {
        return platform.database().read(client -> ChangeRepository.count(client, importId));
    }

    /** Changes of an import after one, by kind and number. */
    public Future<List<ImportChange>> page(UUID importId, ChangePlace after, int limit) {
        return platform.database().read(client -> ChangeRepository.page(client, importId, after, limit));
    }

    /**
     * Compares the rows that were read with what is believed, and keeps what becomes of each line. Blocks.
     *
     * @return how many lines became what; what is kept for a rejected row is added to the findings
     */
    public Map<LineChange.Kind, Integer> compare(Connection own, Import asked, Staging.Read read, ImportWatch watch)
            throws Exception {
        try (Comparison comparison = new Comparison(asked, read.silent(), platform.ids(), own)) {
            LongWork.await(platform.database().separately(tx -> ChangeRepository.both(tx, asked)
                    .compose(both -> comparison.all(both, platform.vertx(), watch))));
            Map<LineChange.Kind, Integer> counts = comparison.finish();
            if (read.rejected() > 0 && counts.containsKey(LineChange.Kind.ENDED)) {
                keep(asked, counts, read.findings());
            }
            LongWork.await(platform.database().separately(tx -> ChangeRepository.forgetSaid(tx, asked.id())));
            return counts;
        }
    }

    /** A line that would end because its row could not be read stays. */
    private void keep(Import asked, Map<LineChange.Kind, Integer> counts, FindingLog findings) throws Exception {
        int kept = LongWork.await(platform.database().separately(tx -> KeptRepository.keep(tx, asked.id())));
        if (kept > 0) {
            counts.merge(LineChange.Kind.ENDED, -kept, Integer::sum);
            counts.put(LineChange.Kind.KEPT, kept);
            LongWork.await(platform.database()
                            .read(client -> KeptRepository.findings(client, asked.id(), FindingLog.MOST_KEPT)))
                    .forEach(findings::add);
        }
    }

    /** Puts what changes in place of what was believed. */
    public static Future<Void> state(
            SqlConnection tx, Import asked, Import.Figures read, Instant now, ImportWatch watch) {
        return new Stating(asked, read, now, watch).all(tx);
    }
}
