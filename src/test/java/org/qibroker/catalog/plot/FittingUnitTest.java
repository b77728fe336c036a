package org.qibroker.catalog.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/** Values are shown in the unit in which they read best. */
class FittingUnitTest {
    private static final UnitRegistry UNITS = UnitRegistry.standard();

    @ParameterizedTest
    @CsvSource({"0.00001, A, µA", "20, A, A", "1, MΩ, Ω", "100000000, MΩ, MΩ", "0.3, mm, mm", "0, V, V", "1, ℃, °C"})
    void aValueIsAtLeastOne(double base, String written, String shown) {
        Unit unit = UNITS.find(written).orElseThrow();
        Unit expected = UNITS.find(shown, unit.kind()).orElseThrow();
        assertThat(FittingUnit.of(base, unit, UNITS)).isEqualTo(expected);
    }
}
