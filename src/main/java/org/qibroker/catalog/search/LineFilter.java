package org.qibroker.catalog.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Parts;
import org.qibroker.catalog.index.RangePart;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;
import org.qibroker.standards.EditionRule;
import org.qibroker.standards.Equivalences;
import org.qibroker.standards.Judgement;

/**
 * Decides which lines meet a request, words and facets aside. What a line does not say, or not understandably, it does
 * not meet.
 */
final class LineFilter {
    private static final String RATIO = "ratio";
    /** The base unit of ratios, where an uncertainty is a plain number. */
    private static final double PER_CENT = 100;

    private final SearchRequest request;
    private final Parts parts;
    private final Optional<Designation> method;
    private final Verdicts terms;
    private final Verdicts methods;
    private final Verdicts ranges;
    private final Map<Long, Boolean> limits = new HashMap<>();

    /** A filter of lines whose numbers are those of the parts. */
    LineFilter(SearchRequest request, Parts parts) {
        this.request = request;
        this.parts = parts;
        this.method = Optional.ofNullable(request.method()).flatMap(Designations::parse);
        this.terms = new Verdicts(parts.terms().size(), this::isThere);
        this.methods = new Verdicts(parts.methods().size(), this::hasMethod);
        this.ranges = new Verdicts(
                parts.ranges().size(), number -> spans(parts.ranges().get(number)));
    }

    /** What was found of each number of a dictionary; each is looked at once. */
    private static final class Verdicts {
        private final byte[] known;
        private final IntPredicate rule;

        Verdicts(int size, IntPredicate rule) {
            this.known = new byte[size];
            this.rule = rule;
        }

        boolean of(int number) {
            if (known[number] == 0) {
                known[number] = (byte) (rule.test(number) ? 1 : 2);
            }
            return known[number] == 1;
        }
    }

    /** Whether a line meets what is asked. */
    boolean meets(Lines lines, int row) {
        return terms.of(lines.terms(row))
                && methods.of(lines.methods(row))
                && ranges.of(lines.range(row))
                && (request.measured().limit() == null || isWithin(lines, row));
    }

    private boolean isWithin(Lines lines, int row) {
        long both = (long) lines.range(row) << 32 | lines.uncertainty(row);
        return limits.computeIfAbsent(both, this::within);
    }

    private boolean isThere(int number) {
        return request.onSite() == null
                || request.onSite() == parts.terms().get(number).onSite();
    }

    private boolean hasMethod(int number) {
        String asked = request.method();
        return asked == null
                || parts.methods().get(number).stream()
                        .anyMatch(offered -> (method.isPresent() && offered.designation() != null)
                                ? EditionRule.judge(method.get(), offered.designation(), Recorded.EQUIVALENCES)
                                        == Judgement.COVERED
                                : TextKey.of(offered.text()).contains(TextKey.of(asked)));
    }

    private static @Nullable QuantityKind kind(RangePart part) {
        QuantityRange range = part.range();
        return part.quantity() == null && range != null ? range.unit().kind() : part.quantity();
    }

    private boolean spans(RangePart part) {
        QuantityRange range = part.range();
        SearchRequest.Span span = request.measured().span();
        if (span == null || range == null) {
            return span == null;
        }
        return asked(span, range).map(range.inBase()::covers).orElse(false);
    }

    /** The range asked for in the base unit of a line's quantity; an open end is where the line ends. */
    private static Optional<Interval> asked(SearchRequest.Span span, QuantityRange range) {
        return unitOf(span.units(), range.unit().kind()).map(unit -> {
            Interval whole = range.inBase();
            Interval.End lower = span.min() == null ? whole.lower() : new Interval.End(unit.toBase(span.min()), true);
            Interval.End upper = span.max() == null ? whole.upper() : new Interval.End(unit.toBase(span.max()), true);
            return new Interval(lower, upper);
        });
    }

    private static Optional<Unit> unitOf(List<Unit> units, QuantityKind kind) {
        return units.stream().filter(unit -> unit.kind().equals(kind)).findFirst();
    }

    private boolean within(long rangeAndUncertainty) {
        SearchRequest.Limit limit = request.measured().limit();
        RangePart part = parts.ranges().get((int) (rangeAndUncertainty >>> 32));
        QuantityKind kind = kind(part);
        Interval over = over(part);
        if (limit == null || kind == null || over == null) {
            return limit == null;
        }
        Uncertainty uncertainty = parts.uncertainties()
                .get((int) rangeAndUncertainty)
                .uncertainty()
                .withCoverageFactor(2);
        Optional<Unit> absolute = unitOf(limit.units(), kind);
        if (absolute.isPresent()) {
            double most = absolute.get().differenceToBase(limit.value());
            return atMost(uncertainty.worstOver(over), most);
        }
        return limit.units().stream()
                .filter(unit -> unit.kind().key().equals(RATIO))
                .findFirst()
                .map(unit -> atMost(uncertainty.worstRatioOver(over), unit.differenceToBase(limit.value()) / PER_CENT))
                .orElse(false);
    }

    private static boolean atMost(Optional<Uncertainty.Worst> worst, double most) {
        return worst.map(w -> Numbers.atMost(w.value(), most)).orElse(false);
    }

    /** Where the uncertainty counts: over the range asked for, else over all of the line's. */
    private @Nullable Interval over(RangePart part) {
        QuantityRange range = part.range();
        SearchRequest.Span span = request.measured().span();
        if (range == null) {
            return span == null ? Interval.ALL : null;
        }
        return span == null ? range.inBase() : asked(span, range).orElse(null);
    }

    /** Read when first needed. */
    private static final class Recorded {
        static final Equivalences EQUIVALENCES = Equivalences.standard();
    }
}
