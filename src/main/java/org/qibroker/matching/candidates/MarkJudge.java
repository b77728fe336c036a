package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Holding;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Located;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.shared.Mark;

/** The verdicts of {@link MarkRule} alone, each part of them worked out once for all lines that have it. For one thread. */
final class MarkJudge {
    private static final long NEVER = Long.MIN_VALUE;
    private static final int NOWHERE = -1;

    private final ScopeState state;
    private final long day;
    private final Set<String> asked;
    private final Memo<Boolean> named = new Memo<>(this::findNamed);
    private int place = NOWHERE;
    private boolean priced;
    private long held;
    private long claimed;

    /** For marks asked of work that begins on a day. */
    MarkJudge(@Nullable List<String> asked, ScopeState state, LocalDate day) {
        this.state = state;
        this.day = day.toEpochDay();
        this.asked = asked == null ? Set.of() : asked.stream().map(Mark::key).collect(Collectors.toSet());
    }

    /** Whether any mark is asked. */
    boolean asked() {
        return !asked.isEmpty();
    }

    /** Whether a line names all marks asked. */
    boolean named(Lines lines, int row) {
        return named.get(lines.marks(row), lines, row);
    }

    private boolean findNamed(Lines lines, int row) {
        return state.parts().marks().get(lines.marks(row)).stream()
                .map(Mark::key)
                .collect(Collectors.toSet())
                .containsAll(asked);
    }

    /** Turns to a site. Lines come site by site, so what was found last is mostly asked for again. */
    void look(int at) {
        if (at != place) {
            Located located = state.at(at);
            Holding[] all = located.holdings();
            place = at;
            priced = located.priced();
            held = until(all, false);
            claimed = until(all, true);
        }
    }

    /** Whether the terms of its lines follow from the prices of its provider, too. */
    boolean priced() {
        return priced;
    }

    /** The last day until which it holds all marks asked from the day of work on; none if it does not. */
    long held() {
        return held;
    }

    /** The same, if what nobody has confirmed yet counted too. */
    long claimed() {
        return claimed;
    }

    private long until(Holding[] all, boolean claims) {
        long until = Long.MAX_VALUE;
        for (String mark : asked) {
            long longest = NEVER;
            for (Holding holding : all) {
                boolean counts = (claims || holding.confirmed())
                        && holding.from() <= day
                        && day <= holding.to()
                        && holding.mark().equals(mark);
                longest = counts ? Math.max(longest, holding.to()) : longest;
            }
            until = Math.min(until, longest);
        }
        return until;
    }
}
