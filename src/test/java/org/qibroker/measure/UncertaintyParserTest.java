package org.qibroker.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.measure.Uncertainty.Form;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

class UncertaintyParserTest {
    private final UnitRegistry units = UnitRegistry.standard();
    private final RangeParser ranges = new RangeParser(units);
    private final UncertaintyParser parser = new UncertaintyParser(units);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "U=0.02 mm (k=2) | 0~300 mm | CONSTANT | 150 | 0.02",
                "U95=0.02mm，k=2 | 0~300 mm | CONSTANT | 150 | 0.02",
                "U=(0.5+L/200)µm | 0~300 mm | LINEAR | 200 | 0.0015",
                "U=(0.5+L/200)μm | 0~300 mm | LINEAR | 0 | 0.0005",
                "（0.3＋1.5L）μm （L：m） | 0~500 mm | LINEAR | 500 | 0.00105",
                "U=Q[0.3, 1.5L]µm（L:m） | 0~1000 mm | ROOT_SUM_SQUARE | 1000 | 0.001529705854",
                "Q[20; 0.3L] nm, L in mm | 0.5~100 mm | ROOT_SUM_SQUARE | 100 | 0.0000360555127546",
                "(36 + 3.3D) µin | Up to 9 in | LINEAR | 9 | 0.0000657",
                "0.5 µm + 5×10⁻⁶L | 0~500 mm | LINEAR | 500 | 0.003",
                "1.2 µm + 3.5 µm/m × L | 0~1 m | LINEAR | 1 | 0.0000047",
                "4.4 µV/V + 0.62 µV | Up to 100 mV | LINEAR | 100 | 0.00106",
                "0.058 % rdg + 1.2 kΩ | 10~100 MΩ | LINEAR | 10 | 0.007",
                "0.1 % + 0.2 % FS | 0~10 MPa | LINEAR | 5 | 0.025",
                "0.002 psi + 0.018 % rdg | 10~500 psi | LINEAR | 500 | 0.092",
                "Urel=0.3% | 0~100 N·m | RELATIVE | 100 | 0.3",
                "U_rel = 1.2×10⁻⁶ | 1~10 V | RELATIVE | 10 | 0.000012",
                "0.43 parts in 10⁶ | Up to 40 in | RELATIVE | 40 | 0.0000172",
                "0.25% FS | 0~10 MPa | CONSTANT | 3 | 0.025",
                "U=2%RH | 20~95 %RH | CONSTANT | 50 | 2",
                "2 % | 20~95 %RH | CONSTANT | 50 | 2",
                "Urel=2% | 20~95 %RH | RELATIVE | 50 | 1",
                "0.35 % rdg + 0.05 % IACS | 13~62 % IACS | LINEAR | 20 | 0.12",
                "0 mm: 0.5 µm; 100 mm: 0.8 µm | 0~100 mm | TABLE | 50 | 0.00065",
                "U=0.02 | 0~14 pH | CONSTANT | 7 | 0.02",
                "U=0.05 K | -20~65 °C | CONSTANT | 20 | 0.05",
                "40 arc seconds | ±180º | CONSTANT | 0 | 0.01111111111",
                "28 µHz/Hz + 0.0016 Hz | Up to 120 Hz | LINEAR | 100 | 0.0044",
                "(0.000 037 + 0.000 23W) g | 0.5~380 g | LINEAR | 100 | 0.023037",
            })
    void readsAnUncertaintyAsScopesWriteIt(String text, String range, Form form, double at, double expected) {
        QuantityRange understood = ranges.parse(range, null).orElseThrow();
        Uncertainty uncertainty = parser.parse(text, understood, null, 2);
        assertThat(uncertainty.form()).isEqualTo(form);
        Unit unit = understood.unit();
        double value = unit.differenceFromBase(uncertainty.at(unit.toBase(at)).orElseThrow());
        assertThat(value).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "0.5级 | 0~10 MPa",
                "MPE ±0.05 mm | 0~300 mm",
                "MPE: 0.05 mm | 0~300 mm",
                "±0.05 mm | 0~300 mm",
                "最大允许误差 0.05 mm | 0~300 mm",
                "class 1 | 0~300 mm",
                "6.5 µin + 0.6R | Up to 1 in",
                "(3.3 + 3L) µin + 0.6R | 1~4 in",
                "(1.3 + 0.017) µin | 16~132 µin",
                "(83 + 1.7L) µin | Up to 260 ft",
                "(0.1+5×10⁻⁶L) µm | 0~500 mm",
                "(26 + 0.0048W) mg | 1~16.2 kg",
                "0.19° phase | 10~65 Hz",
                "0 046 % + 49 mV | 330~1000 V",
                "0.25% FS | ≤ 10 MPa",
                "0.3 % | 0~300 °C",
                "0.1 % rdg + 0.1 °C | 0~300 °C",
                "0.3 % | 94~114 dB",
                "0.5 % | 0~100 % IACS",
                "0.1 % + 2 digits | 0~10 V",
                "0.02 mm~0.05 mm | 0~300 mm",
                "0.02 kg | 0~300 mm",
                "0 mm | 0~300 mm",
                "U=0.02 mm (k=20) | 0~300 mm",
                "u=0.02 mm | 0~300 mm",
                "Urel=0.02 mm | 0~300 mm",
                "0.5 µm + L/200 | 0~300 mm",
                "100 mm: 0.8 µm; 0 mm: 0.5 µm | 0~100 mm",
            })
    void leavesAsTextWhatIsNoUncertaintyOrNotSure(String text, String range) {
        Uncertainty uncertainty = parser.parse(text, ranges.parse(range, null).orElseThrow(), null, 2);
        assertThat(uncertainty).isEqualTo(new TextOnly(text));
    }

    @Test
    void leavesNothingAsNothing() {
        assertThat(parser.parse("", null, null, 2)).isEqualTo(new TextOnly(""));
    }

    @Test
    void countsAFormulaInCelsiusFromZeroCelsius() {
        QuantityRange range = ranges.parse("-50~300 ℃", null).orElseThrow();
        Uncertainty uncertainty = parser.parse("(0.05+0.002|t|)℃", range, null, 2);
        assertThat(uncertainty.at(273.15 - 50).orElseThrow()).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void takesTheCoverageFactorStatedBeforeTheOneGiven() {
        QuantityRange range = ranges.parse("0~300 mm", null).orElseThrow();
        assertThat(parser.parse("U=0.03mm(k=3)", range, null, 2)).isEqualTo(new Constant(0.00003, 3));
        assertThat(parser.parse("U(k=2.58)=0.03mm", range, null, 2).coverageFactor())
                .isEqualTo(2.58);
        assertThat(parser.parse("U=0.03mm", range, null, 2).coverageFactor()).isEqualTo(2);
    }

    @Test
    void needsAKindToReadAPlainValue() {
        assertThat(parser.parse("55 µin", null, null, 2).form()).isEqualTo(Form.TEXT);
        Optional<QuantityKind> kind = parser.kindOf("55 µin");
        assertThat(kind).map(QuantityKind::key).contains("length");
        assertThat(parser.parse("55 µin", null, kind.orElseThrow(), 2).form()).isEqualTo(Form.CONSTANT);
        assertThat(parser.kindOf("0.5 V")).isEmpty();
        assertThat(parser.kindOf("0.5 %")).isEmpty();
    }

    @Test
    void readsPercentOfTheValueOnlyWhereItCanMeanNothingElse() {
        assertThat(parser.parse("1.5 %", null, null, 2).form()).isEqualTo(Form.TEXT);
        assertThat(parser.parse("1.5 % rdg", null, null, 2)).isEqualTo(new Relative(0.015, 2));
        assertThat(parser.parse("1.5 %", null, units.kind("force").orElseThrow(), 2))
                .isEqualTo(new Relative(0.015, 2));
    }

    @Test
    void answersAtOnceToWhatWouldKeepABacktrackerBusy() {
        for (String nuisance : new String[] {"(", "U=", "k=2", "0.1+", "L/", "% ", "Q[", ";1 mm:"}) {
            assertThat(parser.parse(nuisance.repeat(300 / nuisance.length()), null, null, 2)
                            .form())
                    .isEqualTo(Form.TEXT);
            assertThat(parser.parse(nuisance.repeat(100_000), null, null, 2).form())
                    .isEqualTo(Form.TEXT);
        }
    }
}
