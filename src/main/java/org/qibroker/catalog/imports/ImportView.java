package org.qibroker.catalog.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeOffer;

/** An import as the contract shows it. */
record ImportView(
        UUID id,
        UUID providerId,
        @Nullable String fileName,
        ScopeOffer.Mode mode,
        ImportOptions.OnError onError,
        boolean dryRun,
        ImportState state,
        int rows,
        int accepted,
        int rejected,
        double progress,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static ImportView of(Import taken) {
        return new ImportView(
                taken.id(),
                taken.providerId(),
                taken.fileName(),
                taken.options().mode(),
                taken.options().onError(),
                taken.options().dryRun(),
                taken.state(),
                taken.figures().rows(),
                taken.figures().accepted(),
                taken.figures().rejected(),
                taken.progress(),
                taken.createdAt(),
                taken.finishedAt());
    }

    /** A finding with its text. */
    record FindingView(
            int row,
            @Nullable String column,
            Finding.Severity severity,
            String code,
            String message,
            @Nullable String value) {
        static FindingView of(Finding finding, String message) {
            return new FindingView(
                    finding.row(), finding.column(), finding.severity(), finding.code(), message, finding.value());
        }
    }
}
