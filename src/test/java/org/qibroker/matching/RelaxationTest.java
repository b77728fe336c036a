package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.matching.RandomScopes.Case;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.matching.relaxation.Changes;

/** What a relaxation promises it brings, and it changes nothing else. */
class RelaxationTest {
    private static Scopes lab() {
        return new Scopes().provider("甲").holding("CNAS");
    }

    private static ItemSpec relaxed(ItemSpec item, List<Change> patch) {
        return new Changes(patch, "")
                .applied(MatchRequest.of(List.of(item)))
                .orElseThrow()
                .items()
                .get(0);
    }

    private static ItemSpec relaxedFirst(Scopes scopes, ItemSpec item) {
        return relaxed(item, scopes.answer(item).relaxations().get(0).patch());
    }

    @Property(tries = 1000)
    void whoIsPromisedBecomesACandidate(@ForAll long seed) {
        Case world = new RandomScopes(seed).next();
        ItemAnswer answer = answer(world, world.request());
        Set<UUID> before = candidates(answer);
        answer.relaxations().forEach(sum -> keeps(world, before, sum.patch(), sum.providers()));
        answer.relaxationPairs().forEach(pair -> keeps(world, before, pair.patch(), pair.providers()));
    }

    private static void keeps(Case world, Set<UUID> before, List<Change> patch, int promised) {
        if (!patch.isEmpty()) {
            MatchRequest relaxed =
                    new Changes(patch, "").applied(world.request()).orElseThrow();
            Set<UUID> after = new HashSet<>(candidates(answer(world, relaxed)));
            assertThat(after).containsAll(before);
            after.removeAll(before);
            assertThat(after.size()).isGreaterThanOrEqualTo(promised);
        }
    }

    private static ItemAnswer answer(Case world, MatchRequest request) {
        return MatchEngine.match(request, world.view(), world.context()).items().get(0);
    }

    private static Set<UUID> candidates(ItemAnswer answer) {
        return answer.candidates().stream().map(Candidate::providerId).collect(Collectors.toSet());
    }

    @Test
    void twoAtOnceBringWhoeverNeedsBothAndWhoeverNeedsOne() {
        Scopes scopes = new Scopes();
        scopes.provider("甲").holding("CNAS").line(LineText.of("0~300 mm", "U=0.05 mm"));
        scopes.provider("乙").line(LineText.of("0~300 mm", "U=0.01 mm"));
        scopes.provider("丙").line(LineText.of("0~300 mm", "U=0.05 mm"));
        scopes.provider("丁").line(LineText.of("0~300 mm", "U=0.08 mm"));
        ItemAnswer answer = scopes.answer(Items.caliper()
                .range(0.0, 300.0, "mm")
                .limit(0.02, "mm")
                .marks("CNAS")
                .spec());
        assertThat(answer.relaxations()).extracting(Relaxation.Sum::providers).containsExactly(1, 1);
        assertThat(answer.relaxationPairs())
                .extracting(Relaxation.Pair::providers)
                .containsExactly(4, 3);
        assertThat(answer.relaxationPairs().get(1).relaxations())
                .extracting(Relaxation::to)
                .containsExactly("0.05 mm", "");
    }

    @Test
    void aRatioStaysARatio() {
        Scopes scopes = lab().line(LineText.of("10~300 mm", "Urel=2%"));
        ItemSpec item = Items.caliper()
                .range(10.0, 300.0, "mm")
                .limit(new ValueAsked(1.0, "%", true))
                .spec();
        assertThat(relaxedFirst(scopes, item).maxUncertainty()).isEqualTo(new ValueAsked(2.0, "%", true));
    }

    @Test
    void aToleranceGivesWayToTheUncertaintyThatIsOffered() {
        Scopes scopes = lab().line(LineText.of("0~300 mm", "U=0.05 mm"));
        ItemSpec item =
                relaxedFirst(scopes, Items.caliper().tolerance(0.06, "mm").spec());
        assertThat(item.tolerance()).isNull();
        assertThat(item.maxUncertainty()).isEqualTo(new ValueAsked(0.05, "mm", null));
    }

    @Test
    void aRangeShrinksToWhatIsServedInTheUnitAsked() {
        Scopes scopes = lab().line(LineText.of("0~0.2 m", "U=0.01 mm"));
        ItemSpec item =
                relaxedFirst(scopes, Items.caliper().range(0.0, 300.0, "mm").spec());
        assertThat(item.range()).isEqualTo(new RangeAsked(0.0, 200.0, "mm"));
    }

    @Test
    void aRangeWithoutItsEndCannotBeAsked() {
        Scopes scopes = lab().line(LineText.of("[0,200) mm", "U=0.01 mm"));
        ItemAnswer answer =
                scopes.answer(Items.caliper().range(0.0, 300.0, "mm").spec());
        assertThat(answer.relaxations().get(0).to()).isEqualTo("[0, 200) mm");
        assertThat(answer.relaxations().get(0).patch()).isEmpty();
    }

    @Test
    void pointsThatNobodyServesAreLeftOut() {
        Scopes scopes = lab().line(LineText.of("0~150 mm", "U=0.01 mm"));
        PointAsked near = new PointAsked(100.0, "mm");
        ItemSpec asked =
                Items.caliper().points(near, new PointAsked(200.0, "mm")).spec();
        assertThat(relaxedFirst(scopes, asked).points()).containsExactly(near);
    }

    @Test
    void aConditionNarrowsToWhatIsOffered() {
        Scopes scopes = lab().line(new LineText().condition("频率", "45 Hz~65 Hz"));
        ItemSpec item = relaxedFirst(
                scopes, Items.caliper().condition("频率", 50, 400, "Hz").spec());
        assertThat(item.conditions().get(0).range()).isEqualTo(new RangeAsked(50.0, 65.0, "Hz"));
    }

    @Test
    void whatIsNoPatchOfARequestIsNotTaken() {
        MatchRequest request = MatchRequest.of(List.of(Items.caliper().spec()));
        for (String text : List.of("", "x", "{}", "[null]", "[{}]", "[{\"op\":\"add\",\"path\":\"x\",\"value\":1}]")) {
            assertThat(Changes.read(text)).as(text).isEmpty();
        }
        for (String path : List.of("/items/0/pieces/x", "/items/7/subject", "/items/0/colour", "/items/0/subject/0")) {
            String text = "[{\"op\":\"add\",\"path\":\"" + path + "\",\"value\":[1]}]";
            assertThat(Changes.read(text).orElseThrow().applied(request))
                    .as(path)
                    .isEmpty();
        }
    }
}
