package org.qibroker.catalog.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.plot.Drawing;
import org.qibroker.catalog.plot.FittingUnit;
import org.qibroker.catalog.plot.Plot;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/** The picture of all lines of one quantity and parameter that can be drawn, k = 2. */
public record ScopePlot(QuantityKind kind, String parameter, Plot plot) {

    private record Drawn(Capability line, Unit unit, Drawing.Offer offer) {
        static Optional<Drawn> of(Capability line) {
            QuantityRange range = line.measured().range();
            if (range == null) {
                return Optional.empty();
            }
            Uncertainty uncertainty = line.measured().uncertainty().withCoverageFactor(2);
            return Optional.of(new Drawn(line, range.unit(), new Drawing.Offer(range.inBase(), uncertainty)))
                    .filter(drawn -> drawn.offer.drawable());
        }

        Stream<Double> ends() {
            return Stream.of(
                            Optional.ofNullable(offer.range().lower()),
                            Optional.ofNullable(offer.range().upper()))
                    .flatMap(Optional::stream)
                    .map(Interval.End::value);
        }
    }

    /** The pictures of lines, one for each quantity and parameter of which something can be drawn. */
    static List<ScopePlot> of(List<Capability> lines, UnitRegistry units) {
        Map<String, List<Drawn>> groups = new LinkedHashMap<>();
        for (Capability line : lines) {
            Drawn.of(line).ifPresent(one -> groups.computeIfAbsent(
                            one.unit.kind().key() + "\n" + line.service().parameter(), key -> new ArrayList<>())
                    .add(one));
        }
        return groups.values().stream()
                .flatMap(drawn -> plot(drawn, units).stream())
                .toList();
    }

    private static Optional<ScopePlot> plot(List<Drawn> drawn, UnitRegistry units) {
        Unit written = drawn.get(0).unit;
        double farthest =
                drawn.stream().flatMap(Drawn::ends).mapToDouble(Math::abs).max().orElse(0);
        double largest = drawn.stream()
                .flatMap(one -> one.offer.uncertainty().worstOver(one.offer.range()).stream())
                .mapToDouble(Uncertainty.Worst::value)
                .max()
                .orElse(0);
        Drawing drawing = new Drawing(
                FittingUnit.of(farthest, written, units),
                FittingUnit.of(largest, written, units),
                drawn.stream().map(Drawn::offer).toList(),
                null,
                List.of(),
                null);
        String parameter = drawn.get(0).line.service().parameter();
        return drawing.plot().map(plot -> new ScopePlot(written.kind(), parameter, plot));
    }
}
