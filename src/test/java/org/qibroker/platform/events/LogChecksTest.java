package org.qibroker.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of the night is due at half past two in Shanghai, each night once. */
class LogChecksTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-26T18:30:00Z, 2026-11-26T18:30:00Z",
        "2026-11-26T18:29:59Z, 2026-11-25T18:30:00Z",
        "2026-11-27T12:00:00Z, 2026-11-26T18:30:00Z",
        "2027-01-01T00:00:00Z, 2026-12-31T18:30:00Z"
    })
    void theLatestNight(Instant now, Instant due) {
        assertThat(LogChecks.night(now)).isEqualTo(due);
    }

    @Test
    void isNeverAheadOfTheMoment() {
        Instant now = Instant.parse("2026-11-27T18:30:00.000001Z");
        assertThat(LogChecks.night(now)).isBefore(now);
    }
}
