package org.qibroker.catalog.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Linear;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.RootSumSquare;
import org.qibroker.measure.Table;
import org.qibroker.measure.Uncertainty;

/**
 * The smallest expanded uncertainty (k = 2) of a line over its range.
 *
 * @param value in the base unit
 * @param at where it is reached, a level in the base unit
 */
record Best(double value, double at) {

    /**
     * The smallest of a line; absent if its range or its uncertainty was not understood, and where a formula comes down
     * to nothing, as a share of zero does: such a line has none that is smallest.
     */
    static Optional<Best> of(Capability line) {
        QuantityRange range = line.measured().range();
        Uncertainty uncertainty = line.measured().uncertainty().withCoverageFactor(2);
        return range == null
                ? Optional.empty()
                : levels(uncertainty, range.inBase()).stream()
                        .flatMap(at -> at(uncertainty, at).stream())
                        .min(Comparator.comparingDouble(Best::value))
                        .filter(best -> best.value > 0);
    }

    private static Optional<Best> at(Uncertainty uncertainty, double level) {
        return uncertainty.at(level).stream()
                .mapToObj(value -> new Best(value, level))
                .findFirst();
    }

    /** Between these levels each form grows or falls all the way. */
    private static List<Double> levels(Uncertainty uncertainty, Interval range) {
        List<Double> levels = new ArrayList<>();
        Stream.of(Optional.ofNullable(range.lower()), Optional.ofNullable(range.upper()))
                .flatMap(Optional::stream)
                .map(Interval.End::value)
                .forEach(levels::add);
        turns(uncertainty).filter(range::contains).forEach(levels::add);
        return levels;
    }

    private static Stream<Double> turns(Uncertainty uncertainty) {
        if (uncertainty instanceof Table table) {
            return table.points().stream().map(Table.Point::at);
        }
        if (uncertainty instanceof Linear linear) {
            return Stream.of(linear.zero());
        }
        return uncertainty instanceof RootSumSquare square ? Stream.of(square.zero()) : Stream.empty();
    }
}
