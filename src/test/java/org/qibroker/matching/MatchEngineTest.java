package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.CandidateVerdict;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.answer.GapVerdict;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.candidates.Patience;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.ServiceKind;

class MatchEngineTest {
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
    void onlyFamilyAndSubjectAreNeeded() {
        assertThat(only(lab().line(new LineText()).answer(Items.caliper().spec())))
                .isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void aLineOfAnotherSubjectIsOutAndNoNearMiss() {
        ItemAnswer answer =
                lab().line(new LineText().subject("钢卷尺")).answer(Items.caliper().spec());
        assertThat(answer.candidates()).isEmpty();
        assertThat(answer.nearMisses()).isEmpty();
        assertThat(answer.gap()).isEqualTo(new GapVerdict(GapType.CAPABILITY, "subject-in-no-scope"));
    }

    @Test
    void aSynonymAndABroaderTermCoverAndAreNamedInTheProof() {
        ItemAnswer synonym = lab().line(new LineText().subject("电子卡尺"))
                .answer(Items.caliper().spec());
        ItemAnswer broader = lab().line(new LineText().subject("通用卡尺"))
                .answer(Items.caliper().spec());
        ItemAnswer narrower = lab().line(new LineText())
                .answer(Items.caliper().subject("通用卡尺").spec());
        assertThat(synonym.candidates()
                        .get(0)
                        .criteria()
                        .get(Criterion.SUBJECT.ordinal())
                        .reason())
                .isEqualTo("synonym");
        assertThat(broader.candidates()
                        .get(0)
                        .criteria()
                        .get(Criterion.SUBJECT.ordinal())
                        .reason())
                .isEqualTo("broader");
        assertThat(narrower.candidates()).isEmpty();
    }

    @Test
    void aLineOfAnotherServiceOrQuantityIsOut() {
        Scopes scopes = lab().line(new LineText());
        assertThat(scopes.answer(Items.caliper().kind(ServiceKind.VERIFICATION).spec())
                        .candidates())
                .isEmpty();
        assertThat(scopes.answer(Items.caliper().quantity("mass").spec()).candidates())
                .isEmpty();
        assertThat(scopes.answer(Items.caliper().limit(1, "kg").spec()).candidates())
                .isEmpty();
        assertThat(only(scopes.answer(Items.caliper().quantity("length").spec())))
                .isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void linesAreJoinedEachWithItsOwnUncertainty() {
        Scopes scopes = lab().line(LineText.of("0~150 mm", "U=0.01 mm")).line(LineText.of("150~500 mm", "U=0.03 mm"));
        ItemAnswer enough = scopes.answer(
                Items.caliper().range(0.0, 300.0, "mm").limit(0.03, "mm").spec());
        ItemAnswer fine = scopes.answer(
                Items.caliper().range(0.0, 150.0, "mm").limit(0.01, "mm").spec());
        ItemAnswer tooFine = scopes.answer(
                Items.caliper().range(0.0, 300.0, "mm").limit(0.02, "mm").spec());
        assertThat(only(enough)).isEqualTo(CandidateVerdict.COVERED);
        assertThat(enough.candidates().get(0).capabilityIds()).hasSize(2);
        assertThat(only(fine)).isEqualTo(CandidateVerdict.COVERED);
        assertThat(tooFine.candidates()).isEmpty();
        assertThat(tooFine.gap()).isEqualTo(new GapVerdict(GapType.UNCERTAINTY, "uncertainty-alone"));
    }

    @Test
    void openEndsDoNotJoin() {
        Scopes open = lab().line(LineText.of("[0,150) mm", "U=0.01 mm")).line(LineText.of("(150,300] mm", "U=0.01 mm"));
        Scopes half = lab().line(LineText.of("[0,150) mm", "U=0.01 mm")).line(LineText.of("[150,300] mm", "U=0.01 mm"));
        ItemSpec asked = Items.caliper().range(0.0, 300.0, "mm").spec();
        assertThat(verdict(open.answer(asked), Criterion.RANGE)).isEqualTo(Verdict.PARTLY);
        assertThat(verdict(half.answer(asked), Criterion.RANGE)).isEqualTo(Verdict.COVERED);
    }

    @Test
    void linesOfDifferentParametersAreNotJoined() {
        Scopes scopes = lab().line(LineText.of("0~150 mm", "U=0.01 mm"))
                .line(LineText.of("150~300 mm", "U=0.01 mm").parameter("平行度"));
        assertThat(verdict(scopes.answer(Items.caliper().range(0.0, 300.0, "mm").spec()), Criterion.RANGE))
                .isEqualTo(Verdict.PARTLY);
    }

    @Test
    void linesThatNameTheParameterAskedDifferentlyAreJoined() {
        Scopes scopes = lab().line(LineText.of("0~150 mm", "U=0.01 mm"))
                .line(LineText.of("150~300 mm", "U=0.01 mm").parameter("示值"));
        assertThat(only(scopes.answer(Items.caliper()
                        .parameter("示值误差")
                        .range(0.0, 300.0, "mm")
                        .spec())))
                .isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void aLimitedLineThatIsFineEnoughComesBeforeAPlainOneThatIsNot() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=0.05 mm"))
                .line(LineText.of("0~300 mm", "U=0.01 mm").limitation("仅限…"));
        assertThat(only(scopes.answer(Items.caliper()
                        .range(0.0, 300.0, "mm")
                        .limit(0.02, "mm")
                        .spec())))
                .isEqualTo(CandidateVerdict.CONDITIONAL);
    }

    @Test
    void whereLinesOverlapTheSmallestUncertaintyCounts() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=0.05 mm")).line(LineText.of("0~300 mm", "U=0.01 mm"));
        assertThat(only(scopes.answer(Items.caliper()
                        .range(0.0, 300.0, "mm")
                        .limit(0.01, "mm")
                        .spec())))
                .isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void linesThatMeetTheOtherCriteriaArePreferred() {
        Scopes scopes =
                lab().line(LineText.of("0~300 mm", "U=0.01 mm").marks()).line(LineText.of("0~300 mm", "U=0.02 mm"));
        ItemAnswer answer = scopes.answer(Items.caliper()
                .range(0.0, 300.0, "mm")
                .limit(0.02, "mm")
                .marks("CNAS")
                .spec());
        assertThat(only(answer)).isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void aMissingEndOfTheRangeAskedIsUnbounded() {
        ItemSpec asked = Items.caliper().range(10.0, null, "mm").spec();
        assertThat(verdict(lab().line(new LineText()).answer(asked), Criterion.RANGE))
                .isEqualTo(Verdict.PARTLY);
        assertThat(only(lab().line(LineText.of("≥ 5 mm", "U=0.01 mm")).answer(asked)))
                .isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void uncertaintyIsJudgedWhereItIsWorstOrAtThePointsAsked() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=(5+L/20)µm"));
        ItemSpec over =
                Items.caliper().range(0.0, 300.0, "mm").limit(0.018, "mm").spec();
        ItemSpec at = Items.caliper()
                .points(new PointAsked(100.0, "mm"))
                .limit(0.010, "mm")
                .spec();
        assertThat(scopes.answer(over).candidates()).isEmpty();
        assertThat(scopes.answer(over)
                        .nearMisses()
                        .get(0)
                        .criteria()
                        .get(Criterion.UNCERTAINTY.ordinal())
                        .offered())
                .isEqualTo("0.02 mm at 300 mm");
        assertThat(only(scopes.answer(at))).isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void aLimitExactlyMetIsMetAlsoInAnotherUnit() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=0.02 mm"));
        assertThat(only(scopes.answer(
                        Items.caliper().range(0.0, 0.3, "m").limit(20, "µm").spec())))
                .isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void coverageFactorsAreBroughtToTheOneAsked() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=0.03 mm").k(3));
        assertThat(only(scopes.answer(Items.caliper().limit(0.02, "mm").spec())))
                .isEqualTo(CandidateVerdict.COVERED);
        assertThat(scopes.answer(Items.caliper().limit(0.02, "mm").k(3).spec()).candidates())
                .isEmpty();
    }

    @Test
    void aToleranceAsksForAThirdOfIt() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=0.01 mm"));
        assertThat(only(scopes.answer(Items.caliper().tolerance(0.03, "mm").spec())))
                .isEqualTo(CandidateVerdict.COVERED);
        assertThat(scopes.answer(Items.caliper().tolerance(0.029, "mm").spec()).candidates())
                .isEmpty();
    }

    @Test
    void relativeUncertaintyOverARangeWithZeroIsUndecidable() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=0.01 mm"));
        ItemAnswer answer = scopes.answer(
                Items.caliper().range(0.0, 300.0, "mm").limit(1, "%").spec());
        assertThat(verdict(answer, Criterion.UNCERTAINTY)).isEqualTo(Verdict.UNDECIDABLE);
        assertThat(only(answer)).isEqualTo(CandidateVerdict.CONDITIONAL);
        assertThat(only(scopes.answer(
                        Items.caliper().range(10.0, 300.0, "mm").limit(0.1, "%").spec())))
                .isEqualTo(CandidateVerdict.COVERED);
    }

    @Test
    void aRatioAskedIsHeldAgainstTheRatioOffered() {
        Scopes relative = lab().line(LineText.of("10~300 mm", "Urel=2%"));
        Scopes absolute = lab().line(LineText.of("10~300 mm", "U=0.01 mm"));
        Items asked = Items.caliper().range(10.0, 300.0, "mm");
        assertThat(only(relative.answer(asked.limit(2, "%").spec()))).isEqualTo(CandidateVerdict.COVERED);
        assertThat(relative.answer(asked.limit(1, "%").spec()).candidates()).isEmpty();
        assertThat(only(absolute.answer(asked.limit(1000, "ppm").spec()))).isEqualTo(CandidateVerdict.COVERED);
        ItemAnswer tooLarge = absolute.answer(asked.limit(900, "ppm").spec());
        assertThat(tooLarge.candidates()).isEmpty();
        assertThat(tooLarge.relaxations().get(0).to()).isEqualTo("1000 ppm");
    }

    @Test
    void anUncertaintyInWordsIsUndecidable() {
        ItemAnswer answer = lab().line(LineText.of("0~300 mm", "0.5级"))
                .answer(Items.caliper()
                        .range(0.0, 300.0, "mm")
                        .limit(0.02, "mm")
                        .spec());
        assertThat(verdict(answer, Criterion.UNCERTAINTY)).isEqualTo(Verdict.UNDECIDABLE);
    }

    @Test
    void aMatchThatTakesTooLongIsRefused() {
        MatchRequest request = MatchRequest.of(List.of(Items.caliper().spec()));
        ScopeView view = new Scopes()
                .provider("A")
                .line(LineText.of("0~300 mm", "U=0.01 mm"))
                .view();
        Patience none = Patience.of(Duration.ZERO);
        assertThatThrownBy(() -> MatchEngine.match(request, view, Scopes.context(), none))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults().get(0).code()).isEqualTo("match-too-large"));
    }
}
