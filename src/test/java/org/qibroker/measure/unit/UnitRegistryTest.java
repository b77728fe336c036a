package org.qibroker.measure.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tech.units.indriya.unit.Units.CELSIUS;
import static tech.units.indriya.unit.Units.CUBIC_METRE;
import static tech.units.indriya.unit.Units.DAY;
import static tech.units.indriya.unit.Units.HERTZ;
import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.KELVIN;
import static tech.units.indriya.unit.Units.KILOGRAM;
import static tech.units.indriya.unit.Units.KILOMETRE_PER_HOUR;
import static tech.units.indriya.unit.Units.LITRE;
import static tech.units.indriya.unit.Units.METRE;
import static tech.units.indriya.unit.Units.METRE_PER_SECOND;
import static tech.units.indriya.unit.Units.MINUTE;
import static tech.units.indriya.unit.Units.NEWTON;
import static tech.units.indriya.unit.Units.OHM;
import static tech.units.indriya.unit.Units.PASCAL;
import static tech.units.indriya.unit.Units.SECOND;
import static tech.units.indriya.unit.Units.VOLT;

import java.io.StringReader;
import java.util.stream.Stream;
import javax.measure.MetricPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import si.uom.NonSI;

class UnitRegistryTest {
    private static final javax.measure.Unit<?> POUND = KILOGRAM.multiply(0.45359237);
    private static final javax.measure.Unit<?> FOOT = METRE.multiply(0.3048);
    private static final javax.measure.Unit<?> INCH = METRE.multiply(0.0254);
    private static final javax.measure.Unit<?> GRAVITY =
            METRE.divide(SECOND.pow(2)).multiply(9.80665);
    private static final javax.measure.Unit<?> POUND_FORCE = POUND.multiply(GRAVITY);

    private final UnitRegistry units = UnitRegistry.standard();

    static Stream<Arguments> unitsOfIndriya() {
        return Stream.of(
                Arguments.of("length", "µm", MetricPrefix.MICRO(METRE), METRE),
                Arguments.of("length", "in", INCH, METRE),
                Arguments.of("length", "µin", INCH.divide(1e6), METRE),
                Arguments.of("length", "ft", FOOT, METRE),
                Arguments.of("area", "ha", NonSI.HECTARE, METRE.pow(2)),
                Arguments.of("angle", "″", NonSI.SECOND_ANGLE, NonSI.DEGREE_ANGLE),
                Arguments.of("angle", "′", NonSI.MINUTE_ANGLE, NonSI.DEGREE_ANGLE),
                Arguments.of("volume", "mL", MetricPrefix.MILLI(LITRE), LITRE),
                Arguments.of("volume", "m³", CUBIC_METRE, LITRE),
                Arguments.of("volume", "in³", INCH.pow(3), LITRE),
                Arguments.of("mass", "t", NonSI.TONNE, KILOGRAM),
                Arguments.of("mass", "lb", POUND, KILOGRAM),
                Arguments.of("mass", "oz", POUND.divide(16), KILOGRAM),
                Arguments.of("mass", "gr", POUND.divide(7000), KILOGRAM));
    }

