package org.qibroker.catalog.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-28", "2026/2/28", "2026年2月28日", "2026.02.28", "2026-02-28 00:00:00", " 2026-02-28T08:30"
            })
    void aDayIsRead(String cell) {
        assertThat(DayText.of(cell)).contains(LocalDate.of(2026, 2, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "28.2.2026", "明年", "20260228", "2026-02-28 or so"})
    void whatIsNoDayIsNotGuessed(String cell) {
        assertThat(DayText.of(cell)).isEmpty();
    }
}
