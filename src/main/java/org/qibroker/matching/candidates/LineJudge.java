package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Parts;
import org.qibroker.catalog.index.Place;
import org.qibroker.catalog.index.RangePart;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.ConditionRule;
import org.qibroker.matching.criteria.Gates;
import org.qibroker.matching.criteria.KindReading;
import org.qibroker.matching.criteria.MarkRule;
import org.qibroker.matching.criteria.MethodRule;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.shared.Mark;
import org.qibroker.shared.ServiceKind;
import org.qibroker.shared.TextKey;

/**
 * Judges the lines of an item part by part: what a part of a line says is judged once, however many lines say the same.
 * For one thread.
 */
final class LineJudge {
    private final AskedItem item;
    private final MatchContext context;
    private final ScopeState state;
    private final Parts parts;
    private final Gates gates;
    private final KindReading kinds;
    private final Map<Together, Integer> services = new HashMap<>();
    private final Map<QuantityKind, Integer> quantities = new HashMap<>();
    private final Memo<Passed> byService = new Memo<>(this::passed);
    private final Memo<Line.Reading> byRange = new Memo<>(this::reading);
    private final Memo<Capability.Measured> byMeasured;
    private final Memo<Long> byConditions;
    private final Memo<Long> byMethods;
    private final Memo<Long> byTerms = new Memo<>(this::onSite);
    private final Memo<Integer> byDays = new Memo<>(this::days);
    private final Memo<Boolean> byMarks = new Memo<>(this::named);
    private final Memo<Long> byPlace = new Memo<>(this::held);
    private final Memo<Long> byClaim = new Memo<>(this::claimed);
    private final Set<String> marks;
    private final Map<String, String> schemes = new HashMap<>();

    LineJudge(AskedItem item, MatchContext context, ScopeState state, Gates gates) {
        this.item = item;
        this.context = context;
        this.state = state;
        this.parts = state.parts();
        this.gates = gates;
        this.kinds = new KindReading(item);
        this.byMeasured =
                new Memo<>((lines, row) -> kinds.read(whole(lines, row)).measured());
        List<String> named = item.spec().marks();
        this.marks = named == null ? Set.of() : named.stream().map(Mark::key).collect(Collectors.toSet());
        ConditionRule conditions = new ConditionRule(item.units());
        MethodRule methods = new MethodRule(context.reference().equivalences());
        this.byConditions = new Memo<>(
                (lines, row) -> Verdicts.of(List.of(conditions.judge(item.spec().conditions(), whole(lines, row)))));
        this.byMethods = new Memo<>(
                (lines, row) -> Verdicts.of(List.of(methods.judge(item.spec().methods(), whole(lines, row)))));
    }

    private record Passed(long verdicts, int group) {}

    /** What lines are joined by: the same service and parameter, as far as they are not asked. */
    private record Together(@Nullable ServiceKind service, @Nullable String parameter) {}

    private Capability whole(Lines lines, int row) {
        return state.line(lines, row);
    }

    /** A line as it is read for the item. */
    Capability read(Lines lines, int row) {
        Capability line = whole(lines, row);
        return byRange.get(lines.range(row), lines, row).again()
                ? KindReading.measuring(line, again(lines, row))
                : line;
    }

    /** Reading a text again is dear: it is done once for all lines of the same range and uncertainty. */
    private Capability.Measured again(Lines lines, int row) {
        return byMeasured.get(((long) lines.range(row) << 32) | lines.uncertainty(row), lines, row);
    }

    boolean silent(Lines lines, int row) {
        return parts.uncertainties().get(lines.uncertainty(row)).text() == null;
    }

    /** The line, with what is judged of it alone; {@code null} if it does not pass the gates. */
    @Nullable
    Line line(Lines lines, int row) {
        Passed passed = byService.get(lines.service(row), lines, row);
        if (Verdicts.anyNotCovered(passed.verdicts)) {
            return null;
        }
        Line.Reading reading = byRange.get(lines.range(row), lines, row);
        if (Verdicts.anyNotCovered(reading.verdicts())) {
            return null;
        }
        long verdicts = passed.verdicts | reading.verdicts() | terms(lines, row);
        long group = (long) passed.group << 32 | group(reading.kind());
        return new Line(this, lines, row, new Line.Judged(reading, uncertainty(lines, row, reading), verdicts, group));
    }

    private Uncertainty uncertainty(Lines lines, int row, Line.Reading reading) {
        return reading.again()
                ? again(lines, row).uncertainty()
                : parts.uncertainties().get(lines.uncertainty(row)).uncertainty();
    }

    private int group(@Nullable QuantityKind kind) {
        return kind == null ? 0 : quantities.computeIfAbsent(kind, k -> quantities.size() + 1);
    }

