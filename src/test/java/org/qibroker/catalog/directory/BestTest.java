package org.qibroker.catalog.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;

/** The best of a line is its smallest uncertainty, wherever in the range that is. */
class BestTest {
    private static final UnitRegistry UNITS = UnitRegistry.standard();

    private static Capability line(String quantity, String range, String uncertainty) {
        ScopeLine.Texts texts = new ScopeLine.Texts(quantity, List.of(), range, List.of(), uncertainty, 2, null);
        Capability.Service service = new Capability.Service(Family.METROLOGY, null, "量具", null, "示值", Set.of());
        Capability.Terms terms = new Capability.Terms(false, Price.ON_REQUEST, null, null);
        ScopeLine stated = new ScopeLine(new UUID(0, 1), service, texts, Set.of(), terms);
        return new ScopeReader(UNITS)
                .read(new UUID(0, 2), new UUID(0, 3), stated, new Capability.Validity(LocalDate.of(2026, 1, 1), null));
    }

    @ParameterizedTest
    @CsvSource({
        "length,      0~300 mm,      U=0.01 mm,           1e-5,  0",
        "length,      -50~300 mm,    U=(1+L/100)µm,       1e-6,  0",
        "length,      100~300 mm,    U=(1+L/100)µm,       2e-6,  0.1",
        "dc-voltage,  -10~-1 V,      Urel=0.1%,           1e-3, -1",
        "temperature, -40~150 ℃,     U=0.1 ℃,             0.1,   233.15",
    })
    void isTheSmallestOverTheRange(String quantity, String range, String uncertainty, double value, double at) {
        Optional<Best> best = Best.of(line(quantity, range, uncertainty));
        assertThat(best).isPresent();
        assertThat(best.orElseThrow().value()).isCloseTo(value, offset(value * 1e-9));
        assertThat(best.orElseThrow().at()).isCloseTo(at, offset(1e-9));
    }

    @Test
    void aShareOfNothingHasNoSmallest() {
        assertThat(Best.of(line("dc-voltage", "0~10 V", "Urel=0.1%"))).isEmpty();
    }

    @Test
    void whatIsOnlyTextHasNone() {
        assertThat(Best.of(line("length", "0~300 mm", "0.5级"))).isEmpty();
        assertThat(Best.of(line("length", "见附表", "U=0.01 mm"))).isEmpty();
    }
}
