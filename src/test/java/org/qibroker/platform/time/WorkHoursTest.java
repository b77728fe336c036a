package org.qibroker.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.platform.config.ConfigFiles;

class WorkHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkHours HOURS = new WorkHours(WorkCalendar.load(ConfigFiles.open("holidays-cn.csv")), ZONE);

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T15:00, PT4H, 2026-11-27T11:00",
        "2026-11-27T11:00, PT4H, 2026-11-26T15:00", // what is missing today is taken from yesterday's end
        "2026-11-30T09:00, PT8H, 2026-11-27T09:00", // over a weekend
        "2026-11-29T22:00, PT1H, 2026-11-27T16:00", // due on a Sunday night
        "2026-11-27T23:30, PT1H, 2026-11-27T16:00", // due at night
        "2026-10-08T10:00, PT2H, 2026-09-30T16:00", // over the National Day
        "2025-01-27T10:00, PT2H, 2025-01-26T16:00" // a Sunday that is worked for the Spring Festival
    })
    void aReminderComesSoMuchWorkingTimeBefore(LocalDateTime due, Duration time, LocalDateTime expected) {
        assertThat(HOURS.before(due.atZone(ZONE).toInstant(), time))
                .isEqualTo(expected.atZone(ZONE).toInstant());
    }

    @Test
    void noTimeIsNoTime() {
        LocalDateTime due = LocalDateTime.parse("2026-11-27T15:00");
        assertThatThrownBy(() -> HOURS.before(due.atZone(ZONE).toInstant(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
