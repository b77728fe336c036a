package org.qibroker.matching.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final Spelling SPELLING = Thesaurus.standard().spelling();

    @ParameterizedTest
    @CsvSource({"calipre,caliper", "calper,caliper", "multimeterr,multimeter", "termometer,thermometer", "ybkc,游标卡尺"})
    void oneErrorIsPutRight(String written, String meant) {
        assertThat(SPELLING.correct(written))
                .hasValueSatisfying(correction -> assertThat(correction.word()).isEqualTo(meant));
    }

    @ParameterizedTest
    @CsvSource({"caliper", "clipre", "gag", "abcd", "量子", "x"})
    void whatIsRightOrTooFarOrUnclearStays(String written) {
        assertThat(SPELLING.correct(written)).isEmpty();
    }

    @Test
    void oneEditIsOneLetter() {
        assertThat(Spelling.withinOneEdit("caliper", "calipre")).isTrue();
        assertThat(Spelling.withinOneEdit("caliper", "calliper")).isTrue();
        assertThat(Spelling.withinOneEdit("caliper", "calipers")).isTrue();
        assertThat(Spelling.withinOneEdit("caliper", "cauiper")).isTrue();
        assertThat(Spelling.withinOneEdit("caliper", "caliper")).isTrue();
        assertThat(Spelling.withinOneEdit("caliper", "claiprr")).isFalse();
        assertThat(Spelling.withinOneEdit("caliper", "calipeers")).isFalse();
    }

    @Test
    void aCorrectedWordIsNoCoverage() {
        assertThat(Thesaurus.standard().subjects().coverings("calipre")).containsOnlyKeys("calipre");
    }
}
