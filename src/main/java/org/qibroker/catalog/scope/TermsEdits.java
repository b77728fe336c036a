package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.lines.LineEdits;
import org.qibroker.catalog.lines.VersionedLine;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** Prices and turnaround of many lines at once. */
public final class TermsEdits {
    private static final PageRequest EXAMPLES = new PageRequest(20, null);

    private final Platform platform;
    private final Catalog catalog;
    private final ScopeTable table;
    private final LineEdits edits;

    /** Changes the lines of a catalog. */
    public TermsEdits(Platform platform, Catalog catalog, ScopeTable table) {
        this.platform = platform;
        this.catalog = catalog;
        this.table = table;
        this.edits = new LineEdits(platform, catalog);
    }

    /**
     * What would change.
     *
     * @param lines how many lines the filter finds
     * @param examples the first of them as they are
     */
    public record Preview(long lines, List<VersionedLine> examples) {}

    /** What a filter finds; nothing changes. */
    public Future<Preview> preview(UUID provider, ScopeFilter filter, Caller caller) {
        return allowed(provider, caller)
                .compose(allowed -> table.lines(provider, filter, EXAMPLES, caller))
                .map(TermsEdits::preview);
    }

    private static Preview preview(Page<VersionedLine> found) {
        return new Preview(found.total() == null ? 0 : found.total(), found.items());
    }

    /**
     * Puts all lines that a filter finds on other terms from today on, all or none.
     *
     * @param seen how many lines were to be changed when it was asked for
     * @return how many lines did change; fails with CONFLICT if the filter finds more or fewer by now
     */
    public Future<Integer> apply(UUID provider, ScopeFilter filter, TermsChange change, long seen, Caller caller) {
        if (change.empty()) {
            return Future.failedFuture(Refusal.badInput("/price", "terms-empty"));
        }
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .compose(opened -> table.ids(provider, filter, caller))
                .compose(ids -> ids.size() == seen
                        ? edits.alterAll(tx, provider, ids, change::on, caller)
                        : Future.failedFuture(Refusal.conflict("lines-changed-meanwhile"))));
    }

    private static Future<Void> allowed(UUID provider, Caller caller) {
        return Catalog.mayChange(provider, caller)
                ? Future.succeededFuture()
                : Future.failedFuture(Refusal.forbidden());
    }
}
