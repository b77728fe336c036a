package org.qibroker.report.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibroker.report.conformity.Conformity.CONDITIONAL_FAIL;
import static org.qibroker.report.conformity.Conformity.CONDITIONAL_PASS;
import static org.qibroker.report.conformity.Conformity.FAIL;
import static org.qibroker.report.conformity.Conformity.PASS;
import static org.qibroker.shared.DecisionRule.GUARDED_ACCEPTANCE;
import static org.qibroker.shared.DecisionRule.GUARDED_NON_BINARY;
import static org.qibroker.shared.DecisionRule.SIMPLE_ACCEPTANCE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.shared.DecisionRule;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** ILAC-G8:09/2019, clause by clause. */
class AcceptanceTest {
    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static ResultLine line(
            String value, @Nullable String uncertainty, @Nullable String lower, @Nullable String upper) {
        return new ResultLine(
                "示值误差", new BigDecimal(value), "mm", number(uncertainty), null, number(lower), number(upper));
    }

    /** A value whose tolerance ends at 10, with U = 1. */
    private static Optional<Conformity> below10(String value, DecisionRule rule) {
        return Acceptance.of(line(value, "1", null, "10"), rule);
    }

    @Test
    void simpleAcceptancePassesUpToTheToleranceLimit() {
        assertThat(below10("9.5", SIMPLE_ACCEPTANCE)).contains(PASS);
        assertThat(below10("10", SIMPLE_ACCEPTANCE)).contains(PASS);
        assertThat(below10("10.1", SIMPLE_ACCEPTANCE)).contains(FAIL);
    }

    @Test
    void aGuardBandOfTheUncertaintyMovesTheAcceptanceLimitInwards() {
        assertThat(below10("8.9", GUARDED_ACCEPTANCE)).contains(PASS);
        assertThat(below10("9", GUARDED_ACCEPTANCE)).contains(PASS);
        assertThat(below10("9.1", GUARDED_ACCEPTANCE)).contains(FAIL);
        assertThat(below10("10.5", GUARDED_ACCEPTANCE)).contains(FAIL);
    }

    @Test
    void theNonBinaryRuleSaysOnWhichSideOfTheLimitAValueWithinTheGuardBandLies() {
        assertThat(below10("9", GUARDED_NON_BINARY)).contains(PASS);
        assertThat(below10("9.1", GUARDED_NON_BINARY)).contains(CONDITIONAL_PASS);
        assertThat(below10("10", GUARDED_NON_BINARY)).contains(CONDITIONAL_PASS);
        assertThat(below10("10.1", GUARDED_NON_BINARY)).contains(CONDITIONAL_FAIL);
        assertThat(below10("11", GUARDED_NON_BINARY)).contains(CONDITIONAL_FAIL);
        assertThat(below10("11.1", GUARDED_NON_BINARY)).contains(FAIL);
    }

