package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityRange;

/**
 * What the page of a line shows.
 *
 * @param curve how the uncertainty goes over the range, absent where it does not change or cannot be told
 * @param history every statement ever made about it, the latest first
 */
public record CapabilityPage(
        LineSummary summary,
        ProviderPage provider,
        LocalDate today,
        @Nullable UncertaintyCurve curve,
        List<RecordedLine> history) {

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
