package org.qibroker.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.qibroker.catalog.lint.Lines.caliper;
import static org.qibroker.catalog.lint.Lines.judged;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.lint.rules.LintedLine;
import org.qibroker.catalog.lint.rules.Linter;

/** What is doubtful about a line by itself, and what would be right. */
class LinterTest {
    @Test
    void nothingIsDoubtfulAboutAFaultlessLine() {
        assertThat(judged(caliper())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300~0 mm | 0~300 mm",
                "300 mm to 0 mm | 0 mm~300 mm",
                "25 mm～0.5 µm | 0.5 µm~25 mm",
                "100e3 … 500e-3 mm | 500e-3~100e3 mm"
            })
    void aRangeThatStandsOnItsHeadIsPutUpright(String written, String right) {
        assertThat(judged(caliper().over(written)))
                .extracting(Finding::rule, Finding::fix)
                .containsExactly(tuple(Rule.RANGE_INVERTED, Fix.replace(written, right)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"见附表", "0~300", "大于等于三百毫米", "1 mm ~ 2 kN"})
    void aRangeThatMeansNothingStaysTextAndIsToldSo(String written) {
        assertThat(judged(caliper().over(written)))
                .extracting(Finding::rule)
                .containsExactly(Rule.RANGE_NOT_UNDERSTOOD);
    }

    @Test
    void aUnitThatDoesNotMeasureTheQuantityIsNamedWithThoseThatDo() {
        Finding finding = judged(caliper().over("0~300 kN").within("U=0.02 mm")).get(0);
        assertThat(finding.rule()).isEqualTo(Rule.UNIT_OF_OTHER_QUANTITY);
        assertThat(finding.arguments().get(0)).isEqualTo("kN");
        assertThat(finding.arguments().get(2)).contains("mm");
        assertThat(judged(caliper().within("U=0.02 kN")))
                .extracting(Finding::rule, Finding::field)
                .containsExactly(tuple(Rule.UNIT_OF_OTHER_QUANTITY, Field.UNCERTAINTY));
    }

    @Test
    void aQuantityNobodyKnowsIsTold() {
        assertThat(judged(caliper().of("长短"))).extracting(Finding::rule).contains(Rule.QUANTITY_UNKNOWN);
    }

    @Test
    void anUncertaintyAsWideAsTheRangeMeasuresNothing() {
        assertThat(judged(caliper().within("U=300 mm")))
                .extracting(Finding::rule)
                .containsExactly(Rule.UNCERTAINTY_WIDER_THAN_RANGE);
        assertThat(judged(caliper().within("U=0.3 mm"))).isEmpty();
        assertThat(judged(caliper().over("100 mm").within("U=120 mm")))
                .extracting(Finding::rule)
                .containsExactly(Rule.UNCERTAINTY_WIDER_THAN_RANGE);
    }

    @Test
    void noLaboratoryIsBetterThanEveryNationalInstitute() {
        Finding finding = judged(caliper().within("U=0.002 nm")).get(0);
        assertThat(finding.rule()).isEqualTo(Rule.UNCERTAINTY_BELOW_BEST);
        assertThat(finding.arguments()).containsExactly("0.000000002 mm", "300 mm", "0.000005 mm");
        assertThat(judged(caliper().within("U=0.02 µm")))
                .as("an excellent laboratory")
                .isEmpty();
        assertThat(judged(caliper().over("0~300 mm").within("Urel=0.01%")))
                .as("a share is nothing at zero")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"U=0.5%, Urel=0.5%", "0.5 %, Urel=0.5 %", "50 ppm, Urel=50 ppm"})
    void aShareSaysOfWhat(String written, String right) {
        assertThat(judged(caliper().within(written)))
                .extracting(Finding::rule, Finding::fix)
                .containsExactly(tuple(Rule.RELATIVE_WITHOUT_REFERENCE, Fix.replace(written, right)));
        assertThat(judged(caliper().within(right))).isEmpty();
    }

    @Test
    void aCalibrationHasAnUncertaintyThatIsUnderstood() {
        assertThat(judged(caliper().within(null))).extracting(Finding::rule).containsExactly(Rule.UNCERTAINTY_MISSING);
        assertThat(judged(caliper().within("0.5级")))
                .extracting(Finding::rule)
                .containsExactly(Rule.UNCERTAINTY_NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JJG30—2012 | DESIGNATION_UNCLEAN | JJG 30-2012",
                "JJG 30-2002 | STANDARD_SUPERSEDED |",
                "JJG 30 | EDITION_MISSING |",
                "游标卡尺自编方法 | METHOD_IN_WORDS |",
                "ABCX 1234-2019 | DESIGNATION_UNKNOWN |"
            })
    void aMethodNamesAStandardInForceAsItsIssuerSpellsIt(String written, Rule rule, String right) {
        assertThat(judged(caliper().by(written)))
                .extracting(Finding::rule, Finding::fix)
                .containsExactly(tuple(rule, right == null ? null : Fix.replace(written, right)));
    }

    @Test
    void severalStandardsInOneTextAreTakenApart() {
        assertThat(judged(caliper().by("JJG 30-2012、JJF 1071-2010")))
                .extracting(Finding::fix)
                .containsExactly(Fix.replace("JJG 30-2012、JJF 1071-2010", "JJG 30-2012; JJF 1071-2010"));
    }

