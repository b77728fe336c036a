package org.qibroker.catalog.imports;

import java.util.Map;
import org.qibroker.catalog.imports.changes.Staging;
import org.qibroker.catalog.lines.LineChange.Kind;

/**
 * A file that was read and compared with the scope.
 *
 * @param figures what would become of its rows and of the lines of before
 * @param basis the last change of the scope it was compared with
 * @param unusable whether its header lacks a column without which no row can be read
 */
record Compared(Import.Figures figures, long basis, boolean unusable) {
    /** A basis that no scope has. */
    static final long NEVER = -1;

    static Compared of(Staging.Read read, Map<Kind, Integer> counts, long basis) {
        int added = counts.getOrDefault(Kind.ADDED, 0);
        int changed = counts.getOrDefault(Kind.CHANGED, 0);
        return new Compared(
                new Import.Figures(
                        read.rows(),
                        read.accepted(),
                        read.rejected(),
                        read.findings().warnings(),
                        read.findings().count(),
                        added,
                        changed,
                        read.accepted() - added - changed,
                        counts.getOrDefault(Kind.ENDED, 0),
                        counts.getOrDefault(Kind.KEPT, 0)),
                basis,
                read.unusable());
    }
}
