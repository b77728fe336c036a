package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Parts;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.ConditionRule;
import org.qibroker.matching.criteria.Gates;
import org.qibroker.matching.criteria.KindReading;
import org.qibroker.matching.criteria.MethodRule;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.shared.ServiceKind;
import org.qibroker.shared.TextKey;

/**
 * Judges the lines of an item part by part: what a part of a line says is judged once, however many lines say the same.
 * For one thread.
 */
final class LineJudge {
    private static final long AGAIN = 1L << 62;

    private final AskedItem item;
    private final MatchContext context;
    private final ScopeState state;
    private final Parts parts;
    private final Gates gates;
    private final KindReading kinds;
    private final MarkJudge marks;
    private final Map<Together, Integer> services = new HashMap<>();
    private final Map<@Nullable QuantityKind, Kind> quantities = new HashMap<>();
    private final List<Kind> kindsByNumber = new ArrayList<>();
    private final Memo<Passed> byService = new Memo<>(this::judgeService);
    private final Memo<Reading> byRange = new Memo<>(this::understandRange);
    private final Memo<Capability.Measured> byMeasured;
    private final Memo<Long> byConditions;
    private final Memo<Long> byMethods;
    private final Memo<Days> daysByTerms = new Memo<>((lines, row) -> daysOf(terms(lines, row)));
    private final Memo<Offer> offersByTerms = new Memo<>(this::offered);
    private final Map<Work, Days> days = new HashMap<>();

    LineJudge(AskedItem item, MatchContext context, ScopeState state, Gates gates) {
        ItemSpec spec = item.spec();
        this.item = item;
        this.context = context;
        this.state = state;
        this.parts = state.parts();
        this.gates = gates;
        this.kinds = new KindReading(item);
        this.marks = new MarkJudge(spec.marks(), state, context.day());
        this.byMeasured =
                new Memo<>((lines, row) -> kinds.read(said(lines, row)).measured());
        ConditionRule conditions = new ConditionRule(item.units());
        MethodRule methods = new MethodRule(context.reference().equivalences());
        this.byConditions =
                new Memo<>((lines, row) -> Verdicts.of(List.of(conditions.judge(spec.conditions(), said(lines, row)))));
        this.byMethods =
                new Memo<>((lines, row) -> Verdicts.of(List.of(methods.judge(spec.methods(), said(lines, row)))));
    }

    /**
     * How a service passes the gates.
     *
     * @param group lines of the same number may be joined
     */
    record Passed(long verdicts, int group) {}

    /** What lines are joined by: the same service and parameter, as far as they are not asked. */
    private record Together(@Nullable ServiceKind service, @Nullable String parameter) {}

    /** What is asked of lines of one kind, and what they state. */
    private static final class Kind {
        private final int number;
        private final KindAsked asked;
        private final Memo<Stated> stated;

        Kind(int number, KindAsked asked, Memo.Work<Stated> work) {
            this.number = number;
            this.asked = asked;
            this.stated = new Memo<>(work);
        }
    }

    /** The line as it says itself; what follows from its provider's prices is not seen. */
    private Capability said(Lines lines, int row) {
        return parts.line(lines, row);
    }

    /** A line as it is read for the item. */
    Capability read(Lines lines, int row) {
        Capability line = state.line(lines, row);
        return reading(lines, row).again() ? KindReading.measuring(line, again(lines, row)) : line;
    }

    /** Reading a text again is dear: it is done once for all lines of the same range and uncertainty. */
    private Capability.Measured again(Lines lines, int row) {
        return byMeasured.get(pair(lines, row), lines, row);
    }

    private static long pair(Lines lines, int row) {
        return ((long) lines.range(row) << 32) | lines.uncertainty(row);
    }

    boolean silent(Lines lines, int row) {
        return parts.uncertainties().get(lines.uncertainty(row)).text() == null;
    }

    /** The terms of a line, without reading its texts where that is not needed. */
    Capability.Terms terms(Lines lines, int row) {
        return priced(lines, row) ? state.line(lines, row).terms() : parts.terms(lines, row);
    }

    /** What is asked of lines of a kind. */
    KindAsked asked(@Nullable QuantityKind kind) {
        return kind(kind).asked;
    }

    private Kind kind(@Nullable QuantityKind kind) {
        Kind known = quantities.get(kind);
        if (known == null) {
            KindAsked asked = KindAsked.of(item, kind);
            known = new Kind(quantities.size(), asked, (lines, row) -> state(asked, lines, row));
            quantities.put(kind, known);
            kindsByNumber.add(known);
        }
        return known;
    }

