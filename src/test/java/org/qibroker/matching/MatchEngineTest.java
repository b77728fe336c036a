package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Accreditation.Status;
import org.qibroker.catalog.Price;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.PointAsked;
import org.qibroker.demand.Preset;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.shared.Money;
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
    void anUncertaintyInWordsIsUndecidable() {
        ItemAnswer answer = lab().line(LineText.of("0~300 mm", "0.5级"))
                .answer(Items.caliper()
                        .range(0.0, 300.0, "mm")
                        .limit(0.02, "mm")
                        .spec());
        assertThat(verdict(answer, Criterion.UNCERTAINTY)).isEqualTo(Verdict.UNDECIDABLE);
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
                List.of(Items.caliper().spec()));
        MatchRequest intime = new MatchRequest(
                null,
                LocalDate.of(2026, 12, 1),
                Money.fen(50_000),
                null,
                List.of(Items.caliper().pieces(5).spec()));
        MatchRequest dear = new MatchRequest(
                null,
                null,
                Money.fen(49_999),
                null,
                List.of(Items.caliper().pieces(5).spec()));
        assertThat(scopes.answer(late).nearMisses().get(0).relaxations())
                .containsExactly(new Relaxation(Criterion.DEADLINE, "2026-11-30", "2026-12-01"));
        assertThat(scopes.answer(late).gap()).isEqualTo(new GapVerdict(null, "bargain-only"));
        assertThat(only(scopes.answer(intime))).isEqualTo(CandidateVerdict.COVERED);
        assertThat(scopes.answer(dear).nearMisses().get(0).failed()).containsExactly(Criterion.BUDGET);
    }

    @Test
    void relaxationsAreSummedUpOverProviders() {
        Scopes scopes = new Scopes();
        scopes.provider("甲").line(LineText.of("0~300 mm", "U=0.03 mm"));
        scopes.provider("乙").line(LineText.of("0~300 mm", "U=0.05 mm"));
        scopes.provider("丙").line(LineText.of("0~300 mm", "U=0.05 mm"));
        ItemAnswer answer = scopes.answer(
                Items.caliper().range(0.0, 300.0, "mm").limit(0.02, "mm").spec());
        assertThat(answer.relaxations())
                .containsExactly(
                        new Relaxation.Sum(Criterion.UNCERTAINTY, "0.02 mm", "0.03 mm", 1),
                        new Relaxation.Sum(Criterion.UNCERTAINTY, "0.02 mm", "0.05 mm", 3));
    }

    @Test
    void whoFailsByMoreThanTwoIsNoNearMiss() {
        ItemAnswer answer = lab().line(LineText.of("0~100 mm", "U=0.05 mm").marks())
                .answer(Items.caliper()
                        .range(0.0, 300.0, "mm")
                        .limit(0.02, "mm")
                        .marks("CNAS")
                        .spec());
        assertThat(answer.nearMisses()).isEmpty();
        assertThat(answer.gap()).isEqualTo(new GapVerdict(GapType.CAPABILITY, "nobody-meets-all"));
    }

    @Test
    void aMethodInNobodysScopeIsAStandardGap() {
        ItemAnswer unknown = lab().line(new LineText())
                .answer(Items.caliper().methods("JJF 9999-2020").spec());
        ItemAnswer silent = lab().line(LineText.of("0~100 mm", null).methods())
                .answer(Items.caliper().range(0.0, 300.0, "mm").spec());
        assertThat(unknown.gap()).isEqualTo(new GapVerdict(GapType.STANDARD, "method-in-no-scope"));
        assertThat(silent.gap()).isEqualTo(new GapVerdict(GapType.STANDARD, "no-method-named"));
    }

    @Test
    void coveredRanksBeforeConditionalAndPresetsChangeTheOrder() {
        Scopes scopes = new Scopes();
        scopes.provider("慢")
                .line(new LineText()
                        .price(new Price(Price.Kind.FIXED, 5_000L, "件"))
                        .days(20));
        scopes.provider("快")
                .line(new LineText()
                        .price(new Price(Price.Kind.FIXED, 20_000L, "件"))
                        .days(2));
        scopes.provider("限")
                .line(new LineText()
                        .limitation("…")
                        .price(new Price(Price.Kind.FIXED, 1L, "件"))
                        .days(1));
        assertThat(names(scopes, Preset.CHEAPEST)).containsExactly("慢", "快", "限");
        assertThat(names(scopes, Preset.FASTEST)).containsExactly("快", "慢", "限");
    }

    private static List<String> names(Scopes scopes, Preset preset) {
        MatchRequest request = new MatchRequest(
                null, null, null, preset, List.of(Items.caliper().spec()));
        return scopes.answer(request).candidates().stream()
                .map(Candidate::providerName)
                .toList();
    }

    @Test
    void equalsTakeTurnsFromDemandToDemand() {
        Scopes scopes =
                new Scopes().provider("甲").line(new LineText()).provider("乙").line(new LineText());
        MatchRequest request = MatchRequest.of(List.of(Items.caliper().spec()));
        long first = java.util.stream.IntStream.range(0, 400)
                .filter(i -> MatchEngine.match(
                                request,
                                scopes.view(),
                                new MatchContext(Scopes.DAY, Scopes.REFERENCE, TrackRecords.NONE, "demand " + i))
                        .items()
                        .get(0)
                        .candidates()
                        .get(0)
                        .providerName()
                        .equals("甲"))
                .count();
        assertThat(first).isBetween(140L, 260L);
    }
}
