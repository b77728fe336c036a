package org.qibroker.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Refusal;

class SampleCodeTest {
    private static final String USED = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Random chance = new Random(1);

    @Test
    void checksByTheExampleOfTheGlobalReleaseIdentifier() {
        assertThat(SampleCode.check("A12425GABC1234002")).isEqualTo('M');
    }

    @Test
    void readsItsOwnCodesHoweverTheyAreTyped() {
        IntStream.range(0, 1000).forEach(i -> {
            SampleCode code = SampleCode.fresh(chance);
            String typed =
                    code.spaced().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');
            assertThat(SampleCode.of(typed)).isEqualTo(code);
        });
    }

    @Test
    void findsEveryWrongCharacter() {
        for (int round = 0; round < 50; round++) {
            String code = SampleCode.fresh(chance).value();
            for (int i = 0; i < code.length(); i++) {
                for (int j = 0; j < USED.length(); j++) {
                    char other = USED.charAt(j);
                    if (other != code.charAt(i)) {
                        refused(code.substring(0, i) + other + code.substring(i + 1), "sample-code-check");
                    }
                }
            }
        }
    }

    @Test
    void findsNearlyEverySwapOfNeighbours() {
        int missed = 0;
        int swaps = 0;
        for (int round = 0; round < 2000; round++) {
            String code = SampleCode.fresh(chance).value();
            for (int i = 0; i + 1 < code.length(); i++) {
                if (code.charAt(i) != code.charAt(i + 1)) {
                    swaps++;
                    String swapped = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
                    missed += SampleCode.check(swapped.substring(0, 9)) == swapped.charAt(9) ? 1 : 0;
                }
            }
        }
        assertThat((double) missed / swaps).isLessThan(0.005);
    }

    @Test
    void saysWhatIsNoCode() {
        refused("", "sample-code-form");
        refused("12345", "sample-code-form");
        refused("ABCDE12345678", "sample-code-form");
        refused("ÄBCDE12345", "sample-code-form");
        refused("<script>ab", "sample-code-form");
    }

    private static void refused(String typed, String code) {
        assertThatThrownBy(() -> SampleCode.of(typed)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.faults().get(0).code())
                .isEqualTo(code));
    }
}
