package org.qibroker.catalog.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.Sheet.Heading;
import org.qibroker.shared.TextKey;

/**
 * What the headings of a provider's files mean where somebody has said so; every other heading is known by its name or
 * not at all.
 *
 * @param chosen the column of a heading, empty where the heading is to be passed over
 */
record ColumnMapping(Map<String, Optional<Column>> chosen) {
    /** Headings go by their names. */
    static final ColumnMapping NONE = new ColumnMapping(Map.of());

    /** Headings that differ in blanks, width or case only are the same heading. */
    ColumnMapping {
        Map<String, Optional<Column>> byKey = new HashMap<>();
        chosen.forEach((heading, column) -> byKey.put(TextKey.of(heading), column));
        chosen = Map.copyOf(byKey);
    }

    /**
     * The columns of a header, in its order. A heading that is not known, a column that is there twice and one that is
     * missing although no row can be read without it are findings.
     */
    List<Heading> headings(List<String> names, List<Finding> findings) {
        Set<Column> seen = EnumSet.noneOf(Column.class);
        List<Heading> headings = new ArrayList<>();
        names.forEach(name -> headings.add(new Heading(name, column(name, seen, findings))));
        for (Column column : Column.values()) {
            if (column.required() && !seen.contains(column)) {
                findings.add(Finding.error(1, column, "column-missing", null, column.chinese() + " / " + column.key()));
            }
        }
        return headings;
    }

    private @Nullable Column column(String name, Set<Column> seen, List<Finding> findings) {
        Optional<Column> said = chosen.get(TextKey.of(name));
        Column column = (said == null ? Column.named(name) : said).orElse(null);
        if (column == null && said == null) {
            findings.add(new Finding(1, name, Finding.Severity.WARNING, "unknown-column", List.of(name), null));
        } else if (column != null && !seen.add(column)) {
            findings.add(new Finding(1, name, Finding.Severity.WARNING, "column-twice", List.of(name), null));
            return null;
        }
        return column;
    }
}
