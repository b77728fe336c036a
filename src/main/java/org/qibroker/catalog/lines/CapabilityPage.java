package org.qibroker.catalog.lines;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.LineSummary;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.plot.Drawing;
import org.qibroker.catalog.plot.Plot;
import org.qibroker.catalog.providers.ProviderPage;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * What the page of a line shows.
 *
 * @param plot the uncertainty over the range, absent where there is none or it cannot be told
 * @param history every statement ever made about it, the latest first
 */
public record CapabilityPage(
        LineSummary summary, ProviderPage provider, LocalDate today, @Nullable Plot plot, List<RecordedLine> history) {

    /** The picture of a line's uncertainty over its range; absent where there is nothing to draw. */
    static @Nullable Plot plot(Capability line, UnitRegistry units) {
        QuantityRange range = line.measured().range();
        if (range == null) {
            return null;
        }
        Drawing.Offer offer = new Drawing.Offer(range.inBase(), line.measured().uncertainty());
        return offer.drawable()
                ? new Drawing(range.unit(), unitOf(line, range.unit(), units), List.of(offer), null, List.of(), null)
                        .plot()
                        .orElse(null)
                : null;
    }

    /** The unit that an uncertainty is written in, the longest if several could be; otherwise that of the range. */
    private static Unit unitOf(Capability line, Unit ofRange, UnitRegistry units) {
        String text = line.measured().uncertaintyText();
        return text == null
                ? ofRange
                : units.unitsOf(ofRange.kind()).stream()
                        .filter(unit -> text.replace('μ', 'µ').contains(unit.symbol()))
                        .max(Comparator.comparingInt(unit -> unit.symbol().length()))
                        .orElse(ofRange);
    }

    /** Whether the line held once and holds no more. */
    public boolean ended() {
        LocalDate to = summary.line().validity().to();
        return to != null && to.isBefore(today);
    }

    /** Whether the line will hold from a later day. */
    public boolean future() {
        return summary.line().validity().from().isAfter(today);
    }

    /** The coverage factor of the uncertainty. */
    public String coverageFactor() {
        return Numbers.print(summary.line().measured().uncertainty().coverageFactor());
    }

    /** The range as it was read, empty where it was not. */
    public String read() {
        QuantityRange range = summary.line().measured().range();
        if (range == null) {
            return "";
        }
        Interval.End lower = range.interval().lower();
        Interval.End upper = range.interval().upper();
        String unit = " " + range.unit().symbol();
        if (lower == null || upper == null) {
            return lower != null
                    ? sign(lower, "≥ ", "> ") + unit
                    : upper != null ? sign(upper, "≤ ", "< ") + unit : unit;
        }
        return (lower.included() ? "[" : "(") + Numbers.print(lower.value()) + ", " + Numbers.print(upper.value())
                + (upper.included() ? "]" : ")") + unit;
    }

    private static String sign(Interval.End end, String included, String excluded) {
        return (end.included() ? included : excluded) + Numbers.print(end.value());
    }
}
