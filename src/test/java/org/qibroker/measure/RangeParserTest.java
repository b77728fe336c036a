package org.qibroker.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.UnitRegistry;

class RangeParserTest {
    private final UnitRegistry units = UnitRegistry.standard();
    private final RangeParser parser = new RangeParser(units);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "0~300 mm | 0~300 mm",
                "(0–300)mm | 0~300 mm",
                "（０～３００）ｍｍ | 0~300 mm",
                "0 mm to 300 mm | 0~300 mm",
                "50 Hz to 60 Hz | 50~60 Hz",
                "≤ 10 kN | ≤ 10 kN",
                "100 Ω to 1 kΩ | 0.1~1 kΩ",
                "DC: 0.1 mV～1000 V | 0.0001~1000 V",
                "Up to 13 % IACS | ≤ 13 %IACS",
                "-196 ℃～+300 ℃ | -196~300 °C",
                "<10 kN | < 10 kN",
                "[5,20) mL/h | [5,20) mL/h",
                "[5，20] mL/h | 5~20 mL/h",
                "(5,20] mL/h | (5,20] mL/h",
                "> 62 % IACS | > 62 %IACS",
                "(> 225 to 650) HBW | (225,650] HBW",
                "±180º | -180~180 °",
                "Up to 9 in | ≤ 9 in",
                "(0.1 to 700) lb, ((0.045 to 318) kg) | 0.1~700 lb",
                "0~300 mm (0~11.8 in) | 0~300 mm",
                "45 to 100) Hz | 45~100 Hz",
                "(50 to150) lbf∙ft | 50~150 lbf·ft",
                "(200 to 10 000) psi | 200~10000 psi",
                "0 to 1,000 kgf | 0~1000 kgf",
                "0.000 47 psi | 0.00047 psi",
                "0 to 100 Mῼ | 0~100 MΩ",
                "1ῼ to 100M ῼ | 0.000001~100 MΩ",
                "(32 °F to 212) °F | 32~212 °F",
                "15 ozf∙in to 2000 lbf∙ft | 0.078125~2000 lbf·ft",
                "0 to -1 bar | -1~0 bar",
                "(0~-0.1)MPa | -0.1~0 MPa",
                "1×10⁻⁵ Pa～1×10^5 Pa | 0.00001~100000 Pa",
                "0<L≤500mm | (0,500] mm",
                "10 mm＜L≤50 mm | (10,50] mm",
                "(≤300)mm | ≤ 300 mm",
                "不大于 60 kg | ≤ 60 kg",
                "30 mins. | 30 min",
                "频率: 50 Hz～60 Hz | 50~60 Hz",
                "测量范围：0μm～25μm | 0~25 µm",
                "(0.05 to 2) in diameter | 0.05~2 in",
                "20-20000 Hz | 20~20000 Hz",
                "-20-50 ℃ | -20~50 °C",
                "0～5 千牛 | 0~5 kN",
                "0至25毫米 | 0~25 mm",
                "20%~95%RH | 20~95 %RH",
            })
    void readsARangeAsScopesWriteIt(String written, String meant) {
        assertThat(parser.parse(written, null)).map(QuantityRange::text).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "---",
                "Low",
                "1.000 to 2.000",
                "0 to 30 % NaCl",
                "5X to 100X",
                "12 in travel",
                "Up to 10 in (Ferrous)",
                "Up to 8′′ X 3′′",
                "Repeatability: ≤ 225 HBW",
                "0 to 1000 V 0 to 100 A",
                "-20 to 300 °C 45% to 80% RH",
                "10µS/cm; 1413 µS/cm",
                "L=1 mH to 10 H; C=1 nF to 10 µF",
                "Temperature: Ambient to 50°C",
                "(0 to 300) mm (0 to 24) in",
                "10 200 mm",
                "10,100 mm",
                "0,5 mm",
                "(5,20) mL/h",
                "300 to 0 mm",
                "100 mm to 300",
                "0~300 mm 以下",
                "2×10-6 mm",
                "0.5级",
                "MPE ±0.05 mm",
                "0 to 100 F",
                "Up to 8″",
                "5 m in length",
                "0~300 mm 0.02",
            })
    void leavesAsTextWhatIsNotSure(String written) {
        assertThat(parser.parse(written, null)).isEmpty();
    }

    @Test
    void readsAnAmbiguousUnitOnlyWithinItsKind() {
        assertThat(parser.parse("0~40″", kind("angle")))
                .map(QuantityRange::text)
                .contains("0~40 ″");
        assertThat(parser.parse("0~212 F", kind("temperature")))
                .map(QuantityRange::text)
                .contains("0~212 °F");
        assertThat(parser.parse("30%~90%", kind("relative-humidity")))
                .map(QuantityRange::text)
                .contains("30~90 %RH");
    }

    @Test
    void takesABareNumberOnlyWhereTheKindHasOneUnit() {
        assertThat(parser.parse("0~14", kind("ph"))).map(QuantityRange::text).contains("0~14 pH");
        assertThat(parser.parse("pH: 0~14", null)).map(QuantityRange::text).contains("0~14 pH");
        assertThat(parser.parse("0~14", kind("length"))).isEmpty();
    }

    @Test
    void doesNotReadAUnitOfAnotherKind() {
        assertThat(parser.parse("0~300 mm", kind("mass"))).isEmpty();
        assertThat(parser.parse("0~300 N·m", kind("energy"))).isEmpty();
        assertThat(parser.parse("AC: 0~10 V", kind("dc-voltage"))).isEmpty();
    }

    @Test
    void tellsDirectFromAlternatingByTheLabel() {
        assertThat(parser.parse("AC: 0~10 V", null))
                .map(r -> r.unit().kind().key())
                .contains("ac-voltage");
        assertThat(parser.parse("DC 0~10 A", null))
                .map(r -> r.unit().kind().key())
                .contains("dc-current");
        assertThat(parser.parse("AC (1 to 10) V", null))
                .map(r -> r.unit().kind().key())
                .contains("ac-voltage");
        assertThat(parser.parse("直流：0~10 A", null))
                .map(r -> r.unit().kind().key())
                .contains("dc-current");
        assertThat(parser.parse("0~10 A", null)).map(r -> r.unit().kind().key()).contains("current");
    }

    @Test
    void answersAtOnceToWhatWouldKeepABacktrackerBusy() {
        for (String nuisance : new String[] {"(", "0 ", "1 000 ", "-", "~", "≤", "0~", "10^", "k=2 "}) {
            String text = nuisance.repeat(50_000);
            assertThat(parser.parse(text, null)).isEmpty();
            assertThat(parser.parse(text.substring(0, 190), null)).isEmpty();
        }
    }

    private QuantityKind kind(String key) {
        return units.kind(key).orElseThrow();
    }
}
