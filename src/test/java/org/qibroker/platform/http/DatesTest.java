package org.qibroker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static String written(Instant moment) {
        return Json.write(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-27T22:45:00Z",
                "2026-01-02T03:04:05.600Z",
                "2024-02-29T23:59:59.000001Z",
                "1900-01-01T00:00:00.000000001Z",
                "1969-12-31T23:59:59.999Z",
                "-0001-12-31T23:59:59Z",
                "+12026-01-01T00:00:00Z"
            })
    void aMomentIsWrittenAsItIsRead(String text) {
        assertThat(written(Instant.parse(text))).isEqualTo("\"" + text + "\"");
    }

    @Property
    void everyMomentIsWrittenAsJavaWritesIt(
            @ForAll @LongRange(min = -31_000_000_000L, max = 300_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant moment = Instant.ofEpochSecond(second, nanos);
        assertThat(written(moment)).isEqualTo("\"" + moment + "\"");
    }
}