    private long terms(Lines lines, int row) {
        long verdicts = byTerms.get(lines.terms(row), lines, row);
        if (asked(item.spec().conditions())) {
            verdicts |= byConditions.get(lines.conditions(row), lines, row);
        }
        if (asked(item.spec().methods())) {
            verdicts |= byMethods.get(lines.methods(row), lines, row);
        }
        if (asked(item.spec().marks())) {
            int days = state.hasPrices(lines, row) ? days(lines, row) : byDays.get(lines.terms(row), lines, row);
            verdicts |=
                    Verdicts.of(Criterion.MARK, mark(lines, row, context.day().plusDays(days)));
        }
        String limitation = parts.limitation(lines.limitation(row));
        return limitation == null || limitation.isBlank()
                ? verdicts
                : verdicts | Verdicts.of(Criterion.LIMITATION, Verdict.UNDECIDABLE);
    }

    private static boolean asked(@Nullable List<?> wanted) {
        return wanted != null && !wanted.isEmpty();
    }

    private Passed passed(Lines lines, int row) {
        Capability line = whole(lines, row);
        Together together = new Together(
                item.spec().serviceKind() != null ? null : line.service().kind(),
                item.parameterAsked() ? null : TextKey.of(line.service().parameter()));
        return new Passed(
                Verdicts.of(gates.ofService(line)), services.computeIfAbsent(together, t -> services.size() + 1));
    }

    private Line.Reading reading(Lines lines, int row) {
        RangePart stated = parts.ranges().get(lines.range(row));
        Capability line = kinds.read(whole(lines, row));
        QuantityKind kind = Line.kindOf(line);
        QuantityRange range = line.measured().range();
        Interval base = Line.baseOf(line, kind);
        boolean again = !Objects.equals(stated.range(), range);
        long gate = item.admits(kind)
                ? Verdicts.of(List.of(gates.quantity(line)))
                : Verdicts.of(Criterion.QUANTITY, Verdict.NOT_COVERED);
        return new Line.Reading(kind, range, base, again, gate);
    }

    private long onSite(Lines lines, int row) {
        return Verdicts.of(
                Criterion.ONSITE,
                LineRules.onSite(item.spec(), whole(lines, row)).verdict());
    }

    /** From the day of work to the day of finish. */
    private int days(Lines lines, int row) {
        LocalDate finish = Offer.lastDay(whole(lines, row), context);
        return Math.toIntExact(ChronoUnit.DAYS.between(context.day(), finish));
    }

    /** The verdict on the marks of a line if the work ends on a day: as {@link MarkRule} says. */
    Verdict mark(Lines lines, int row, LocalDate finish) {
        long last = finish.toEpochDay();
        if (!byMarks.get(lines.marks(row), lines, row) || last > byClaim.get(lines.place(row), lines, row)) {
            return Verdict.NOT_COVERED;
        }
        return last <= byPlace.get(lines.place(row), lines, row) ? Verdict.COVERED : Verdict.UNDECIDABLE;
    }

    /** Whether the line names all marks asked. */
    private boolean named(Lines lines, int row) {
        return parts.marks().get(lines.marks(row)).stream()
                .map(Mark::key)
                .collect(Collectors.toSet())
                .containsAll(marks);
    }

    /** The last day until which the site holds all marks asked from the day of work on; none if it does not. */
    private long held(Lines lines, int row) {
        return until(lines, row, accreditation -> accreditation.holds(context.day(), context.day()));
    }

    /** The same, if what nobody has confirmed yet counted too. */
    private long claimed(Lines lines, int row) {
        return until(
                lines,
                row,
                accreditation -> accreditation.holds(context.day(), context.day())
                        || accreditation.claimed(context.day(), context.day()));
    }

    private long until(Lines lines, int row, Predicate<Accreditation> counts) {
        Place place = parts.places().get(lines.place(row));
        List<Accreditation> all =
                state.provider(place.providerId()).orElseThrow().accreditations();
        long until = Long.MAX_VALUE;
        for (String mark : marks) {
            long longest = Long.MIN_VALUE;
            for (Accreditation accreditation : all) {
                boolean holds = accreditation.siteIds().contains(place.siteId())
                        && counts.test(accreditation)
                        && schemes.computeIfAbsent(accreditation.scheme(), Mark::key)
                                .equals(mark);
                longest = holds ? Math.max(longest, accreditation.to().toEpochDay()) : longest;
            }
            until = Math.min(until, longest);
        }
        return until;
    }

    /** The proof of the gates. */
    List<CriterionResult> gates(Capability line) {
        return gates.results(line);
    }
}
