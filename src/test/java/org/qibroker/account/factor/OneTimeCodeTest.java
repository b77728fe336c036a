package org.qibroker.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);
    private static final long STEP = 1_111_111_111 / 30;

    /** Test vectors of RFC 6238, appendix B, cut to six digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void isTheCodeOfTheStandard(long second, String code) {
        assertThat(OneTimeCode.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aClockHalfAMinuteOffIsForgivenAndAMinuteIsNot() {
        assertThat(OneTimeCode.step(SECRET, OneTimeCode.at(SECRET, NOW.minusSeconds(30)), NOW, 0))
                .isEqualTo(OptionalLong.of(STEP - 1));
        assertThat(OneTimeCode.step(SECRET, OneTimeCode.at(SECRET, NOW.plusSeconds(30)), NOW, 0))
                .isEqualTo(OptionalLong.of(STEP + 1));
        assertThat(OneTimeCode.step(SECRET, OneTimeCode.at(SECRET, NOW.minusSeconds(60)), NOW, 0))
                .isEmpty();
    }

    @Test
    void aCodeIsTakenOnce() {
        String code = OneTimeCode.at(SECRET, NOW);
        long used = OneTimeCode.step(SECRET, code, NOW, 0).orElseThrow();
        assertThat(OneTimeCode.step(SECRET, code, NOW, used)).isEmpty();
    }

    @Test
    void whatIsNoCodeIsNone() {
        assertThat(OneTimeCode.step(SECRET, "", NOW, 0)).isEmpty();
        assertThat(OneTimeCode.step(SECRET, "０５０４７１", NOW, 0)).isEmpty();
    }
}
