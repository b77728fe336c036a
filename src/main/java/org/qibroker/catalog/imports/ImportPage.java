package org.qibroker.catalog.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one import shows.
 *
 * @param total how many findings there are in all
 * @param more where the next findings are, absent at the end
 */
public record ImportPage(Import taken, List<Shown> findings, long total, @Nullable String more) {
    /** A finding in the reader's language. */
    public record Shown(Finding finding, String message) {}

    /** Whether something still happens without anybody's doing. */
    public boolean working() {
        return taken.state() == ImportState.QUEUED || taken.state() == ImportState.RUNNING;
    }

    /** Progress in percent. */
    public int percent() {
        return (int) Math.round(taken.progress() * 100);
    }

    /** The tone of a badge for a severity. */
    public static String tone(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> "red";
            case WARNING -> "yellow";
            case INFO -> "blue";
        };
    }
}
