package org.qibroker.matching.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.measure.Numbers;

class DigitsTest {
    private static final MathContext TEN = new MathContext(10, RoundingMode.HALF_EVEN);
    private static final MathContext THREE_UP = new MathContext(3, RoundingMode.CEILING);

    @ParameterizedTest
    @CsvSource({
        "0.0211,    0.0211",
        "0.02111,   0.0212",
        "0.0211000000001, 0.0211",
        "0.02110000001, 0.0212",
        "999.1,     1000",
        "1000,      1000",
        "123456,    124000",
        "5e-20,     5e-20",
        "0,         0"
    })
    void threeDigitsAreKeptAndWhatIsBeyondTenDigitsDoesNotCount(double value, double rounded) {
        assertThat(Digits.up(value)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "0.021149, 4, 0.02115",
        "-0.02, 4, -0.02",
        "99999, 4, 100000",
        "1234567, 6, 1234570",
        "0.000012345, 2, 0.000012",
        "1e-12, 4, 1e-12",
        "2.5e20, 4, 2.5e20",
        "0, 4, 0"
    })
    void digitsAreWrittenOutUnlessThereAreTooMany(double value, int digits, String text) {
        assertThat(Digits.print(value, digits)).isEqualTo(text);
    }

    /** As decimals have it, also just beside what has few digits and where rounding turns. */
    @Property(tries = 5000)
    void plainNumbersAndDecimalsSayTheSame(
            @ForAll @LongRange(min = -9_999_999_999_999L, max = 9_999_999_999_999L) long any,
            @ForAll @IntRange(min = 100, max = 9999) int few,
            @ForAll @LongRange(min = -200, max = 200) long beside,
            @ForAll @IntRange(min = -25, max = 10) int exponent) {
        same(BigDecimal.valueOf(any).scaleByPowerOfTen(exponent).doubleValue());
        BigDecimal near = BigDecimal.valueOf(few).add(BigDecimal.valueOf(beside).scaleByPowerOfTen(-9));
        same(near.scaleByPowerOfTen(exponent).doubleValue());
        same(near.add(BigDecimal.valueOf(5, 1)).scaleByPowerOfTen(exponent).doubleValue());
    }

    private static void same(double value) {
        BigDecimal exact = new BigDecimal(value);
        assertThat(Digits.ten(value)).isEqualTo(exact.round(TEN).doubleValue());
        assertThat(Digits.up(value)).isEqualTo(exact.round(TEN).round(THREE_UP).doubleValue());
        for (int digits : new int[] {2, 4, 6}) {
            assertThat(Digits.print(value, digits))
                    .isEqualTo(
                            Numbers.print(exact.round(new MathContext(digits)).doubleValue()));
        }
    }
}
