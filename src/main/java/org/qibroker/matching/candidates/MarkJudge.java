package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Located;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.MarkRule;
import org.qibroker.shared.Mark;

/** The verdicts of {@link MarkRule} alone, each part of them worked out once for all lines that have it. For one thread. */
final class MarkJudge {
    private static final long NEVER = Long.MIN_VALUE;

    private final ScopeState state;
    private final LocalDate day;
    private final Set<String> asked;
    private final Memo<Boolean> named = new Memo<>(this::findNamed);
    private final Memo<Long> held = new Memo<>(this::findHeld);
    private final Memo<Long> claimed = new Memo<>(this::findClaimed);
    private final Map<String, String> schemes = new HashMap<>();

    /** For marks asked of work that begins on a day. */
    MarkJudge(@Nullable List<String> asked, ScopeState state, LocalDate day) {
        this.state = state;
        this.day = day;
        this.asked = asked == null ? Set.of() : asked.stream().map(Mark::key).collect(Collectors.toSet());
    }

    /** Whether any mark is asked. */
    boolean asked() {
        return !asked.isEmpty();
    }

    /** The verdict on the marks of a line if the work ends on a day. */
    Verdict mark(Lines lines, int row, LocalDate finish) {
        long last = finish.toEpochDay();
        if (!named(lines, row)) {
            return Verdict.NOT_COVERED;
        }
        return last <= held(lines, row)
                ? Verdict.COVERED
                : last <= claimed(lines, row) ? Verdict.UNDECIDABLE : Verdict.NOT_COVERED;
    }

    /** Whether a line names all marks asked. */
    boolean named(Lines lines, int row) {
        return named.get(lines.marks(row), lines, row);
    }

    /** The last day until which the site of a line holds all marks asked from the day of work on; none if it does not. */
    long held(Lines lines, int row) {
        return held.get(lines.place(row), lines, row);
    }

    /** The same, if what nobody has confirmed yet counted too. */
    long claimed(Lines lines, int row) {
        return claimed.get(lines.place(row), lines, row);
    }

    private boolean findNamed(Lines lines, int row) {
        return state.parts().marks().get(lines.marks(row)).stream()
                .map(Mark::key)
                .collect(Collectors.toSet())
                .containsAll(asked);
    }

    private long findHeld(Lines lines, int row) {
        return until(lines, row, accreditation -> accreditation.holds(day, day));
    }

    private long findClaimed(Lines lines, int row) {
        return until(lines, row, accreditation -> accreditation.holds(day, day) || accreditation.claimed(day, day));
    }

    private long until(Lines lines, int row, Predicate<Accreditation> counts) {
        Located place = state.at(lines.place(row));
        UUID site = place.site().id();
        List<Accreditation> all = place.provider().accreditations();
        long until = Long.MAX_VALUE;
        for (String mark : asked) {
            long longest = NEVER;
            for (Accreditation accreditation : all) {
                boolean holds = key(accreditation.scheme()).equals(mark)
                        && accreditation.siteIds().contains(site)
                        && counts.test(accreditation);
                longest = holds ? Math.max(longest, accreditation.to().toEpochDay()) : longest;
            }
            until = Math.min(until, longest);
        }
        return until;
    }

    private String key(String scheme) {
        return schemes.computeIfAbsent(scheme, Mark::key);
    }
}
