package org.qibroker.catalog.imports.columns;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A heading of a file, with what it is taken for and some of what stands under it.
 *
 * @param column key of the column it is taken for, absent where it is passed over
 * @param samples the first few different cells
 */
public record SeenColumn(String heading, @Nullable String column, State state, List<String> samples) {
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 80;

    /** How it is known what a heading means. */
    public enum State {
        /** By its name. */
        KNOWN,
        /** The provider has said so. */
        REMEMBERED,
        /** A word in it says so, which may be wrong. */
        ASSUMED,
        /** As well as one before it, so that it is passed over. */
        TWICE,
        /** Not at all. */
        UNKNOWN
    }

    /** A heading with some of what stands in its column. */
    static SeenColumn of(String name, ColumnMapping mapping, Stream<String> cells) {
        List<String> samples = cells.map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .map(cell -> cell.substring(0, Math.min(LONGEST_SAMPLE, cell.length())))
                .distinct()
                .limit(SAMPLES)
                .toList();
        ColumnNames.Guess guess = mapping.of(name);
        Column column = guess.column();
        State state = mapping.knows(name)
                ? State.REMEMBERED
                : guess.sure() ? State.KNOWN : column == null ? State.UNKNOWN : State.ASSUMED;
        return new SeenColumn(name, column == null ? null : column.key(), state, samples);
    }

    /** The same of a heading whose column another one is already. */
    SeenColumn twice() {
        return new SeenColumn(heading, null, State.TWICE, samples);
    }

    /** Whether somebody should look at it. */
    public boolean doubtful() {
        return state == State.ASSUMED || state == State.TWICE;
    }
}
