package org.qibroker.matching.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.Messages;

class ProofSentencesTest {
    private static final ProofSentences SENTENCES = new ProofSentences(Messages.load(), UnitRegistry.standard());

    private static CriterionResult result(
            Criterion criterion,
            Verdict verdict,
            @Nullable String asked,
            @Nullable String offered,
            @Nullable String reason) {
        return new CriterionResult(criterion, verdict, asked, offered, reason, null, null);
    }

    @Test
    void theWorstPointIsSaidInBothLanguages() {
        CriterionResult u = result(Criterion.UNCERTAINTY, Verdict.COVERED, "20 µm", "15 µm at 300 mm", null);
        assertThat(SENTENCES.of(Messages.EN, u)).isEqualTo("U at 300 mm is 15 µm, you asked for 20 µm or better.");
        assertThat(SENTENCES.of(Messages.ZH, u)).isEqualTo("在 300 mm 处 U 为 15 µm，要求不大于 20 µm。");
    }

    @Test
    void aReasonThatTheVerdictDoesNotTellIsAdded() {
        CriterionResult method =
                result(Criterion.METHOD, Verdict.PARTLY, "JJG 30-2012", "JJG 30-2002", "other-edition");
        assertThat(SENTENCES.of(Messages.EN, method))
                .isEqualTo("You asked for JJG 30-2012; the scope names JJG 30-2002. An older edition.");
        CriterionResult range = result(Criterion.RANGE, Verdict.PARTLY, "0–300 mm", "0–150 mm", "part-of-range");
        assertThat(SENTENCES.of(Messages.EN, range)).isEqualTo("The range 0–150 mm covers only part of 0–300 mm.");
    }

    @Test
    void quantitiesAreCalledByTheirNamesAndPricesToBeginFromAreSaidToBe() {
        CriterionResult quantity = result(Criterion.QUANTITY, Verdict.COVERED, "dc-voltage", "dc-voltage", null);
        assertThat(SENTENCES.of(Messages.ZH, quantity)).isEqualTo("量为直流电压，符合要求。");
        CriterionResult price = result(Criterion.BUDGET, Verdict.NOT_ASKED, null, "≥ CNY 4200.00", null);
        assertThat(SENTENCES.of(Messages.EN, price)).isEqualTo("It costs CNY 4200.00 or more; you set no budget.");
        assertThat(SENTENCES.of(Messages.ZH, price)).isEqualTo("价格为 CNY 4200.00 起，未设预算。");
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(Criterion.values()).flatMap(criterion -> Arrays.stream(Verdict.values())
                .flatMap(verdict ->
                        Stream.of(Messages.EN, Messages.ZH).map(locale -> Arguments.of(criterion, verdict, locale))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyCriterionAndVerdictIsASentence(Criterion criterion, Verdict verdict, Locale locale) {
        String value =
                switch (criterion) {
                    case FAMILY -> "METROLOGY";
                    case SERVICE_KIND -> "CALIBRATION";
                    case ONSITE -> "true";
                    default -> "0.02 mm";
                };
        for (String asked : new String[] {value, null}) {
            for (String offered : new String[] {value, "", null}) {
                String said = SENTENCES.of(locale, result(criterion, verdict, asked, offered, "not-said"));
                assertThat(said)
                        .doesNotContain("matching.")
                        .doesNotContain("null")
                        .doesNotContain("{");
                assertThat(said).matches("(?s).*[.。]");
            }
        }
    }
}
