package org.qibroker.catalog.imports;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.imports.ImportRepository.End;
import org.qibroker.catalog.imports.changes.Changes;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.catalog.lines.ScopeWriter;
import org.qibroker.platform.Platform;
import org.qibroker.platform.database.LongWork;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;

/** What is done with a file once it was compared: reported, kept waiting, or published in one transaction. */
final class Publication {
    private final Platform platform;
    private final Catalog catalog;
    private final ScopeWriter writer;

    Publication(Platform platform, Catalog catalog) {
        this.platform = platform;
        this.catalog = catalog;
        this.writer = new ScopeWriter(platform, catalog);
    }

    /** That the scope changed after the file was compared with it. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Brings an import to its end, or to where someone has to confirm it. Blocks.
     *
     * @throws Overtaken if it has to be compared anew
     * @throws ImportWatch.GivenUp if someone gave it up
     */
    void decide(Import asked, Compared compared, Caller caller, ImportWatch watch) throws Exception {
        End end = end(asked, compared);
        if (end.state() == ImportState.DONE && !asked.options().dryRun()) {
            LongWork.await(platform.database().separately(tx -> publish(tx, asked, compared, caller, watch)));
        } else {
            LongWork.await(platform.database().separately(tx -> end(tx, asked, end, caller)));
        }
    }

    private static End end(Import asked, Compared compared) {
        Import.Figures figures = compared.figures();
        boolean all = asked.options().onError() == ImportOptions.OnError.ALL_OR_NOTHING;
        if (compared.unusable()) {
            return new End(ImportState.FAILED, figures, "column-missing", null);
        }
        if (all && figures.rejected() > 0) {
            return new End(ImportState.FAILED, figures, "rows-rejected", null);
        }
        if (endsAllForNothing(asked, figures)) {
            return new End(ImportState.FAILED, figures, "no-row-accepted", null);
        }
        boolean confirmed = asked.basis() != null && asked.figures().sameChange(figures);
        boolean waits =
                asked.options().confirm() && !confirmed && !asked.options().dryRun();
        ImportState state = waits ? ImportState.AWAITING_CONFIRMATION : ImportState.DONE;
        return new End(state, figures, null, compared.basis());
    }

    /** Whether a file of which no row could be read would take the place of a scope. */
    private static boolean endsAllForNothing(Import asked, Import.Figures figures) {
        return asked.options().mode() == ScopeOffer.Mode.REPLACE
                && figures.accepted() == 0
                && figures.rejected() > 0
                && figures.ended() + figures.kept() > 0;
    }

    private Future<Void> publish(SqlConnection tx, Import asked, Compared compared, Caller caller, ImportWatch watch) {
        Instant now = platform.clock().instant();
        Import.Figures figures = compared.figures();
        return catalog.open(tx, asked.providerId(), caller)
                .compose(opened -> Changes.basis(tx, asked.providerId()))
                .map(basis -> unchanged(basis, compared))
                .compose(same -> Changes.state(tx, asked, figures, now, watch))
                .compose(done -> writer.tell(tx, offer(asked), outcome(figures), caller))
                .compose(done -> end(tx, asked, new End(ImportState.DONE, figures, null, compared.basis()), caller));
    }

    private static Void unchanged(long basis, Compared compared) {
        if (basis != compared.basis()) {
            throw new Overtaken();
        }
        return null;
    }

    private static ScopeOffer offer(Import asked) {
        LocalDate from = Objects.requireNonNull(asked.options().effectiveFrom());
        return new ScopeOffer(asked.providerId(), asked.id(), asked.options().mode(), from, List.of());
    }

    private static ScopeOffer.Outcome outcome(Import.Figures figures) {
        return new ScopeOffer.Outcome(
                figures.added(), figures.changed(), figures.unchanged(), figures.ended(), Map.of());
    }

    /** Writes how far an import came and says so in the event log; fails if it was given up meanwhile. */
    Future<Void> end(SqlConnection tx, Import asked, End end, Caller caller) {
        return ImportRepository.end(tx, asked.id(), end, platform.clock().instant())
                .compose(
                        ended -> ended ? tell(tx, asked, end, caller) : Future.failedFuture(new ImportWatch.GivenUp()));
    }

    private Future<Void> tell(SqlConnection tx, Import asked, End end, Caller caller) {
        String type =
                switch (end.state()) {
                    case AWAITING_CONFIRMATION -> "import-read";
                    case FAILED -> "import-failed";
                    default -> "import-finished";
                };
        Map<String, Object> data = Map.of(
                "providerId", asked.providerId(), "dryRun", asked.options().dryRun(), "figures", end.figures());
        Set<UUID> parties = Set.of(asked.providerId());
        return platform.events()
                .append(tx, new Change(Imports.EVENTS, asked.id(), type, caller, parties, data))
                .mapEmpty();
    }
}
