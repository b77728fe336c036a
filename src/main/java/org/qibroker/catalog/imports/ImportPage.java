package org.qibroker.catalog.imports;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.changes.ImportChange;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.findings.FindingLog;
import org.qibroker.catalog.lines.LineChange.Kind;
import org.qibroker.shared.Page;

/**
 * What the page of one import shows.
 *
 * @param kind of which kind the changes are
 */
public record ImportPage(Import taken, Kind kind, Part<ImportChange> changes, Part<Shown> findings) {
    private static final Set<String> DOUBTFUL = Set.of("column-assumed", "column-twice", "column-missing");

    /** A finding in the reader's language. */
    public record Shown(Finding finding, String message) {
        /** The column's key in the contract, absent where the finding is about none or one of the file's own. */
        public @Nullable String knownColumn() {
            String column = finding.column();
            return column == null ? null : Column.ofKey(column).map(Column::key).orElse(null);
        }
    }

    /**
     * Some of a list.
     *
     * @param more where the next are, absent at the end
     */
    public record Part<T>(List<T> items, @Nullable String more) {
        static <T> Part<T> empty() {
            return new Part<>(List.of(), null);
        }

        static <S, T> Part<T> of(Page<S> page, String url, Function<S, T> shown) {
            String more = page.nextCursor() == null ? null : url + "&cursor=" + page.nextCursor();
            return new Part<>(page.items().stream().map(shown).toList(), more);
        }
    }

    /** The kind that is worth looking at first. */
    static Kind firstKind(Import taken) {
        return Stream.of(Kind.KEPT, Kind.CHANGED, Kind.ADDED, Kind.ENDED)
                .filter(kind -> count(taken, kind) > 0)
                .findFirst()
                .orElse(Kind.UNCHANGED);
    }

    /** How many lines there are of a kind. */
    public int count(Kind wanted) {
        return count(taken, wanted);
    }

    private static int count(Import taken, Kind wanted) {
        Import.Figures figures = taken.figures();
        return switch (wanted) {
            case ADDED -> figures.added();
            case CHANGED -> figures.changed();
            case ENDED -> figures.ended();
            case KEPT -> figures.kept();
            case UNCHANGED -> figures.unchanged();
        };
    }

    /** Whether some of its headings should be looked at. */
    public boolean doubtfulHeadings() {
        return findings.items().stream().map(shown -> shown.finding().code()).anyMatch(DOUBTFUL::contains);
    }

    /** Whether its characters may be written otherwise than they were read, or could not be read at all. */
    public boolean doubtfulEncoding() {
        return findings.items().stream()
                .map(shown -> shown.finding().code())
                .anyMatch(code -> code.startsWith("encoding-"));
    }

    /** Whether it is text, whose characters may be read in several ways. */
    public boolean text() {
        return taken.encoding() != null || doubtfulEncoding();
    }

    /** Whether the file was compared with the scope. */
    public boolean compared() {
        return taken.basis() != null;
    }

    /** Whether more was found than is kept. */
    public boolean findingsCut() {
        return taken.figures().findings() > FindingLog.MOST_KEPT;
    }

    /** How many findings are kept at most. */
    public int findingsKept() {
        return FindingLog.MOST_KEPT;
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
