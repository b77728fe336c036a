package org.qibroker.catalog.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.plot.Drawing.Offer;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.UncertaintyParser;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

class DrawingTest {
    private static final UnitRegistry UNITS = UnitRegistry.standard();

    private static Unit unit(String symbol) {
        return UNITS.find(symbol).orElseThrow();
    }

    private static Offer offer(String range, String uncertainty) {
        QuantityRange read = new RangeParser(UNITS).parse(range, null).orElseThrow();
        return new Offer(
                read.inBase(),
                new UncertaintyParser(UNITS)
                        .parse(uncertainty, read, read.unit().kind(), 2));
    }

    private static Plot plot(String unit, Offer... offers) {
        return new Drawing(unit(unit), unit(unit), List.of(offers), null, List.of(), null)
                .plot()
                .orElseThrow();
    }

    @Test
    void linesThatMeetShowWhereTheyJoin() {
        Plot plot = plot("mm", offer("150~300 mm", "U=0.02 mm"), offer("0~150 mm", "U=0.01 mm"));
        assertThat(plot.joints()).containsExactly(String.valueOf((Plot.LEFT + Plot.RIGHT) / 2.0));
        assertThat(plot.curves()).extracting(Plot.Curve::even).containsExactly(false, true);
        assertThat(plot.rows()).extracting(Plot.Row::atFrom).containsExactly("0.01 mm", "0.02 mm");
    }

    @Test
    void linesWithAGapBetweenThemDoNotJoin() {
        assertThat(plot("mm", offer("0~100 mm", "U=0.01 mm"), offer("150~300 mm", "U=0.02 mm"))
                        .joints())
                .isEmpty();
    }

    @Test
    void wideSpansGetLogarithmicAxes() {
        Plot wide = plot("V", offer("1 mV~1000 V", "Urel=0.1%"));
        assertThat(wide.across().log()).isTrue();
        assertThat(wide.up().log()).isTrue();
        assertThat(wide.across().ticks()).extracting(Plot.Tick::text).contains("0.001", "1", "1000");
        Plot narrow = plot("mm", offer("0~300 mm", "U=(0.5+L/200) µm"));
        assertThat(narrow.across().log()).isFalse();
        assertThat(narrow.up().log()).isFalse();
        assertThat(narrow.across().ticks())
                .extracting(Plot.Tick::text)
                .startsWith("0")
                .contains("100", "300");
    }

    @Test
    void theRangeAskedAndTheLimitAreDrawnWithinThePicture() {
        Drawing drawing = new Drawing(
                unit("mm"),
                unit("mm"),
                List.of(offer("100~200 mm", "U=0.01 mm")),
                Interval.closed(0, 0.4),
                List.of(0.05),
                level -> 2e-5);
        Plot plot = drawing.plot().orElseThrow();
        assertThat(plot.asked()).isEqualTo(new Plot.Band(Plot.LEFT + ".0", Plot.RIGHT - Plot.LEFT + ".0"));
        assertThat(plot.points()).hasSize(1);
        assertThat(plot.limit()).startsWith("M" + Plot.LEFT + ".0");
        assertThat(numbers(plot.limit() + plot.curves().get(0).path()))
                .allMatch(number -> number >= Plot.TOP - 0.1 && number <= Plot.RIGHT + 0.1);
    }

    private static List<Double> numbers(String path) {
        List<Double> numbers = new ArrayList<>();
        for (String number : path.split("[MLh ]+")) {
            if (!number.isEmpty()) {
                numbers.add(Double.valueOf(number));
            }
        }
        return numbers;
    }

    @Test
    void aSinglePointIsADot() {
        Plot plot = plot("mm", offer("100~100 mm", "U=0.01 mm"));
        assertThat(plot.curves().get(0).path()).endsWith("h0.01");
    }

    @Test
    void textOnlyIsNotDrawn() {
        assertThat(offer("0~300 mm", "0.5级").drawable()).isFalse();
        assertThat(offer("≤300 mm", "U=0.01 mm").drawable()).isFalse();
    }
}
