package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Accreditation.Status;
import org.qibroker.catalog.Price;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.NearMiss;
import org.qibroker.matching.answer.Stretch;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.shared.Money;

/** When work can begin and is finished, which lines are taken for it, and how the answer shows what was joined. */
class FinishTest {
    private static final LocalDate DAY = Scopes.DAY;

    private static Scopes lab() {
        return new Scopes().provider("甲").holding("CNAS");
    }

    private static MatchRequest by(LocalDate day, ItemSpec item) {
        return new MatchRequest(null, day, null, null, null, null, List.of(item));
    }

    private static CriterionResult deadline(ItemAnswer answer) {
        List<CriterionResult> criteria = answer.candidates().isEmpty()
                ? answer.nearMisses().get(0).criteria()
                : answer.candidates().get(0).criteria();
        return criteria.get(Criterion.DEADLINE.ordinal());
    }

    @Test
    void workBeginsOnTheFirstDayWithAPlaceFree() {
        Candidate candidate = lab().free("台", DAY.plusDays(3), DAY.plusDays(4))
                .line(new LineText().resource("台").days(2))
                .answer(Items.caliper().spec())
                .candidates()
                .get(0);
        assertThat(candidate.startOn()).isEqualTo(DAY.plusDays(3));
        assertThat(candidate.finishBy()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void eachPieceTakesAPlaceOfADayAndTheLastOneDecides() {
        Scopes scopes = lab().freePlaces("炉", 0, 2, 3, 0, 1)
                .line(new LineText().resource("炉").days(2));
        assertThat(finish(scopes, null)).isEqualTo(days(1, 2));
        assertThat(finish(scopes, 2)).isEqualTo(days(1, 2));
        assertThat(finish(scopes, 3)).isEqualTo(days(2, 2));
        assertThat(finish(scopes, 5)).isEqualTo(days(2, 2));
        assertThat(finish(scopes, 6)).isEqualTo(days(4, 2));
        assertThat(finish(scopes, 7)).isNull();
    }

    @Test
    void morePiecesThanFindAPlaceAreTooLateForAsLongAsIsKnown() {
        Scopes scopes =
                lab().freePlaces("炉", 2, 2).line(new LineText().resource("炉").days(1));
        ItemSpec item = Items.caliper().pieces(5).spec();
        assertThat(deadline(scopes.answer(by(Scopes.LAST_DAY, item))).verdict()).isEqualTo(Verdict.NOT_COVERED);
        assertThat(deadline(scopes.answer(by(Scopes.LAST_DAY, item))).reason()).isEqualTo("no-free-slot");
        assertThat(deadline(scopes.answer(
                                by(Scopes.LAST_DAY, Items.caliper().pieces(4).spec())))
                        .verdict())
                .isEqualTo(Verdict.COVERED);
    }

    @Test
    void oneSlotServesAllPieces() {
        Scopes scopes = lab().free("台", DAY.plusDays(3))
                .line(new LineText().resource("台").days(2));
        assertThat(finish(scopes, 40)).isEqualTo(finish(scopes, 1)).isEqualTo(days(3, 2));
    }

    private static @Nullable LocalDate finish(Scopes scopes, @Nullable Integer pieces) {
        Items item = pieces == null ? Items.caliper() : Items.caliper().pieces(pieces);
        return scopes.answer(item.spec()).candidates().get(0).finishBy();
    }

    /** So many working days after a day. */
    private static LocalDate days(int after, int working) {
        return Scopes.calendar().plusWorkdays(DAY.plusDays(after), working);
    }

    @Test
    void aResourceTakenForAsLongAsIsKnownIsTooLateForWhatIsNeededBefore() {
        Scopes full = lab().free("台").line(new LineText().resource("台").days(2));
        ItemSpec item = Items.caliper().spec();
        assertThat(deadline(full.answer(by(Scopes.LAST_DAY, item))).verdict()).isEqualTo(Verdict.NOT_COVERED);
        assertThat(deadline(full.answer(by(Scopes.LAST_DAY, item))).reason()).isEqualTo("no-free-slot");
        assertThat(deadline(full.answer(by(Scopes.LAST_DAY.plusDays(30), item))).verdict())
                .isEqualTo(Verdict.UNDECIDABLE);
    }

    @Test
    void aLineThatDoesNotSayHowLongItTakesIsTooLateIfItBeginsTooLate() {
        Scopes scopes = lab().free("台", DAY.plusDays(5))
                .line(new LineText().resource("台").days(null));
        ItemSpec item = Items.caliper().spec();
        assertThat(deadline(scopes.answer(by(DAY.plusDays(4), item))).verdict()).isEqualTo(Verdict.NOT_COVERED);
        assertThat(deadline(scopes.answer(by(DAY.plusDays(6), item))).verdict()).isEqualTo(Verdict.UNDECIDABLE);
    }

    @Test
    void aMarkHasToHoldUntilTheWorkIsFinishedAfterTheFirstFreeDay() {
        Scopes scopes = new Scopes()
                .provider("甲")
                .holding("CNAS", Status.ACTIVE, DAY.minusDays(9), DAY.plusDays(5))
                .free("台", DAY.plusDays(6))
                .line(new LineText().resource("台").days(1));
        assertThat(scopes.answer(Items.caliper().marks("CNAS").spec()).candidates())
                .isEmpty();
    }

    @Test
    void aLineThatIsInTimeIsTakenThoughAnotherIsFiner() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=0.01 mm").days(20))
                .line(LineText.of("0~300 mm", "U=0.02 mm").days(1));
        ItemSpec item =
                Items.caliper().range(0.0, 300.0, "mm").limit(0.02, "mm").spec();
        assertThat(scopes.answer(by(DAY.plusDays(3), item)).candidates()).hasSize(1);
        assertThat(scopes.answer(by(DAY.plusDays(3), item)).candidates().get(0).finishBy())
                .isEqualTo(DAY.plusDays(1));
    }

    @Test
    void aLineWithinTheBudgetIsTakenThoughAnotherIsFiner() {
        Scopes scopes = lab().line(
                        LineText.of("0~300 mm", "U=0.01 mm").price(new Price(Price.Kind.FIXED, 90_000L, "件")))
                .line(LineText.of("0~300 mm", "U=0.02 mm"));
        MatchRequest request = new MatchRequest(
                null,
                null,
                Money.fen(20_000),
                null,
                null,
                null,
                List.of(Items.caliper().range(0.0, 300.0, "mm").spec()));
        assertThat(scopes.answer(request).candidates()).hasSize(1);
    }

    @Test
    void theAnswerShowsWhichLineServesWhichPartAndHowWell() {
        Scopes scopes =
                lab().line(LineText.of("0~150 mm", "U=0.01 mm")).line(LineText.of("150~500 mm", "U=(5+L/20)µm"));
        List<Stretch> parts = scopes.answer(Items.caliper()
                        .range(0.0, 300.0, "mm")
                        .limit(0.03, "mm")
                        .spec())
                .candidates()
                .get(0)
                .coverage();
        assertThat(parts).extracting(Stretch::range).containsExactly("0–150 mm", "150–300 mm");
        assertThat(parts).extracting(Stretch::uncertainty).containsExactly("0.01 mm", "0.02 mm at 300 mm");
        assertThat(parts)
                .extracting(Stretch::capabilityId)
                .containsExactly(
                        scopes.lines().get(0).id(), scopes.lines().get(1).id());
    }

    @Test
    void aGapBetweenLinesIsShownAsOne() {
        Scopes scopes = lab().line(LineText.of("0~100 mm", "U=0.01 mm")).line(LineText.of("200~300 mm", "U=0.01 mm"));
        List<Stretch> parts = scopes.answer(
                        Items.caliper().range(0.0, 300.0, "mm").spec())
                .nearMisses()
                .get(0)
                .coverage();
        assertThat(parts).extracting(Stretch::range).containsExactly("0–100 mm", "(100, 200) mm", "200–300 mm");
        assertThat(parts.get(1).capabilityId()).isNull();
    }

    @Test
    void eachPointAskedIsAPart() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=(5+L/20)µm"));
        List<Stretch> parts = scopes.answer(Items.caliper()
                        .points(new PointAsked(100.0, "mm"), new PointAsked(200.0, "mm"))
                        .spec())
                .candidates()
                .get(0)
                .coverage();
        assertThat(parts).extracting(Stretch::uncertainty).containsExactly("0.01 mm at 100 mm", "0.015 mm at 200 mm");
    }

    @Test
    void ofTwoWaysThatFailByAsMuchTheWiderRangeIsTheNearMiss() {
        Scopes scopes = lab().line(LineText.of("0~100 mm", "U=0.01 mm"))
                .line(LineText.of("0~250 mm", "U=0.01 mm").parameter("平行度").limitation("仅限…"));
        NearMiss miss = scopes.answer(Items.caliper().range(0.0, 300.0, "mm").spec())
                .nearMisses()
                .get(0);
        assertThat(miss.capabilityIds()).containsExactly(scopes.lines().get(1).id());
    }
}
