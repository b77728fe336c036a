package org.qibroker.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionRuleTest {
    private final Equivalences equivalences = Equivalences.standard();

    @ParameterizedTest
    @CsvSource({
        "JJG 30-2012, JJG30—2012, COVERED",
        "JJG 30, JJG 30-2012, COVERED",
        "JJG 30, JJG 30, COVERED",
        "JJG 30-2012, JJG 30, UNDECIDABLE_UNDATED",
        "JJG 30-2012, JJG 30-2002, PARTLY_OTHER_EDITION",
        "JJG 30-2002, JJG 30-2012, PARTLY_NEWER_EDITION",
        "JJG 30-2012, JJG 34-2012, DIFFERENT",
        "GB/T 228.1-2021, GB/T 228.2-2021, DIFFERENT",
        "GB/T 228.1-2021, GB/T 228-2021, DIFFERENT",
        "GB 228.1-2021, GB/T 228.1-2021, DIFFERENT",
        "ASTM D1683/D1683M-17, ASTM D1683/D1683M-17(2018), COVERED",
        "ASTM C627-18, ASTM C627-18(2024)e1, COVERED",
        "EN 196-3:2005, EN 196-3:2005+A1:2008, PARTLY_NEWER_EDITION",
        "EN 196-3:2005+A1:2008, EN 196-3:2005, PARTLY_OTHER_EDITION",
    })
    void judgesByStandardAndEdition(String asked, String offered, Judgement expected) {
        assertThat(judge(asked, offered)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO 9001:2015, GB/T 19001-2016, COVERED",
        "GB/T 19001-2016, ISO 9001:2015, COVERED",
        "ISO 9001, GB/T 19001-2016, COVERED",
        "ISO 9001:2008, GB/T 19001-2016, PARTLY_NEWER_EDITION",
        "ISO 6892-1:2019, GB/T 228.1-2021, DIFFERENT",
        "ISO 9001:2015, GB/T 19001, DIFFERENT",
    })
    void takesAnAdoptionForTheOriginalOnlyIfRecordedAsIdentical(String asked, String offered, Judgement expected) {
        assertThat(judge(asked, offered)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GB/T 5750.4-2006 (1.1), GB/T 5750.4-2006 (1.1), COVERED",
        "GB/T 5750.4-2006 (1.1), GB/T 5750.4-2006, COVERED",
        "GB/T 5750.4-2006, GB/T 5750.4-2006 (1.1), COVERED",
        "GB/T 5750.4-2006 (1.1), GB/T 5750.4-2006 (1), COVERED",
        "GB/T 5750.4-2006 (1.1), GB/T 5750.4-2006 (2.1), DIFFERENT",
        "GB/T 5750.4-2006 (1.1), GB/T 5750.4-2006 (1.11), DIFFERENT",
    })
    void aClauseIsCoveredByItselfOrWhatContainsIt(String asked, String offered, Judgement expected) {
        assertThat(judge(asked, offered)).isEqualTo(expected);
    }

    @Test
    void everyRecordedAdoptionWorksBothWays() {
        assertThat(equivalences.identical(read("GB/T 27025-2019"), read("ISO/IEC 17025:2017")))
                .isTrue();
        assertThat(equivalences.identical(read("ISO/IEC 17025:2017"), read("GB/T 27025-2019 (7.6)")))
                .isTrue();
        assertThat(equivalences.identical(read("ISO/IEC 17025:2005"), read("GB/T 27025-2019")))
                .isFalse();
        assertThat(Equivalences.none().identical(read("ISO 9001:2015"), read("GB/T 19001-2016")))
                .isFalse();
    }

    @Test
    void refusesATableWithoutEditions() {
        String table = "adopted,original,note\nGB/T 19001,ISO 9001:2015,\n";
        assertThatThrownBy(() -> Equivalences.load(new StringReader(table)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    private Judgement judge(String asked, String offered) {
        return EditionRule.judge(read(asked), read(offered), equivalences);
    }

    private static Designation read(String text) {
        return Designations.parse(text).orElseThrow();
    }
}