    /**
     * A caliper at 300 mm (MPE ±0.03 mm), a pressure gauge (±0.016 MPa), the yield strength of a rebar (at least 400 MPa) and
     * lead in water (at most 10 µg/L), each where the rules part.
     */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // value, U, lower, upper, simple, guarded, non-binary
                "0.010, 0.008, -0.03, 0.03, PASS, PASS, PASS",
                "0.022, 0.008, -0.03, 0.03, PASS, PASS, PASS",
                "0.024, 0.008, -0.03, 0.03, PASS, FAIL, CONDITIONAL_PASS",
                "-0.030, 0.008, -0.03, 0.03, PASS, FAIL, CONDITIONAL_PASS",
                "0.036, 0.008, -0.03, 0.03, FAIL, FAIL, CONDITIONAL_FAIL",
                "0.039, 0.008, -0.03, 0.03, FAIL, FAIL, FAIL",
                "-0.012, 0.004, -0.016, 0.016, PASS, PASS, PASS",
                "0.013, 0.004, -0.016, 0.016, PASS, FAIL, CONDITIONAL_PASS",
                "407, 6, 400, -, PASS, PASS, PASS",
                "403, 6, 400, -, PASS, FAIL, CONDITIONAL_PASS",
                "395, 6, 400, -, FAIL, FAIL, CONDITIONAL_FAIL",
                "393, 6, 400, -, FAIL, FAIL, FAIL",
                "8.4, 1.5, -, 10, PASS, PASS, PASS",
                "9.1, 1.5, -, 10, PASS, FAIL, CONDITIONAL_PASS",
                "11.5, 1.5, -, 10, FAIL, FAIL, CONDITIONAL_FAIL"
            })
    void workedExamplesComeOutAsByHand(ArgumentsAccessor row) {
        ResultLine line = line(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
        assertThat(Acceptance.of(line, SIMPLE_ACCEPTANCE)).contains(row.get(4, Conformity.class));
        assertThat(Acceptance.of(line, GUARDED_ACCEPTANCE)).contains(row.get(5, Conformity.class));
        assertThat(Acceptance.of(line, GUARDED_NON_BINARY)).contains(row.get(6, Conformity.class));
    }

    /**
     * The same caliper (0.022 mm, MPE ±0.03 mm) with an uncertainty stated in several ways: w is U with k = 2. A standard
     * uncertainty of 0.004 mm is U = 0.008 with k = 2 and U = 0.012 with k = 3, and decides alike.
     */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // value, U, k, w, guarded, non-binary
                "0.022, 0.008, -, 0.008, PASS, PASS",
                "0.022, 0.008, 2, 0.008, PASS, PASS",
                "0.022, 0.012, 3, 0.008, PASS, PASS",
                "0.022, 0.004, 1, 0.008, PASS, PASS",
                "0.023, 0.012, 3, 0.008, FAIL, CONDITIONAL_PASS",
                "0.023, 0.004, 1, 0.008, FAIL, CONDITIONAL_PASS",
                "0.038, 0.012, 3, 0.008, FAIL, CONDITIONAL_FAIL",
                "0.039, 0.012, 3, 0.008, FAIL, FAIL",
                "0.022, 0.01, 2.5, 0.008, PASS, PASS",
                "0.022, 0.0066, 1.65, 0.008, PASS, PASS"
            })
    void theGuardBandIsTheUncertaintyWithAFactorOfTwoHoweverItWasStated(ArgumentsAccessor row) {
        ResultLine line = new ResultLine(
                "示值误差",
                new BigDecimal(row.getString(0)),
                "mm",
                number(row.getString(1)),
                number(row.getString(2)),
                new BigDecimal("-0.03"),
                new BigDecimal("0.03"));
        assertThat(line.guardBand(GUARDED_ACCEPTANCE))
                .hasValueSatisfying(w -> assertThat(w).isEqualByComparingTo(row.getString(3)));
        assertThat(line.guardBand(SIMPLE_ACCEPTANCE)).isEmpty();
        assertThat(Acceptance.of(line, GUARDED_ACCEPTANCE)).contains(row.get(4, Conformity.class));
        assertThat(Acceptance.of(line, GUARDED_NON_BINARY)).contains(row.get(5, Conformity.class));
        assertThat(Acceptance.of(line, SIMPLE_ACCEPTANCE))
                .contains(line.value().compareTo(new BigDecimal("0.03")) <= 0 ? PASS : FAIL);
    }

    @Test
    void aFactorThatWasNotStatedIsSaid() {
        assertThat(line("1", "1", null, "10").factor()).contains(BigDecimal.valueOf(2));
        assertThat(line("1", null, null, "10").factor()).isEmpty();
    }

    @Test
    void aToleranceWithTwoLimitsHoldsAtBoth() {
        for (String sign : List.of("", "-")) {
            assertThat(Acceptance.of(line(sign + "0.02", "0.01", "-0.03", "0.03"), GUARDED_NON_BINARY))
                    .contains(PASS);
            assertThat(Acceptance.of(line(sign + "0.025", "0.01", "-0.03", "0.03"), GUARDED_NON_BINARY))
                    .contains(CONDITIONAL_PASS);
            assertThat(Acceptance.of(line(sign + "0.031", "0.01", "-0.03", "0.03"), GUARDED_NON_BINARY))
                    .contains(CONDITIONAL_FAIL);
            assertThat(Acceptance.of(line(sign + "0.041", "0.01", "-0.03", "0.03"), GUARDED_NON_BINARY))
                    .contains(FAIL);
        }
    }

    @Test
    void anUncertaintyAsWideAsTheToleranceNeverPassesWithoutCondition() {
        assertThat(Acceptance.of(line("0", "0.04", "-0.03", "0.03"), GUARDED_ACCEPTANCE))
                .contains(FAIL);
        assertThat(Acceptance.of(line("0", "0.04", "-0.03", "0.03"), GUARDED_NON_BINARY))
                .contains(CONDITIONAL_PASS);
    }

    @Test
    void aLimitExactlyMetIsMetWithinARelative1e9() {
        assertThat(Acceptance.of(line("0.3", "0.1", null, "0.4"), GUARDED_ACCEPTANCE))
                .contains(PASS);
        assertThat(Acceptance.of(line("0", "0.1", "-0.1", null), GUARDED_ACCEPTANCE))
                .contains(PASS);
        assertThat(Acceptance.of(line("10.00000001", null, null, "10"), SIMPLE_ACCEPTANCE))
                .contains(PASS);
        assertThat(Acceptance.of(line("10.0000001", null, null, "10"), SIMPLE_ACCEPTANCE))
                .contains(FAIL);
        assertThat(Acceptance.of(line("0.0000000001", null, null, "0"), SIMPLE_ACCEPTANCE))
                .contains(FAIL);
    }

    @Test
    void nothingIsStatedWithoutARuleALimitOrTheUncertaintyTheRuleNeeds() {
        assertThat(Acceptance.of(line("1", "1", null, "10"), null)).isEmpty();
        assertThat(Acceptance.of(line("1", "1", null, null), SIMPLE_ACCEPTANCE)).isEmpty();
        assertThat(Acceptance.of(line("1", null, null, "10"), GUARDED_ACCEPTANCE))
                .isEmpty();
        assertThat(Acceptance.of(line("1", null, null, "10"), SIMPLE_ACCEPTANCE))
                .contains(PASS);
    }

    @Test
    void allResultsTogetherAreAsGoodAsTheWorst() {
        Statement statement = new Statement(
                GUARDED_NON_BINARY,
                null,
                null,
                List.of(line("1", "1", null, "10"), line("9.5", "1", null, "10"), line("5", null, null, null)));
        assertThat(statement.conformity()).contains(CONDITIONAL_PASS);
        assertThat(Statement.NONE.conformity()).isEmpty();
    }

    @Test
    void whatDoesNotFitTogetherIsNamed() {
        Statement wrong = new Statement(
                GUARDED_ACCEPTANCE, null, null, List.of(line("1", null, null, "10"), line("1", "1", "3", "2")));
        assertThatThrownBy(() -> wrong.checked("/statement"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.faults())
                        .extracting(FieldFault::pointer)
                        .containsExactly(
                                "/statement/results/0/expandedUncertainty", "/statement/results/1/upperLimit"));
        Statement aimless = new Statement(SIMPLE_ACCEPTANCE, null, null, List.of(line("1", null, null, null)));
        assertThatThrownBy(() -> aimless.checked("")).isInstanceOf(Refusal.class);
    }
}
