package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Accreditation.Status;
import org.qibroker.catalog.Confirmation;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.CandidateVerdict;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.GapVerdict;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.shared.Money;

class CriteriaTest {
    private static Scopes lab() {
        return new Scopes().provider("甲").holding("CNAS");
    }

    private static Verdict verdict(ItemAnswer answer, Criterion criterion) {
        List<CriterionResult> criteria = answer.candidates().isEmpty()
                ? answer.nearMisses().get(0).criteria()
                : answer.candidates().get(0).criteria();
        return criteria.get(criterion.ordinal()).verdict();
    }

    private static CandidateVerdict only(ItemAnswer answer) {
        assertThat(answer.candidates()).hasSize(1);
        return answer.candidates().get(0).verdict();
    }

    @Test
    void aConditionNotAskedIsShownAndOneTheLineDoesNotMentionIsUndecidable() {
        Scopes with = lab().line(new LineText().condition("频率", "45 Hz~65 Hz"));
        Scopes without = lab().line(new LineText());
        assertThat(verdict(with.answer(Items.caliper().spec()), Criterion.CONDITIONS))
                .isEqualTo(Verdict.NOT_ASKED);
        assertThat(verdict(
                        with.answer(
                                Items.caliper().condition("频率", 50, 60, "Hz").spec()),
                        Criterion.CONDITIONS))
                .isEqualTo(Verdict.COVERED);
        assertThat(verdict(
                        with.answer(
                                Items.caliper().condition("频率", 50, 400, "Hz").spec()),
                        Criterion.CONDITIONS))
                .isEqualTo(Verdict.PARTLY);
        assertThat(verdict(
                        without.answer(
                                Items.caliper().condition("频率", 50, 60, "Hz").spec()),
                        Criterion.CONDITIONS))
                .isEqualTo(Verdict.UNDECIDABLE);
    }

    @Test
    void allMethodsAreRequiredAndAnotherEditionIsPartly() {
        Scopes scopes = lab().line(new LineText().methods("JJG 30-2012"));
        assertThat(only(scopes.answer(Items.caliper().methods("JJG 30-2012").spec())))
                .isEqualTo(CandidateVerdict.COVERED);
        assertThat(only(scopes.answer(Items.caliper().methods("JJG 30").spec())))
                .isEqualTo(CandidateVerdict.COVERED);
        assertThat(only(scopes.answer(Items.caliper().methods("JJG 30-2002").spec())))
                .isEqualTo(CandidateVerdict.CONDITIONAL);
        assertThat(scopes.answer(Items.caliper()
                                .methods("JJG 30-2012", "JJF 1059.1-2012")
                                .spec())
                        .candidates())
                .isEmpty();
    }

    @Test
    void numbersThatDifferOnlyInADotAreDifferentStandards() {
        Scopes scopes = lab().line(new LineText().methods("GB/T 2281-2021"));
        assertThat(scopes.answer(Items.caliper().methods("GB/T 228.1-2021").spec())
                        .candidates())
                .isEmpty();
    }

    @Test
    void aUnitThatServesManyQuantitiesLeavesTheQuantityOpen() {
        ItemSpec asked = Items.caliper()
                .quantity("dc-voltage")
                .range(0.0, 500.0, "V")
                .limit(0.2, "V")
                .spec();
        ItemAnswer open =
                lab().line(LineText.of("0~1000 V", "U=0.1 V").unstated()).answer(asked);
        assertThat(only(open)).isEqualTo(CandidateVerdict.CONDITIONAL);
        assertThat(verdict(open, Criterion.QUANTITY)).isEqualTo(Verdict.UNDECIDABLE);
        assertThat(verdict(open, Criterion.RANGE)).isEqualTo(Verdict.COVERED);
        assertThat(verdict(open, Criterion.UNCERTAINTY)).isEqualTo(Verdict.COVERED);
        assertThat(lab().line(LineText.of("AC: 0~1000 V", "U=0.1 V").unstated())
                        .answer(asked)
                        .candidates())
                .isEmpty();
    }

