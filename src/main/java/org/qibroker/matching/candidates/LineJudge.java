package org.qibroker.matching.candidates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Extents;
import org.qibroker.catalog.index.Formula;
import org.qibroker.catalog.index.Formulas;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Parts;
import org.qibroker.catalog.index.RangePart;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.ConditionRule;
import org.qibroker.matching.criteria.Gates;
import org.qibroker.matching.criteria.KindReading;
import org.qibroker.matching.criteria.MethodRule;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;
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
    private final MarkJudge marks;
    private final int pieces;
    private final Map<Together, Integer> services = new HashMap<>();
    private final Map<@Nullable QuantityKind, KindAsked> quantities = new HashMap<>();
    private final Memo<Passed> byService = new Memo<>(this::judgeService);
    private final @Nullable KindSeen[] byKinds;
    private final Memo<Reading> byRange = new Memo<>(this::understandRange);
    private final Memo<Stated> byUncertainty;
    private final Memo<Capability.Measured> byMeasured;
    private final Memo<Long> byConditions;
    private final Memo<Long> byMethods;
    private final Memo<Days> daysByTerms = new Memo<>((lines, row) -> daysOf(terms(lines, row)));
    private final Memo<Offer.Asked> prices = new Memo<>(this::ask);
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
        this.pieces = Offer.pieces(spec);
        this.byKinds = new KindSeen[parts.extents().kindsCount()];
        this.byUncertainty = new Memo<>((lines, row) -> stated(
                parts.uncertainties().get(lines.uncertainty(row)).uncertainty(),
                reading(lines, row).asked()));
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
        return byMeasured.get(((long) lines.range(row) << 32) | lines.uncertainty(row), lines, row);
    }

    /** The terms of a line, without reading its texts where that is not needed. */
    Capability.Terms terms(Lines lines, int row) {
        return priced(lines.place(row)) ? state.line(lines, row).terms() : parts.terms(lines, row);
    }

    private KindAsked asked(@Nullable QuantityKind kind) {
        KindAsked known = quantities.get(kind);
        if (known == null) {
            known = KindAsked.of(item, kind, quantities.size());
            quantities.put(kind, known);
        }
        return known;
    }

    /** How lines of a range are seen, as far as that follows from the kinds it is of. */
    KindSeen seen(int range) {
        int kinds = parts.extents().kindsOf(range);
        KindSeen known = byKinds[kinds];
        if (known == null) {
            known = see(parts.extents().kinds(kinds));
            byKinds[kinds] = known;
        }
        return known;
    }

    private KindSeen see(Extents.Kinds kinds) {
        QuantityKind stated = kinds.stated();
        QuantityKind unit = kinds.ofUnit();
        boolean again = stated == null && unit != null && !item.admits(unit);
        QuantityKind kind = stated == null ? unit : stated;
        return new KindSeen(asked(kind), unit != null && unit.equals(kind), again, quantity(stated, kind));
    }

    private long quantity(@Nullable QuantityKind stated, @Nullable QuantityKind kind) {
        return Verdicts.of(Criterion.QUANTITY, item.admits(kind) ? gates.quantity(stated) : Verdict.NOT_COVERED);
    }

    /** Fills in an uncertainty as it was understood at first. */
    void uncertainty(int number, Row into) {
        Formulas all = parts.formulas();
        into.uncertainty(all.form(number), all.a(number), all.b(number), all.zero(number), all.k(number));
    }

    /** The same of a line that has to be read again. */
    void uncertaintyAgain(Lines lines, int row, Row into) {
        Formula formula = Formula.of(again(lines, row).uncertainty());
        into.uncertainty(formula.form(), formula.a(), formula.b(), formula.zero(), formula.k());
    }

    /** The uncertainty of a line in the terms asked. */
    Stated stated(Lines lines, int row, KindAsked asked) {
        return reading(lines, row).again()
                ? stated(again(lines, row).uncertainty(), asked)
                : byUncertainty.get(((long) asked.number() << 32) | lines.uncertainty(row), lines, row);
    }

    private static Stated stated(Uncertainty uncertainty, KindAsked asked) {
        return new Stated(asked, Formula.of(uncertainty), () -> uncertainty);
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
        RangePart part = parts.ranges().get(lines.range(row));
        boolean asSaid = part.quantity() != null
                || part.range() == null
                || item.admits(part.range().unit().kind());
        QuantityRange range =
                asSaid ? part.range() : kinds.read(said(lines, row)).measured().range();
        QuantityKind unit = range == null ? null : range.unit().kind();
        QuantityKind kind = part.quantity() == null ? unit : part.quantity();
        KindAsked asked = asked(kind);
        Interval base = range == null || !range.unit().kind().equals(kind) ? null : range.inBase();
        return new Reading(
                kind,
                asked,
                range,
                base,
                base == null ? null : Span.of(base),
                !Objects.equals(part.range(), range),
                quantity(part.quantity(), kind));
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
        return priced(lines.place(row)) ? daysOf(terms(lines, row)) : daysByTerms.get(lines.terms(row), lines, row);
    }

    private Days daysOf(Capability.Terms terms) {
        return days.computeIfAbsent(
                new Work(terms.resourceId(), terms.turnaroundDays()), work -> Days.of(terms, pieces, context));
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
        Offer.Asked price = priced(lines.place(row)) ? ask(lines, row) : prices.get(lines.price(row), lines, row);
        return Offer.of(price, days(lines, row));
    }

    private Offer.Asked ask(Lines lines, int row) {
        return Offer.Asked.of(terms(lines, row).price(), pieces);
    }

    /** Whether the terms of lines of a place follow from the prices of its provider, too. */
    boolean priced(int place) {
        return state.at(place).priced();
    }

    boolean asksOnSite() {
        return Boolean.TRUE.equals(item.spec().onSite());
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

    Gates gates() {
        return gates;
    }

    Parts parts() {
        return parts;
    }
}
