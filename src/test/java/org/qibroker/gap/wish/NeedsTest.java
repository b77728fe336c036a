package org.qibroker.gap.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibroker.gap.wish.Wished.caliper;
import static org.qibroker.gap.wish.Wished.microns;
import static org.qibroker.gap.wish.Wished.to;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.gap.GapState;
import org.qibroker.matching.answer.GapType;

/** What wishes add up to, and what gap they make. */
class NeedsTest {
    private static final Needs NEEDS = new Needs(Wished.UNITS);

    private static Wish wish(int number, int enterprise, RangeAsked range, double limit) {
        return Wished.of(number, enterprise, caliper(range, microns(limit)), GapType.UNCERTAINTY);
    }

    private static Need need(Wish... wishes) {
        return NEEDS.of(List.of(wishes)).orElseThrow();
    }

    private static double limit(@Nullable ItemSpec item) {
        return Objects.requireNonNull(Objects.requireNonNull(item).maxUncertainty())
                .value();
    }

    @Test
    void enterprisesAreCountedOnceHoweverOftenTheyWish() {
        Need need = need(wish(1, 1, to(150), 10), wish(2, 1, to(300), 10), wish(3, 2, to(300), 10));
        assertThat(need.enterprises()).isEqualTo(2);
        assertThat(need.wishes()).isEqualTo(3);
        assertThat(need.few()).isTrue();
    }

    @Test
    void theStrictestAndTheMedianAreWishesThatWereMade() {
        Need need = need(wish(1, 1, to(150), 10), wish(2, 2, to(150), 4), wish(3, 3, to(150), 20));
        assertThat(limit(need.strictest())).isEqualTo(4);
        assertThat(limit(need.median())).isEqualTo(10);
        assertThat(need.few()).isFalse();
    }

    @Test
    void ofTwoInTheMiddleTheStricterIsTheMedian() {
        assertThat(limit(need(wish(1, 1, to(9), 10), wish(2, 2, to(9), 20)).median()))
                .isEqualTo(10);
    }

    @Test
    void theRangeGoesOverAllWishesInTheUnitOfTheFirst() {
        Wish metres = Wished.of(
                2, 2, caliper(new RangeAsked(0.1, 0.5, "m"), new ValueAsked(0.01, "mm", null)), GapType.UNCERTAINTY);
        assertThat(need(wish(1, 1, to(150), 10), metres).asked().range()).isEqualTo(new RangeAsked(0.0, 500.0, "mm"));
    }

    @Test
    void anUnboundedWishLeavesTheRangeUnbounded() {
        RangeAsked above = new RangeAsked(100.0, null, "mm");
        assertThat(need(wish(1, 1, to(150), 10), wish(2, 2, above, 10)).asked().range())
                .isEqualTo(new RangeAsked(0.0, null, "mm"));
    }

    @Test
    void whatWasTakenBackIsNotCounted() {
        Wish back = Wished.withdrawn(wish(2, 2, to(900), 1));
        Need need = need(wish(1, 1, to(150), 10), back);
        assertThat(need.enterprises()).isEqualTo(1);
        assertThat(limit(need.strictest())).isEqualTo(10);
        assertThat(NEEDS.of(List.of(back))).isEmpty();
    }

    @Test
    void noneNamesAnUncertaintyAndNoneIsMadeUp() {
        Need need = need(Wished.of(1, 1, caliper(null, null), GapType.CAPABILITY));
        assertThat(need.strictest()).isNull();
        assertThat(need.asked().range()).isNull();
    }

    @Test
    void aGapIsOfTheTypeThatMostWishesAre() {
        Wish lone = Wished.of(1, 1, caliper(to(9), null), GapType.STANDARD);
        Wish one = Wished.of(2, 2, caliper(to(9), null), GapType.CAPABILITY);
        Wish other = Wished.of(3, 3, caliper(to(9), null), GapType.CAPABILITY);
        Standing standing = Standing.of(List.of(other, lone, one), Standing.Said.NOTHING);
        assertThat(standing.foundType()).isEqualTo(GapType.CAPABILITY);
        assertThat(standing.first()).isEqualTo(lone);
        assertThat(standing.firstAt()).isEqualTo(lone.createdAt());
        assertThat(standing.lastAt()).isEqualTo(other.createdAt());
    }

    @Test
    void aCorrectionCountsAndTheTypeFoundStaysBesideIt() {
        List<Wish> wishes = List.of(wish(1, 1, to(9), 1));
        assertThat(Standing.of(wishes, new Standing.Said(true, GapType.STANDARD, null))
                        .type())
                .isEqualTo(GapType.STANDARD);
        assertThat(Standing.of(wishes, new Standing.Said(true, null, null)).type())
                .isNull();
        assertThat(Standing.of(wishes, new Standing.Said(true, null, null)).foundType())
                .isEqualTo(GapType.UNCERTAINTY);
    }

    @Test
    void aGapIsClosedUntilItIsWishedForAgain() {
        Wish before = wish(1, 1, to(9), 1);
        Standing.Said closed = new Standing.Said(false, null, before.createdAt().plusSeconds(60));
        assertThat(Standing.of(List.of(before), closed).state()).isEqualTo(GapState.CLOSED);
        assertThat(Standing.of(List.of(before, wish(2, 2, to(9), 1)), closed).state())
                .isEqualTo(GapState.OPEN);
        assertThat(Standing.of(List.of(before, Wished.withdrawn(wish(2, 2, to(9), 1))), closed)
                        .state())
                .isEqualTo(GapState.CLOSED);
    }

    @Test
    void aGapThatNobodyWishesAnyMoreIsWithdrawn() {
        Standing standing = Standing.of(List.of(Wished.withdrawn(wish(1, 1, to(9), 1))), Standing.Said.NOTHING);
        assertThat(standing.state()).isEqualTo(GapState.WITHDRAWN);
    }
}
