package org.qibroker.catalog.imports.columns;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;

/**
 * What the headings of a provider's files mean where somebody has said so; every other heading is known by its name or
 * not at all.
 *
 * @param chosen the column of a heading, empty where the heading is to be passed over
 * @param family of all lines of a file that has no column for it, absent where nobody said so
 */
public record ColumnMapping(Map<String, Optional<Column>> chosen, @Nullable Family family) {
    /** Headings go by their names. */
    public static final ColumnMapping NONE = new ColumnMapping(Map.of());

    /** Headings that differ in blanks, width or case only are the same heading. */
    public ColumnMapping {
        Map<String, Optional<Column>> byKey = new HashMap<>();
        chosen.forEach((heading, column) -> byKey.put(TextKey.of(heading), column));
        chosen = Map.copyOf(byKey);
    }

    /** What headings mean, of a file that tells the family of its lines itself. */
    public ColumnMapping(Map<String, Optional<Column>> chosen) {
        this(chosen, null);
    }

    /** The same for lines of a family. */
    public ColumnMapping forAll(@Nullable Family stated) {
        return new ColumnMapping(chosen, stated);
    }

    /** Whether somebody has said what a heading means. */
    public boolean knows(String heading) {
        return chosen.containsKey(TextKey.of(heading));
    }

    /** What a heading means: as somebody said, else by its name. */
    public ColumnNames.Guess of(String heading) {
        Optional<Column> said = chosen.get(TextKey.of(heading));
        ColumnNames.Guess guess = ColumnNames.of(heading);
        return said == null ? guess : new ColumnNames.Guess(said.orElse(null), true, said.isEmpty(), guess.unit());
    }
}
