package org.qibroker.matching.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.qibroker.matching.bundle.BruteForce.Sum;

class PlannerTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static Option option(int provider, Long fen, Integer days) {
        UUID id = new UUID(1, provider);
        return new Option(id, id, fen, days == null ? null : DAY.plusDays(days), false);
    }

    /** Up to {@code items} items with up to {@code most} options each, prices and days often equal or unknown. */
    private static List<List<Option>> world(Random random, int items, int most, int providers) {
        List<List<Option>> world = new ArrayList<>();
        for (int i = 1 + random.nextInt(items); i > 0; i--) {
            List<Option> options = new ArrayList<>();
            for (int o = 1 + random.nextInt(most); o > 0; o--) {
                Long fen = random.nextInt(6) == 0 ? null : 100L * (1 + random.nextInt(12));
                Integer days = random.nextInt(8) == 0 ? null : random.nextInt(6);
                UUID provider = new UUID(1, random.nextInt(providers));
                options.add(new Option(
                        provider,
                        new UUID(2, o),
                        fen,
                        days == null ? null : DAY.plusDays(days),
                        random.nextInt(4) == 0));
            }
            world.add(options);
        }
        return world;
    }

    @Property(tries = 400)
    void theFrontIsWhatBruteForceFinds(@ForAll long seed) {
        List<List<Option>> world = world(new Random(seed), 5, 4, 5);
        Front front = new Front();
        boolean proven = Planner.front(world, front, Deadline.in(ENOUGH));
        assertThat(proven).isTrue();
        assertThat(sums(front)).isEqualTo(BruteForce.front(world));
    }

    @Property(tries = 300)
    void theCompleteSearchFindsItToo(@ForAll long seed) {
        List<List<Option>> world = world(new Random(seed), 5, 4, 5);
        Instance instance = Pruning.of(Instance.of(world), Deadline.in(ENOUGH));
        Front front = new Front();
        new Seeds(instance, front, Deadline.in(ENOUGH)).plant();
        assertThat(new CompleteSearch(instance, front).run(Deadline.in(ENOUGH))).isTrue();
        assertThat(sums(front)).isEqualTo(BruteForce.front(world));
    }

    private static Set<Sum> sums(Front front) {
        return front.points().stream()
                .map(point -> Sum.of(point.ways().stream().map(Way::option).toList()))
                .collect(Collectors.toSet());
    }

    @Property(tries = 200)
    void eachPlanIsBestAtWhatItIsNamedFor(@ForAll long seed) {
        List<List<Option>> world = world(new Random(seed), 5, 4, 5);
        Set<Sum> front = BruteForce.front(world);
        List<Plan> plans = Planner.plan(world, ENOUGH);
        assertThat(plans).hasSizeBetween(1, 5);
        Set<Label> named = new HashSet<>();
        for (Plan plan : plans) {
            Sum sum = Sum.of(plan.choices().values());
            assertThat(front).contains(sum);
            assertThat(plan.choices()).hasSize(world.size());
            named.addAll(plan.labels());
            if (plan.labels().contains(Label.FEWEST_PROVIDERS)) {
                assertThat(front).allMatch(other -> sum.providers() <= other.providers());
            }
            if (plan.labels().contains(Label.CHEAPEST)) {
                assertThat(front).noneMatch(other -> other.cheaper(sum));
            }
            if (plan.labels().contains(Label.EARLIEST)) {
                assertThat(front).noneMatch(other -> other.finish().isBefore(sum.finish()));
            }
        }
        assertThat(named).containsExactlyInAnyOrder(Label.values());
    }

    @Test
    void onePlanCanBeBestAtEverything() {
        List<Plan> plans = Planner.plan(
                List.of(
                        List.of(option(1, 100L, 1), option(2, 200L, 2)),
                        List.of(option(1, 100L, 1), option(3, 100L, 1))),
                LIMIT);
        assertThat(plans).hasSize(1);
        assertThat(plans.get(0).labels()).containsExactly(Label.values());
        assertThat(plans.get(0).providers()).isEqualTo(1);
    }

    @Test
    void whoIsDearerAndLaterThanOthersChangesNoPlan() {
        List<Option> able = List.of(option(1, 100L, 9), option(2, 160L, 5), option(3, 300L, 1));
        List<Option> more = new ArrayList<>(able);
        more.addAll(List.of(option(4, 301L, 2), option(5, 302L, 3), option(6, 400L, 9)));
        assertThat(Planner.plan(List.of(more), LIMIT)).isEqualTo(Planner.plan(List.of(able), LIMIT));
    }

    @Test
    void whereThereIsLittleToChooseFromThePlansAreProvenWhateverTheTime() {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            List<List<Option>> world = world(random, 4, 10, 8);
            assertThat(Planner.plan(world, Duration.ZERO)).allMatch(Plan::proven);
        }
    }

    @Test
    void anItemThatNobodyDoesIsLeftOver() {
        List<Plan> plans = Planner.plan(List.of(List.of(), List.of(option(1, 100L, 1)), List.of()), LIMIT);
        assertThat(plans.get(0).choices()).containsOnlyKeys(1);
        assertThat(plans.get(0).residual()).containsExactly(0, 2);
        assertThat(Planner.plan(List.of(List.of()), LIMIT)).isEmpty();
    }

    @Test
    void anUnknownPriceNeverMakesAPlanTheCheapest() {
        List<Plan> plans = Planner.plan(
                List.of(List.of(option(1, null, 1), option(2, 1_000_000L, 1)), List.of(option(2, 5L, 1))), LIMIT);
        assertThat(plans).hasSize(1);
        assertThat(plans.get(0).choices().get(0).fen()).isEqualTo(1_000_000L);
    }

    @Test
    void fiftyItemsOfFiveHundredCandidatesHaveGoodPlansInTime() {
        List<List<Option>> world = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            List<Option> options = new ArrayList<>();
            for (int p = 0; p < 500; p++) {
                options.add(option(p, 100L * (50 + random.nextInt(1000)), 1 + random.nextInt(40)));
            }
            world.add(options);
        }
        long start = System.nanoTime();
        List<Plan> plans = Planner.plan(world, LIMIT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        long cheapest = world.stream()
                .mapToLong(item -> item.stream()
                        .mapToLong(o -> Objects.requireNonNull(o.fen()))
                        .min()
                        .orElseThrow())
                .sum();
        LocalDate earliest = world.stream()
                .map(item -> item.stream()
                        .map(o -> Objects.requireNonNull(o.finish()))
                        .min(Comparator.naturalOrder())
                        .orElseThrow())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(named(plans, Label.CHEAPEST).fen()).isEqualTo(cheapest);
        assertThat(named(plans, Label.EARLIEST).finish()).isEqualTo(earliest);
        assertThat(named(plans, Label.FEWEST_PROVIDERS).providers()).isEqualTo(1);
    }

    private static Sum named(List<Plan> plans, Label label) {
        return Sum.of(plans.stream()
                .filter(plan -> plan.labels().contains(label))
                .findFirst()
                .orElseThrow()
                .choices()
                .values());
    }
}
