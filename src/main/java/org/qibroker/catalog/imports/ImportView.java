package org.qibroker.catalog.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.lines.ScopeOffer;

/** An import as the contract shows it. */
public record ImportView(
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
        int added,
        int changed,
        int unchanged,
        int ended,
        int kept,
        int findings,
        double progress,
        LocalDate effectiveFrom,
        @Nullable Encoding encoding,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public static ImportView of(Import taken) {
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
                taken.figures().added(),
                taken.figures().changed(),
                taken.figures().unchanged(),
                taken.figures().ended(),
                taken.figures().kept(),
                taken.figures().findings(),
                taken.progress(),
                Objects.requireNonNull(taken.options().effectiveFrom()),
                taken.encoding(),
                taken.failure(),
                taken.createdAt(),
                taken.finishedAt());
    }

    /** A finding with its text. */
    record FindingView(
            @Nullable String sheet,
            int row,
            @Nullable String column,
            Finding.Severity severity,
            String code,
            String message,
            @Nullable String value) {
        static FindingView of(Finding finding, String message) {
            return new FindingView(
                    finding.sheet(),
                    finding.row(),
                    finding.column(),
                    finding.severity(),
                    finding.code(),
                    message,
                    finding.value());
        }
    }
}
