package org.qibroker.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.platform.config.ConfigFiles;

class WorkCalendarTest {
    private final WorkCalendar calendar = WorkCalendar.load(ConfigFiles.open("holidays-cn.csv"));

    @ParameterizedTest
    @CsvSource({
        "2025-01-24, true",
        "2025-01-25, false",
        "2025-01-26, true", // a Sunday worked for the Spring Festival
        "2025-01-27, true",
        "2025-01-28, false", // the festival
        "2025-02-04, false",
        "2025-02-08, true", // a Saturday worked for it
        "2025-05-01, false",
    })
    void knows_holidays_and_worked_weekends(LocalDate day, boolean workday) {
        assertThat(calendar.isWorkday(day)).isEqualTo(workday);
    }

    @Test
    void counts_working_days_across_a_holiday() {
        LocalDate before = LocalDate.of(2025, 1, 24);
        assertThat(calendar.plusWorkdays(before, 0)).isEqualTo(before);
        assertThat(calendar.plusWorkdays(before, 1)).isEqualTo("2025-01-26");
        assertThat(calendar.plusWorkdays(before, 2)).isEqualTo("2025-01-27");
        assertThat(calendar.plusWorkdays(before, 3)).isEqualTo("2025-02-05");
        assertThat(calendar.workdaysBetween(before, LocalDate.of(2025, 2, 5))).isEqualTo(3);
        assertThat(calendar.workdaysBetween(LocalDate.of(2025, 2, 5), before)).isEqualTo(-3);
    }

    @Test
    void adding_and_counting_agree_on_every_day() {
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            for (int days = 1; days < 12; days++) {
                LocalDate end = calendar.plusWorkdays(day, days);
                assertThat(calendar.isWorkday(end)).isTrue();
                assertThat(calendar.workdaysBetween(day, end)).isEqualTo(days);
            }
        }
    }

    @Test
    void keeps_the_time_of_day_in_the_zone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant friday = Instant.parse("2025-03-28T09:00:00Z");
        assertThat(calendar.plusWorkdays(friday, 1, ZoneId.of("Asia/Shanghai"))).isEqualTo("2025-03-31T09:00:00Z");
        assertThat(calendar.plusWorkdays(friday, 1, berlin)).isEqualTo("2025-03-31T08:00:00Z");
    }

    @Test
    void knows_only_weekends_in_a_year_it_has_no_holidays_of() {
        assertThat(calendar.covers(2025)).isTrue();
        assertThat(calendar.covers(2031)).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2031, 10, 1))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2031, 10, 4))).isFalse();
    }

    @Test
    void refuses_a_line_it_cannot_read() {
        assertThatThrownBy(() -> WorkCalendar.load(new StringReader("date,kind,name\n2025-13-01,HOLIDAY,x")))
                .hasMessageContaining("2025-13-01");
        assertThatThrownBy(() -> WorkCalendar.load(new StringReader("date,kind,name\n2025-12-01,FREE,x")))
                .hasMessageContaining("FREE");
    }
}
