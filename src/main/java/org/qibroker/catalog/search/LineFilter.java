package org.qibroker.catalog.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.Unit;
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
final class LineFilter implements Predicate<Capability> {
    private static final String RATIO = "ratio";

    private final SearchRequest request;
    private final Equivalences equivalences;
    private final Optional<Designation> method;

    LineFilter(SearchRequest request, Equivalences equivalences) {
        this.request = request;
        this.equivalences = equivalences;
        this.method = Optional.ofNullable(request.method()).flatMap(Designations::parse);
    }

    @Override
    public boolean test(Capability line) {
        return line.validOn(request.day())
                && (request.onSite() == null || request.onSite() == line.terms().onSite())
                && hasMethod(line)
                && spans(line)
                && within(line);
    }

    private boolean hasMethod(Capability line) {
        String asked = request.method();
        if (asked == null) {
            return true;
        }
        return line.methods().stream()
                .anyMatch(offered -> (method.isPresent() && offered.designation() != null)
                        ? EditionRule.judge(method.get(), offered.designation(), equivalences) == Judgement.COVERED
                        : TextKey.of(offered.text()).contains(TextKey.of(asked)));
    }

    private static @Nullable QuantityKind kind(Capability line) {
        QuantityRange range = line.measured().range();
        QuantityKind stated = line.measured().quantity();
        return stated == null && range != null ? range.unit().kind() : stated;
    }

    private boolean spans(Capability line) {
        QuantityRange range = line.measured().range();
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

    private boolean within(Capability line) {
        SearchRequest.Limit limit = request.measured().limit();
        QuantityKind kind = kind(line);
        if (limit == null) {
            return true;
        }
        Uncertainty uncertainty = line.measured().uncertainty().withCoverageFactor(2);
        Interval over = over(line);
        if (kind == null || over == null) {
            return false;
        }
        Optional<Unit> absolute = unitOf(limit.units(), kind);
        if (absolute.isPresent()) {
            double most = absolute.get().differenceToBase(limit.value());
            return atMost(uncertainty.worstOver(over), most);
        }
        return limit.units().stream()
                .filter(unit -> unit.kind().key().equals(RATIO))
                .findFirst()
                .map(unit -> atMost(uncertainty.worstRatioOver(over), unit.differenceToBase(limit.value())))
                .orElse(false);
    }

    private static boolean atMost(Optional<Uncertainty.Worst> worst, double most) {
        return worst.map(w -> Numbers.atMost(w.value(), most)).orElse(false);
    }

    /** Where the uncertainty counts: over the range asked for, else over all of the line's. */
    private @Nullable Interval over(Capability line) {
        QuantityRange range = line.measured().range();
        SearchRequest.Span span = request.measured().span();
        if (range == null) {
            return span == null ? Interval.ALL : null;
        }
        return span == null ? range.inBase() : asked(span, range).orElse(null);
    }
}
