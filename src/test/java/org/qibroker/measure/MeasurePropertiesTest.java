package org.qibroker.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

class MeasurePropertiesTest {
    private static final UnitRegistry UNITS = UnitRegistry.standard();
    private static final RangeParser RANGES = new RangeParser(UNITS);
    private static final List<Unit> ALL =
            UNITS.kinds().stream().flatMap(kind -> UNITS.unitsOf(kind).stream()).toList();

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of(ALL);
    }

    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-100000"), new BigDecimal("100000"))
                .ofScale(6)
                .map(BigDecimal::doubleValue);
    }

    @Provide
    Arbitrary<Interval> intervals() {
        Arbitrary<Boolean> included = Arbitraries.of(true, false);
        Arbitrary<Interval> two = Combinators.combine(values(), values(), included, included)
                .as((a, b, low, high) ->
                        new Interval(new Interval.End(Math.min(a, b), low), new Interval.End(Math.max(a, b), high)))
                .filter(interval -> !interval.isEmpty());
        Arbitrary<Interval> one = values().flatMap(v -> Arbitraries.of(
                Interval.atLeast(v), Interval.above(v), Interval.atMost(v), Interval.below(v), Interval.point(v)));
        return Arbitraries.oneOf(two, one);
    }

    @Property
    void aRangePrintedIsReadAsItself(@ForAll("intervals") Interval interval, @ForAll("units") Unit unit) {
        QuantityRange range = new QuantityRange(interval, unit);
        QuantityRange read = RANGES.parse(range.text(), unit.kind()).orElseThrow();
        assertThat(read.text()).isEqualTo(range.text());
        assertThat(read.unit()).isEqualTo(unit);
        assertThat(read.interval().covers(interval)).isTrue();
        assertThat(interval.covers(read.interval())).isTrue();
    }

    @Property
    void aLevelConvertedThereAndBackIsTheSame(@ForAll("values") double level, @ForAll("units") Unit unit) {
        double back = unit.fromBase(unit.toBase(level));
        double larger = Math.max(Math.abs(level), Math.abs(unit.offset() / unit.factor()));
        assertThat(back).isCloseTo(level, within(1e-12 * larger));
    }

    @Property
    void aDifferenceNeverPicksUpTheOffset(
            @ForAll("values") double level,
            @ForAll @DoubleRange(max = 10) double difference,
            @ForAll("units") Unit unit) {
        assertThat(unit.differenceToBase(0)).isZero();
        double moved = unit.toBase(level + difference) - unit.toBase(level);
        double noise = 1e-9 * (Math.abs(unit.toBase(level)) + unit.factor());
        assertThat(unit.differenceToBase(difference)).isCloseTo(moved, within(noise));
        assertThat(unit.differenceFromBase(unit.differenceToBase(difference)))
                .isCloseTo(difference, within(1e-12 * difference));
    }

    @Property
    void aNumberPrintedIsReadAsItself(@ForAll double number) {
        NumberReader reader = new NumberReader(Numbers.print(number), 0);
        double read = reader.read().orElseThrow();
        assertThat(Math.abs(read - number)).isLessThanOrEqualTo(1e-11 * Math.abs(number));
        assertThat(Numbers.print(read)).isEqualTo(Numbers.print(number));
    }

    @Property
    void aRelativeUncertaintyGrowsWithTheValueAndNothingElse(
            @ForAll @DoubleRange(min = 0.01, max = 50) double percent, @ForAll("values") double value) {
        String text = "Urel=" + Numbers.print(percent) + "%";
        Uncertainty read = new UncertaintyParser(UNITS)
                .parse(text, null, UNITS.kind("force").orElseThrow(), 2);
        double expected = percent / 100 * Math.abs(value);
        assertThat(read.at(value).orElseThrow()).isCloseTo(expected, within(1e-9 * expected));
    }

    @Property(tries = 3000)
    void anyTextIsReadOrLeftAlone(@ForAll String text) {
        RANGES.parse(text, null)
                .ifPresent(range -> assertThat(range.interval().isEmpty()).isFalse());
        assertThat(new UncertaintyParser(UNITS).parse(text, null, null, 2)).isNotNull();
    }
}
