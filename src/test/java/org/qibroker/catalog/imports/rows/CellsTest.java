package org.qibroker.catalog.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.catalog.Price;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

class CellsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120|FIXED|12000|",
                "120.5 元/件|FIXED|12050|件",
                "¥1,200|FIXED|120000|",
                "from 80 CNY per piece|FROM|8000|piece",
                "120元起|FROM|12000|",
                "80元/根起|FROM|8000|根",
                "面议|ON_REQUEST||",
                "on request|ON_REQUEST||"
            })
    void aPriceIsRead(String cell, Price.Kind kind, Long fen, String per) {
        assertThat(Cells.price(cell)).contains(new Price(kind, fen, per));
    }

    @ParameterizedTest
    @ValueSource(strings = {"免费", "12.345", "-5", "120/150", "1e5", ""})
    void whatIsNoPriceIsNotGuessed(String cell) {
        assertThat(Cells.price(cell)).isEmpty();
    }

    @Test
    void familiesAndServicesAreReadInBothLanguages() {
        assertThat(Cells.family("计量")).contains(Family.METROLOGY);
        assertThat(Cells.family("testing")).contains(Family.TESTING);
        assertThat(Cells.family("天文")).isEmpty();
        assertThat(Cells.serviceKind("管理体系认证")).contains(ServiceKind.MANAGEMENT_SYSTEM_CERTIFICATION);
        assertThat(Cells.serviceKind("COMPARISON_TEST")).contains(ServiceKind.COMPARISON_TEST);
        assertThat(Cells.serviceKind("comparison test")).contains(ServiceKind.COMPARISON_TEST);
    }

    @Test
    void severalValuesMayStandInOneCell() {
        assertThat(Cells.several("JJG 30-2012；GB/T 21389-2008;  ; JJG 30-2012\nISO 13385-1:2019"))
                .containsExactly("JJG 30-2012", "GB/T 21389-2008", "ISO 13385-1:2019");
        assertThat(Cells.tags("CNAS、CMA, CAL")).containsExactly("CNAS", "CMA", "CAL");
    }

    @Test
    void daysAndFactorsAreRead() {
        assertThat(Cells.days("5个工作日")).contains(5);
        assertThat(Cells.days("10 working days")).contains(10);
        assertThat(Cells.days("约一周")).isEmpty();
        assertThat(Cells.coverageFactor("k=1.96")).contains(1.96);
        assertThat(Cells.coverageFactor("0")).isEmpty();
        assertThat(Cells.coverageFactor("NaN")).isEmpty();
    }
}