    @Test
    void anEditionThatOthersHaveLeftBehindIsTold() {
        LintedLine line = caliper().by("JJF 1071-2010").made();
        assertThat(Linter.line(line, Lines.around(List.of("JJF 1071-2010")))).isEmpty();
        assertThat(Linter.line(line, Lines.around(List.of("JJF 1071-2024"))))
                .extracting(Finding::rule, finding -> finding.arguments().get(1))
                .containsExactly(tuple(Rule.EDITION_OLDER, "JJF 1071-2024"));
        assertThat(Linter.line(line, Lines.around(List.of("JJF 1071-2091"))))
                .as("an edition from the future is a slip of the pen")
                .isEmpty();
        assertThat(judged(caliper().by())).extracting(Finding::rule).containsExactly(Rule.METHOD_MISSING);
    }

    @Test
    void aMarkNeedsAnAccreditationOfTheSiteInForceToday() {
        LintedLine line = caliper().marked("CNAS").made();
        Accreditation good = Lines.accreditation("CNAS", Lines.DAY, Lines.SITE);
        Accreditation over = Lines.accreditation("CNAS", Lines.DAY.minusDays(1), Lines.SITE);
        Accreditation elsewhere = Lines.accreditation("CNAS", LocalDate.of(2030, 1, 1), Lines.OTHER_SITE);
        assertThat(rulesOf(line, good)).isEmpty();
        assertThat(rulesOf(line)).containsExactly(Rule.ACCREDITATION_MISSING);
        assertThat(rulesOf(line, over)).containsExactly(Rule.ACCREDITATION_NOT_IN_FORCE);
        assertThat(rulesOf(line, elsewhere)).containsExactly(Rule.ACCREDITATION_OF_OTHER_SITE);
        assertThat(rulesOf(line, over, good)).as("one of them holds").isEmpty();
    }

    private static List<Rule> rulesOf(LintedLine line, Accreditation... accreditations) {
        return Linter.line(line, Lines.around(accreditations)).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void aLimitationThatSaysNothingGoes() {
        assertThat(judged(caliper().except("无")))
                .extracting(Finding::rule, Finding::fix)
                .containsExactly(tuple(Rule.LIMITATION_EMPTY, Fix.remove("无")));
        assertThat(judged(caliper().except("只做外测量")))
                .extracting(Finding::rule)
                .containsExactly(Rule.LIMITATION_NOT_UNDERSTOOD);
    }

    @Test
    void aMarkNobodyHasConfirmedYetWaitsForACoordinator() {
        Accreditation confirmed = Lines.accreditation("CNAS", LocalDate.of(2027, 1, 1), Lines.SITE);
        Accreditation stated = confirmed.with(Confirmation.STATED, 1);
        Accreditation rejected =
                confirmed.with(new Confirmation(Confirmation.State.REJECTED, "王敏", Instant.EPOCH, "查无此号"), 1);
        LintedLine line = caliper().marked("CNAS").made();
        assertThat(Linter.line(line, Lines.around(confirmed))).isEmpty();
        assertThat(Linter.line(line, Lines.around(stated)))
                .extracting(Finding::rule)
                .containsExactly(Rule.ACCREDITATION_UNCONFIRMED);
        assertThat(Linter.line(line, Lines.around(rejected)))
                .extracting(Finding::rule)
                .containsExactly(Rule.ACCREDITATION_NOT_IN_FORCE);
    }

    @Test
    void aUnitOfSeveralQuantitiesLeavesOpenWhichIsMeant() {
        Finding finding =
                judged(caliper().of(null).over("0~10 V").within("U=0.1 mV")).get(0);
        assertThat(finding.rule()).isEqualTo(Rule.QUANTITY_OPEN);
        assertThat(finding.arguments().get(1)).contains("dc-voltage", "ac-voltage");
        assertThat(judged(caliper().of(null))).as("only length has mm").isEmpty();
        assertThat(judged(caliper().of(null).over("0~10 kg").within("U=0.1 g")))
                .as("read as what is asked")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HP 34401", "EL 7520 current shunt", "Fluke 5502A, 50 turn coil"})
    void theModelOfAnInstrumentIsNoStandard(String written) {
        assertThat(judged(caliper().by(written))).extracting(Finding::rule).containsExactly(Rule.METHOD_IN_WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GMW14872", "GMW3172 (9.4.7, 9.4.8) (2018)", "GM9540P (2010)"})
    void aCompanySpellsItsStandardsAsItLikes(String written) {
        assertThat(judged(caliper().by(written))).isEmpty();
    }

    @Test
    void aDashIsNoRangeAndWordsAreNoIntervalOfACondition() {
        assertThat(judged(caliper().over("---"))).isEmpty();
        assertThat(judged(caliper().under("分光光度计"))).isEmpty();
        assertThat(judged(caliper().under("温度: Ambient to 50 °C")))
                .extracting(Finding::rule)
                .containsExactly(Rule.CONDITION_NOT_UNDERSTOOD);
        assertThat(judged(caliper().under("频率: 50 Hz, 60 Hz"))).isEmpty();
    }
}
