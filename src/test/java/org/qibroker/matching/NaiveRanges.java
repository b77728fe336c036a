package org.qibroker.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.Interval;

/** Where lines begin and end, worked out end by end. */
final class NaiveRanges {
    private static final double EPSILON = 1e-9;

    private NaiveRanges() {}

    static boolean isEnd(double at, double end) {
        return Math.abs(at - end) < EPSILON;
    }

    static boolean endsAt(List<Capability> group, double at) {
        return group.stream()
                .map(line -> line.measured().range().inBase())
                .flatMap(range -> Stream.of(range.lower(), range.upper()))
                .anyMatch(end -> end != null && isEnd(at, end.value()));
    }

    /** The next end of any line, or of the range asked: a part is a stretch that no line ends in. */
    static double endOfPart(List<Capability> group, double at, double to) {
        double next = to;
        for (Capability line : group) {
            Interval range = line.measured().range().inBase();
            for (Interval.End end : Arrays.asList(range.lower(), range.upper())) {
                next = end != null && end.value() > at && end.value() < next ? end.value() : next;
            }
        }
        return next;
    }

    static boolean holds(Capability line, double at) {
        Interval range = line.measured().range().inBase();
        Interval.End lower = range.lower();
        Interval.End upper = range.upper();
        boolean above =
                lower == null || at > lower.value() + EPSILON || (lower.included() && at > lower.value() - EPSILON);
        boolean below =
                upper == null || at < upper.value() - EPSILON || (upper.included() && at < upper.value() + EPSILON);
        return above && below;
    }
}
