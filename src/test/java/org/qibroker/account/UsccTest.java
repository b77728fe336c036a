package org.qibroker.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {
    /**
     * By hand: the characters stand for 9 1 3 5 0 1 0 0 21 0 0 0 1 0 0 30 4, their weights are 1 3 9 27 19 26 16 17 20
     * 29 25 13 8 24 10 30 28; the products add up to 1640 = 52 · 31 + 28, and 31 - 28 = 3.
     */
    @Test
    void computesTheCheckCharacterAsByHand() {
        int sum = 9 * 1 + 1 * 3 + 3 * 9 + 5 * 27 + 1 * 26 + 21 * 20 + 1 * 8 + 30 * 30 + 4 * 28;
        assertThat(sum).isEqualTo(1640);
        assertThat(Uscc.check("91350100M000100Y4")).isEqualTo('3');
    }

    @Test
    void aSumThatIsAMultipleOfTheModulusGivesZero() {
        assertThat(Uscc.check("00000000000000000")).isEqualTo('0');
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "914403001922038216"})
    void knowsRightCodes(String code) {
        assertThat(Uscc.valid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44",
                "19350100M000100Y43",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "91350100I000100Y43",
                "91350100m000100y43",
                "",
                "统一社会信用代码统一社会信用代码统一"
            })
    void refusesWrongOnes(String code) {
        assertThat(Uscc.valid(code)).isFalse();
    }

    @Test
    void anySingleWrongCharacterShows() {
        String right = "91350100M000100Y43";
        for (int place = 0; place < right.length(); place++) {
            for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                String changed = right.substring(0, place) + other + right.substring(place + 1);
                assertThat(Uscc.valid(changed)).as(changed).isEqualTo(changed.equals(right));
            }
        }
    }

    @Test
    void normalisesBlanksAndCase() {
        assertThat(Uscc.normalised(" 9135 0100 m000100y43\t")).isEqualTo("91350100M000100Y43");
    }

    @Test
    void computesOnlyOverTheCodesAlphabet() {
        assertThatThrownBy(() -> Uscc.check("9135010OM000100Y4")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Uscc.check("9")).isInstanceOf(IllegalArgumentException.class);
    }
}
