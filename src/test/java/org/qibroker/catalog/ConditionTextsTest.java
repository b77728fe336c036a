package org.qibroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.unit.UnitRegistry;

/** Several values of a condition are several conditions; anything else stays one text. */
class ConditionTextsTest {
    private static final RangeParser RANGES = new RangeParser(UnitRegistry.standard());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "频率: 50 Hz, 60 Hz | 频率: 50 Hz | 频率: 60 Hz",
                "频率：50Hz、60Hz | 频率：50Hz | 频率：60Hz",
                "频率: 50/60 Hz | 频率: 50 Hz | 频率: 60 Hz",
                "50 Hz and 1 kHz | 50 Hz | 1 kHz",
                "温度: -20, 23 ℃ | 温度: -20 ℃ | 温度: 23 ℃"
            })
    void valuesSetApartAreConditionsOfTheirOwn(String text, String first, String second) {
        assertThat(ConditionTexts.apart(text, RANGES)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "频率: 50 Hz~60 Hz",
                "频率: 50 Hz",
                "负载: 1,000 N",
                "酸度计、分光光度计",
                "频率: 50 Hz, 见附表",
                "(1 to 5) kHz, 20 Hz",
                "温度: (20±2) ℃, 湿度: ≤ 65 %"
            })
    void whatIsAnythingElseStaysOneText(String text) {
        assertThat(ConditionTexts.apart(text, RANGES)).containsExactly(text);
    }
}
