package org.qibroker.catalog.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeOffer;

/**
 * How a file is to be taken.
 *
 * @param mode whether lines that are not in the file end
 * @param onError what one rejected row means for the others
 * @param confirm whether the lines wait for a confirmation
 * @param dryRun whether only to report
 * @param effectiveFrom first day of lines that name none, today where absent
 */
public record ImportOptions(
        Format format,
        ScopeOffer.Mode mode,
        OnError onError,
        boolean confirm,
        boolean dryRun,
        @Nullable LocalDate effectiveFrom) {

    /** A CSV file whose lines are added as far as they can be. */
    public static final ImportOptions CSV =
            new ImportOptions(Format.CSV, ScopeOffer.Mode.ADD, OnError.ACCEPT_GOOD, false, false, null);

    /** What a file is. */
    public enum Format {
        /** Comma-separated values. */
        CSV,
        /** {@code {"lines": […]}}. */
        JSON
    }

    /** What one rejected row means for the others. */
    public enum OnError {
        /** The others are published. */
        ACCEPT_GOOD,
        /** None is published. */
        ALL_OR_NOTHING
    }

    /** The same, only to report. */
    public ImportOptions asDryRun() {
        return new ImportOptions(format, mode, onError, confirm, true, effectiveFrom);
    }
}
