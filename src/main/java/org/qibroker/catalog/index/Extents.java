package org.qibroker.catalog.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.QuantityKind;

/**
 * All ranges as plain numbers side by side, in the base unit of the kind of their unit, so that whoever looks at many of
 * them need not fetch each from wherever it lies. Numbers are those of the dictionary it follows, and so is what threads
 * may do.
 */
public final class Extents {
    private static final int FIRST = 8;
    private static final int LOWER_INCLUDED = 1;
    private static final int UPPER_INCLUDED = 2;
    private static final int BITS = 2;

    private final Dictionary<Kinds> kinds = new Dictionary<>();
    private volatile double[] ends = new double[FIRST * 2];
    private volatile int[] marks = new int[FIRST];
    private int size;

    /** Of which kinds a range is: the one stated, and that of its unit; {@code null} where it does not say one. */
    public record Kinds(@Nullable QuantityKind stated, @Nullable QuantityKind ofUnit) {}

    /** Takes over what came into the dictionary since. */
    void follow(Dictionary<RangePart> ranges) {
        while (size < ranges.size()) {
            add(ranges.get(size));
        }
    }

    private void add(RangePart part) {
        if (size == marks.length) {
            ends = Arrays.copyOf(ends, size * 2 * 2);
            marks = Arrays.copyOf(marks, size * 2);
        }
        QuantityRange range = part.range();
        Interval base = range == null ? Interval.ALL : range.inBase();
        Interval.@Nullable End lower = base.lower();
        Interval.@Nullable End upper = base.upper();
        ends[size * 2] = lower == null ? Double.NEGATIVE_INFINITY : lower.value();
        ends[size * 2 + 1] = upper == null ? Double.POSITIVE_INFINITY : upper.value();
        int number = kinds.add(
                new Kinds(part.quantity(), range == null ? null : range.unit().kind()));
        marks[size] = number << BITS
                | (lower != null && lower.included() ? LOWER_INCLUDED : 0)
                | (upper != null && upper.included() ? UPPER_INCLUDED : 0);
        size++;
    }

    /** How many different kinds ranges are of. */
    public int kindsCount() {
        return kinds.size();
    }

    /** The kinds of a number. */
    public Kinds kinds(int number) {
        return kinds.get(number);
    }

    /** The number of the kinds of a range. */
    public int kindsOf(int range) {
        return marks[range] >> BITS;
    }

    /** The lower end of a range; infinite if it has none. */
    public double lower(int range) {
        return ends[range * 2];
    }

    /** The upper end of a range; infinite if it has none. */
    public double upper(int range) {
        return ends[range * 2 + 1];
    }

    /** Whether the lower end belongs to a range. */
    public boolean lowerIncluded(int range) {
        return (marks[range] & LOWER_INCLUDED) != 0;
    }

    /** Whether the upper end belongs to a range. */
    public boolean upperIncluded(int range) {
        return (marks[range] & UPPER_INCLUDED) != 0;
    }
}
