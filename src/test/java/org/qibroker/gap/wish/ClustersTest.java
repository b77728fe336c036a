package org.qibroker.gap.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.gap.wish.Clusters.Member;

/** Which wishes are one gap, and that neither their order nor what comes later changes it. */
class ClustersTest {
    private static final String CALIPERS = "calipers";

    private static UUID id(int number) {
        return new UUID(0x0198_0000_0000_7000L, number);
    }

    private static Member wish(int number, double from, double to, double limit) {
        return new Member(
                id(number),
                new Wanted(CALIPERS, new Wanted.Range(from, to), new Wanted.Limit(limit, false)),
                null,
                null);
    }

    private static Member in(Member wish, int part) {
        return new Member(wish.id(), wish.wanted(), id(part), wish.beside());
    }

    private static Member beside(int number, int other) {
        return new Member(id(number), new Wanted(CALIPERS, null, null), null, id(other));
    }

    private static boolean together(Map<UUID, UUID> gaps, int a, int b) {
        return gaps.get(id(a)).equals(gaps.get(id(b)));
    }

    @Test
    void overlappingWishesAreOneGapNamedByTheFirst() {
        Map<UUID, UUID> gaps = Clusters.of(List.of(wish(2, 0, 300, 0.01), wish(1, 100, 500, 0.02)));
        assertThat(gaps).containsEntry(id(1), id(1)).containsEntry(id(2), id(1));
    }

    @Test
    void rangesThatOnlyMeetAtAnEndAreTwo() {
        assertThat(together(Clusters.of(List.of(wish(1, 0, 100, 0.01), wish(2, 100, 200, 0.01))), 1, 2))
                .isFalse();
    }

    @Test
    void aPointBelongsToTheRangeItIsIn() {
        assertThat(together(Clusters.of(List.of(wish(1, 0, 100, 0.01), wish(2, 100, 100, 0.01))), 1, 2))
                .isTrue();
    }

    @Test
    void uncertaintiesOfAnotherOrderAreAnotherGap() {
        Map<UUID, UUID> gaps =
                Clusters.of(List.of(wish(1, 0, 100, 0.03), wish(2, 0, 100, 0.01), wish(3, 0, 100, 0.003)));
        assertThat(together(gaps, 1, 2)).isTrue();
        assertThat(together(gaps, 2, 3)).isFalse();
    }

    @Test
    void whatAWishBetweenThemConnectsIsOne() {
        Map<UUID, UUID> gaps =
                Clusters.of(List.of(wish(1, 0, 100, 0.01), wish(3, 150, 300, 0.01), wish(7, 50, 200, 0.01)));
        assertThat(gaps.values()).containsOnly(id(1));
    }

    @Test
    void othersThanTheServiceAskedAreNoNeighbours() {
        Member other = new Member(id(2), wish(2, 0, 100, 0.01).wanted().under("gauges"), null, null);
        assertThat(together(Clusters.of(List.of(wish(1, 0, 100, 0.01), other)), 1, 2))
                .isFalse();
    }

    @Test
    void whatWasPartedStaysPartedAndWhatComesGoesToTheNearer() {
        List<Member> members = List.of(
                in(wish(1, 0, 100, 0.01), 90),
                in(wish(2, 0, 100, 0.02), 91),
                wish(3, 0, 100, 0.011),
                wish(4, 0, 100, 0.019));
        Map<UUID, UUID> gaps = Clusters.of(members);
        assertThat(together(gaps, 1, 2)).isFalse();
        assertThat(together(gaps, 1, 3)).isTrue();
        assertThat(together(gaps, 2, 4)).isTrue();
    }

    @Test
    void whatWasJoinedIsOneWhateverItWants() {
        Member other = new Member(id(2), wish(2, 0, 1, 5).wanted().under("gauges"), id(90), null);
        assertThat(together(Clusters.of(List.of(in(wish(1, 0, 100, 0.01), 90), other)), 1, 2))
                .isTrue();
    }

    @Test
    void aMeTooStaysWithItsWishAndConnectsNothing() {
        Map<UUID, UUID> gaps =
                Clusters.of(List.of(wish(1, 0, 100, 0.01), wish(2, 200, 300, 0.01), beside(3, 2), beside(4, 1)));
        assertThat(together(gaps, 1, 2)).isFalse();
        assertThat(together(gaps, 2, 3)).isTrue();
        assertThat(together(gaps, 1, 4)).isTrue();
    }

    @Property(tries = 300)
    void theOrderOfArrivalDoesNotMatter(@ForAll("wishes") List<Member> wishes, @ForAll Random chance) {
        List<Member> shuffled = new ArrayList<>(wishes);
        Collections.shuffle(shuffled, chance);
        assertThat(Clusters.of(shuffled)).isEqualTo(Clusters.of(wishes));
    }

    @Property(tries = 300)
    void whatIsTogetherStaysTogetherWhenMoreCome(@ForAll("unparted") List<Member> wishes) {
        Map<UUID, UUID> all = Clusters.of(wishes);
        Map<UUID, UUID> before = Clusters.of(wishes.subList(0, wishes.size() / 2));
        before.forEach((wish, gap) -> assertThat(all.get(wish)).isEqualTo(all.get(gap)));
    }

    @Property(tries = 300)
    void partsAreKeptWhateverComes(@ForAll("wishes") List<Member> wishes) {
        Map<UUID, UUID> gaps = Clusters.of(wishes);
        assertThat(gaps).hasSameSizeAs(wishes);
        for (Member one : wishes) {
            for (Member other : wishes) {
                if (one.part() != null && other.part() != null) {
                    assertThat(gaps.get(one.id()).equals(gaps.get(other.id())))
                            .isEqualTo(one.part().equals(other.part()));
                }
            }
        }
    }

    @Property(tries = 300)
    void aGapHasTheIdOfItsFirstWish(@ForAll("wishes") List<Member> wishes) {
        Map<UUID, UUID> gaps = Clusters.of(wishes);
        gaps.forEach((wish, gap) -> {
            assertThat(gaps.get(gap)).isEqualTo(gap);
            assertThat(Clusters.FIRST.compare(gap, wish)).isLessThanOrEqualTo(0);
        });
    }

    @Provide
    Arbitrary<List<Member>> wishes() {
        return members(Arbitraries.integers().between(0, 3).map(part -> part == 0 ? null : id(900 + part)));
    }

    @Provide
    Arbitrary<List<Member>> unparted() {
        return members(Arbitraries.just(null));
    }

    private static Arbitrary<List<Member>> members(Arbitrary<@Nullable UUID> parts) {
        Arbitrary<Wanted> wanted = Combinators.combine(
                        Arbitraries.of("calipers", "gauges"),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(0.001, 0.002, 0.01, 0.02, 0.1))
                .as((key, from, width, limit) -> new Wanted(
                        key, new Wanted.Range(from * 10.0, (from + width) * 10.0), new Wanted.Limit(limit, false)));
        return Combinators.combine(wanted, parts)
                .as((want, part) -> new Member(new UUID(0, 0), want, part, null))
                .list()
                .ofMinSize(2)
                .ofMaxSize(14)
                .map(ClustersTest::numbered);
    }

    private static List<Member> numbered(List<Member> members) {
        List<Member> numbered = new ArrayList<>();
        for (Member member : members) {
            numbered.add(new Member(id(numbered.size() * 7 % 16 + 1), member.wanted(), member.part(), null));
        }
        return numbered;
    }
}
