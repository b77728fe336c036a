package org.qibroker.catalog.lines;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeLine;

/**
 * Lines that a provider states.
 *
 * @param importId where they come from, absent where nothing is kept of it
 * @param effectiveFrom first day on which what is said counts
 * @param silent what the lines leave open; where a line is known, it stays as it is known
 */
public record ScopeOffer(
        UUID providerId,
        @Nullable UUID importId,
        Mode mode,
        LocalDate effectiveFrom,
        Set<LineField> silent,
        List<Line> lines) {

    /** Lines that leave nothing open. */
    public ScopeOffer(UUID providerId, @Nullable UUID importId, Mode mode, LocalDate effectiveFrom, List<Line> lines) {
        this(providerId, importId, mode, effectiveFrom, Set.of(), lines);
    }

    /** What becomes of lines that are not among those offered. */
    public enum Mode {
        /** They stay. */
        ADD,
        /** They end. */
        REPLACE
    }

    /**
     * One line.
     *
     * @param row tells it from the others
     * @param from first day it holds
     * @param to last day it holds, absent where no end is known
     */
    public record Line(int row, ScopeLine line, LocalDate from, @Nullable LocalDate to) {}

    /**
     * What came of it.
     *
     * @param ids the line that each line offered became or already was, by its row
     */
    public record Outcome(int added, int changed, int unchanged, int ended, Map<Integer, UUID> ids) {}
}