    static Stream<Arguments> derivedUnitsOfIndriya() {
        return Stream.of(
                Arguments.of("force", "kgf", KILOGRAM.multiply(GRAVITY), NEWTON),
                Arguments.of("force", "lbf", POUND_FORCE, NEWTON),
                Arguments.of("force", "ozf", POUND_FORCE.divide(16), NEWTON),
                Arguments.of("torque", "lbf·ft", POUND_FORCE.multiply(FOOT), NEWTON.multiply(METRE)),
                Arguments.of("torque", "lbf·in", POUND_FORCE.multiply(INCH), NEWTON.multiply(METRE)),
                Arguments.of("torque", "ozf·in", POUND_FORCE.multiply(INCH).divide(16), NEWTON.multiply(METRE)),
                Arguments.of("pressure", "psi", POUND_FORCE.divide(INCH.pow(2)), PASCAL),
                Arguments.of(
                        "pressure",
                        "kgf/cm²",
                        KILOGRAM.multiply(GRAVITY).divide(METRE.divide(100).pow(2)),
                        PASCAL),
                Arguments.of(
                        "stress",
                        "N/mm²",
                        NEWTON.divide(MetricPrefix.MILLI(METRE).pow(2)),
                        PASCAL),
                Arguments.of("time", "min", MINUTE, SECOND),
                Arguments.of("time", "h", HOUR, SECOND),
                Arguments.of("time", "d", DAY, SECOND),
                Arguments.of("speed", "km/h", KILOMETRE_PER_HOUR, METRE_PER_SECOND),
                Arguments.of("frequency", "GHz", MetricPrefix.GIGA(HERTZ), HERTZ),
                Arguments.of("resistance", "GΩ", MetricPrefix.GIGA(OHM), OHM),
                Arguments.of("dc-voltage", "nV", MetricPrefix.NANO(VOLT), VOLT),
                Arguments.of("flow", "m³/h", CUBIC_METRE.divide(HOUR), LITRE.divide(MINUTE)),
                Arguments.of(
                        "viscosity",
                        "Pa·s",
                        PASCAL.multiply(SECOND),
                        MetricPrefix.MILLI(PASCAL).multiply(SECOND)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource({"unitsOfIndriya", "derivedUnitsOfIndriya"})
    void agreesWithIndriya(String kind, String symbol, javax.measure.Unit<?> unit, javax.measure.Unit<?> base)
            throws Exception {
        double theirs = unit.getConverterToAny(base).convert(1.0);
        double ours =
                units.find(symbol, units.kind(kind).orElseThrow()).orElseThrow().toBase(1);
        assertThat(ours).isCloseTo(theirs, within(1e-12 * theirs));
    }

    @Test
    void agreesWithIndriyaOnLevelsOfTemperature() {
        Unit celsius = units.find("℃").orElseThrow();
        assertThat(celsius.toBase(20)).isCloseTo(CELSIUS.getConverterTo(KELVIN).convert(20.0), within(1e-12));
        Unit fahrenheit = units.find("°F").orElseThrow();
        assertThat(fahrenheit.toBase(212)).isCloseTo(373.15, within(1e-12));
        assertThat(fahrenheit.differenceToBase(1.8)).isCloseTo(1, within(1e-15));
    }

    @Test
    void keepsKindsApartThatShareADimension() {
        assertThat(units.find("N·m").orElseThrow().kind().key()).isEqualTo("torque");
        assertThat(units.find("J").orElseThrow().kind().key()).isEqualTo("energy");
        assertThat(units.find("HRC").orElseThrow().kind())
                .isNotEqualTo(units.find("HV").orElseThrow().kind());
        assertThat(units.find("mg/L").orElseThrow().kind().key()).isEqualTo("mass-concentration");
    }

    @Test
    void doesNotMistakePhOrKelvinOrHardness() {
        assertThat(units.find("pH").orElseThrow().kind().key()).isEqualTo("ph");
        assertThat(units.find("K").orElseThrow().kind().key()).isEqualTo("temperature");
        assertThat(units.find("mW").orElseThrow().factor()).isEqualTo(1e-3);
        assertThat(units.find("MW").orElseThrow().factor()).isEqualTo(1e6);
        assertThat(units.find("min").orElseThrow().kind().key()).isEqualTo("time");
    }

    @Test
    void findsAnAmbiguousSpellingOnlyWithinAKind() {
        assertThat(units.find("F")).isEmpty();
        assertThat(units.find("F", units.kind("capacitance").orElseThrow())).isPresent();
        assertThat(units.find("F", units.kind("temperature").orElseThrow()))
                .map(Unit::symbol)
                .contains("°F");
        assertThat(units.all("V"))
                .extracting(u -> u.kind().key())
                .containsExactly("voltage", "dc-voltage", "ac-voltage");
    }

    @Test
    void listsKindsWithTheirUnitsInTheOrderOfTheTable() {
        assertThat(units.kinds()).first().extracting(QuantityKind::key).isEqualTo("length");
        assertThat(units.unitsOf(units.kind("length").orElseThrow()))
                .first()
                .extracting(Unit::symbol)
                .isEqualTo("m");
        assertThat(units.kinds()).allSatisfy(kind -> assertThat(units.find(kind.baseUnit(), kind))
                .map(Unit::factor)
                .contains(1.0));
    }

    @Test
    void saysWhichLineOfATableIsWrong() {
        String kinds = "key,nameZh,nameEn,baseUnit\nlength,长度,length,m\n";
        String header = "symbol,ucum,kinds,factor,offset,prefixes,aliases\n";
        assertThatThrownBy(() -> load(kinds, header + "m,m,length,1,,,\nft,,width,1,,,\n"))
                .hasMessageContaining("units.csv, line 3")
                .hasMessageContaining("width");
        assertThatThrownBy(() -> load(kinds, header + "m,m,length,one,,,\n")).hasMessageContaining("one");
        assertThatThrownBy(() -> load(kinds, header)).hasMessageContaining("base unit");
        assertThatThrownBy(() -> load(kinds, header + "m,m,length,1,,,\nft,,length,0.3048,,,m\n"))
                .hasMessageContaining("two units");
    }

    private static UnitRegistry load(String kinds, String table) {
        return UnitRegistry.load(new StringReader(kinds), new StringReader(table));
    }
}