    @Test
    void aMarkCountsOnlyWhileTheSiteHoldsTheAccreditation() {
        ItemSpec asked = Items.caliper().marks("CNAS").spec();
        LocalDate day = Scopes.DAY;
        Scopes suspended =
                new Scopes().provider("甲").holding("CNAS", Status.SUSPENDED, day.minusDays(9), day.plusDays(90));
        Scopes expiring = new Scopes().provider("甲").holding("CNAS", Status.ACTIVE, day.minusDays(9), day.plusDays(3));
        assertThat(only(lab().line(new LineText()).answer(asked))).isEqualTo(CandidateVerdict.COVERED);
        assertThat(verdict(lab().line(new LineText().marks()).answer(asked), Criterion.MARK))
                .isEqualTo(Verdict.NOT_COVERED);
        assertThat(verdict(suspended.line(new LineText()).answer(asked), Criterion.MARK))
                .isEqualTo(Verdict.NOT_COVERED);
        assertThat(verdict(expiring.line(new LineText()).answer(asked), Criterion.MARK))
                .isEqualTo(Verdict.NOT_COVERED);
        assertThat(only(expiring.line(new LineText().days(1)).answer(asked))).isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void aMarkIsOpenUntilItsAccreditationIsConfirmedAndLostOnceItIsRejected() {
        ItemSpec asked = Items.caliper().marks("CNAS").spec();
        LocalDate from = Scopes.DAY.minusDays(9);
        LocalDate to = Scopes.DAY.plusDays(90);
        Confirmation rejected =
                new Confirmation(Confirmation.State.REJECTED, "王敏", Instant.parse("2026-05-01T00:00:00Z"), "证书编号查无此证");
        Scopes stated = new Scopes().provider("甲").holding("CNAS", Status.ACTIVE, Confirmation.STATED, from, to);
        Scopes refused = new Scopes().provider("甲").holding("CNAS", Status.ACTIVE, rejected, from, to);
        ItemAnswer open = stated.line(new LineText()).answer(asked);
        assertThat(only(open)).isEqualTo(CandidateVerdict.CONDITIONAL);
        assertThat(verdict(open, Criterion.MARK)).isEqualTo(Verdict.UNDECIDABLE);
        assertThat(verdict(refused.line(new LineText()).answer(asked), Criterion.MARK))
                .isEqualTo(Verdict.NOT_COVERED);
    }

    @Test
    void aMarkIsTheSameHoweverItIsWritten() {
        Scopes lab = new Scopes().provider("甲").holding("计量授权");
        assertThat(only(lab.line(new LineText().marks("强制检定"))
                        .answer(Items.caliper().marks("法定计量授权").spec())))
                .isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void aLimitationMakesItConditionalWhateverWasAsked() {
        assertThat(only(lab().line(new LineText().limitation("只测外测量爪"))
                        .answer(Items.caliper().spec())))
                .isEqualTo(CandidateVerdict.CONDITIONAL);
    }

    @Test
    void deadlineAndBudgetAreHeldAgainstFinishAndPrice() {
        Scopes scopes = lab().line(new LineText());
        MatchRequest late = new MatchRequest(
                null,
                LocalDate.of(2026, 11, 30),
                null,
                null,
                null,
                null,
                List.of(Items.caliper().spec()));
        MatchRequest intime = new MatchRequest(
                null,
                LocalDate.of(2026, 12, 1),
                Money.fen(50_000),
                null,
                null,
                null,
                List.of(Items.caliper().pieces(5).spec()));
        MatchRequest dear = new MatchRequest(
                null,
                null,
                Money.fen(49_999),
                null,
                null,
                null,
                List.of(Items.caliper().pieces(5).spec()));
        assertThat(scopes.answer(late).nearMisses().get(0).relaxations())
                .containsExactly(new Relaxation(
                        Criterion.DEADLINE,
                        "2026-11-30",
                        "2026-12-01",
                        List.of(Change.set("/neededBy", LocalDate.of(2026, 12, 1)))));
        assertThat(scopes.answer(late).gap()).isEqualTo(new GapVerdict(null, "bargain-only"));
        assertThat(only(scopes.answer(intime))).isEqualTo(CandidateVerdict.COVERED);
        assertThat(scopes.answer(dear).nearMisses().get(0).failed()).containsExactly(Criterion.BUDGET);
    }
}