    private Stated state(KindAsked asked, Lines lines, int row) {
        return asked.stated(
                reading(lines, row).again()
                        ? again(lines, row).uncertainty()
                        : parts.uncertainties().get(lines.uncertainty(row)).uncertainty());
    }

    /** The uncertainty of a line in the terms asked. */
    Stated stated(Lines lines, int row, Reading reading) {
        long number = reading.again() ? AGAIN | pair(lines, row) : lines.uncertainty(row);
        return kindsByNumber.get(reading.group()).stated.get(number, lines, row);
    }

    /** How the service of a line passes the gates. */
    Passed passed(Lines lines, int row) {
        return byService.get(lines.service(row), lines, row);
    }

    private Passed judgeService(Lines lines, int row) {
        Capability line = said(lines, row);
        Together together = new Together(
                item.spec().serviceKind() != null ? null : line.service().kind(),
                item.parameterAsked() ? null : TextKey.of(line.service().parameter()));
        return new Passed(
                Verdicts.of(gates.ofService(line)), services.computeIfAbsent(together, t -> services.size() + 1));
    }

    /** How quantity and range of a line are understood. */
    Reading reading(Lines lines, int row) {
        return byRange.get(lines.range(row), lines, row);
    }

    private Reading understandRange(Lines lines, int row) {
        Capability line = kinds.read(said(lines, row));
        QuantityKind kind = Line.kindOf(line);
        QuantityRange range = line.measured().range();
        Interval base = Line.baseOf(line, kind);
        boolean again = !Objects.equals(parts.ranges().get(lines.range(row)).range(), range);
        long gate = item.admits(kind)
                ? Verdicts.of(List.of(gates.quantity(line)))
                : Verdicts.of(Criterion.QUANTITY, Verdict.NOT_COVERED);
        Kind own = kind(kind);
        Span span = base == null ? null : Span.of(base);
        Span plain = span == null ? null : own.asked.plain();
        boolean meets = span != null && plain != null && span.meets(plain);
        boolean covers = span != null && plain != null && span.covers(plain);
        return new Reading(kind, range, base, span, again, gate, own.number, meets, covers);
    }

    /** The verdict on the conditions. */
    long conditions(Lines lines, int row) {
        return byConditions.get(lines.conditions(row), lines, row);
    }

    /** The verdict on the methods. */
    long methods(Lines lines, int row) {
        return byMethods.get(lines.methods(row), lines, row);
    }

    /** The verdict on work at the customer's place. */
    long onSite(Lines lines, int row) {
        return Verdicts.of(
                Criterion.ONSITE,
                LineRules.onSite(item.spec(), said(lines, row)).verdict());
    }

    /** The verdict on the limitation, which is open whatever is asked. */
    long limitation(Lines lines, int row) {
        String limitation = parts.limitation(lines.limitation(row));
        return limitation == null || limitation.isBlank()
                ? Verdicts.NONE
                : Verdicts.of(Criterion.LIMITATION, Verdict.UNDECIDABLE);
    }

    /** What decides when work can be done. */
    private record Work(@Nullable UUID resource, @Nullable Integer days) {}

    /** When work on a line can be done. */
    Days days(Lines lines, int row) {
        return priced(lines, row) ? daysOf(terms(lines, row)) : daysByTerms.get(lines.terms(row), lines, row);
    }

    private Days daysOf(Capability.Terms terms) {
        return days.computeIfAbsent(
                new Work(terms.resourceId(), terms.turnaroundDays()),
                work -> Days.of(terms, Offer.pieces(item.spec()), context));
    }

    MarkJudge marks() {
        return marks;
    }

    /** The last day an accreditation has to hold for a line by itself. */
    long lastDay(Lines lines, int row) {
        return days(lines, row).lastDay().toEpochDay();
    }

    /** What a line offers by itself. */
    Offer offer(Lines lines, int row) {
        long number = (long) lines.price(row) << 32 | lines.terms(row);
        return priced(lines, row) ? offered(lines, row) : offersByTerms.get(number, lines, row);
    }

    private Offer offered(Lines lines, int row) {
        return Offer.of(terms(lines, row), days(lines, row), Offer.pieces(item.spec()));
    }

    /** Whether the terms of a line follow from the prices of its provider, too. */
    boolean priced(Lines lines, int row) {
        return state.at(lines.place(row)).priced();
    }

    boolean asksConditions() {
        return asked(item.spec().conditions());
    }

    boolean asksMethods() {
        return asked(item.spec().methods());
    }

    boolean asksMarks() {
        return marks.asked();
    }

    private static boolean asked(@Nullable List<?> wanted) {
        return wanted != null && !wanted.isEmpty();
    }

    /** The proof of the gates. */
    List<CriterionResult> gates(Capability line) {
        return gates.results(line);
    }
}
