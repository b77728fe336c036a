package org.qibroker.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T09:00:00Z, 2026-11-27T09:00:00Z, left.now, 0 0 0", // at the moment itself it is not late
        "2026-11-27T08:59:59.999Z, 2026-11-27T09:00:00Z, left.now, 0 0 0",
        "2026-11-27T08:58:30Z, 2026-11-27T09:00:00Z, left.minutes, 0 0 1",
        "2026-11-27T09:00:00.000001Z, 2026-11-27T09:00:00Z, late.now, 0 0 0",
        "2026-11-27T09:00:59Z, 2026-11-27T09:00:00Z, late.now, 0 0 0",
        "2026-11-27T09:01:00Z, 2026-11-27T09:00:00Z, late.minutes, 0 0 1",
        "2026-11-27T06:59:00Z, 2026-11-27T09:00:00Z, left.hours, 0 2 1",
        "2026-11-24T05:00:00Z, 2026-11-27T09:00:00Z, left.days, 3 4 0",
        "2026-11-29T10:30:00Z, 2026-11-27T09:00:00Z, late.days, 2 1 30"
    })
    void nothingIsLateByRounding(Instant now, Instant due, String key, String left) {
        Countdown countdown = Countdown.of(now, due, SHANGHAI);
        assertThat(countdown.days() + " " + countdown.hours() + " " + countdown.minutes())
                .isEqualTo(left);
        assertThat(countdown.late()).isEqualTo(key.startsWith("late"));
        assertThat(countdown.key()).isEqualTo(key);
    }

    @Test
    void theSameTimeTomorrowIsOneDayAwayInANightWhenTheClocksAreChanged() {
        Instant saturday = Instant.parse("2026-10-24T08:00:00Z");
        Instant sunday = Instant.parse("2026-10-25T09:00:00Z"); // ten o'clock on both days, 25 hours apart
        assertThat(Countdown.of(saturday, sunday, BERLIN)).isEqualTo(new Countdown(false, 1, 0, 0));
        Instant inMarch = Instant.parse("2027-03-27T09:00:00Z");
        Instant after = Instant.parse("2027-03-28T08:00:00Z"); // ten o'clock on both days, 23 hours apart
        assertThat(Countdown.of(inMarch, after, BERLIN)).isEqualTo(new Countdown(false, 1, 0, 0));
        assertThat(Countdown.of(after.plusSeconds(1), after, BERLIN).late()).isTrue();
    }
}
