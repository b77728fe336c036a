package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Preset;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.answer.GapVerdict;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.Relaxation;
import org.qibroker.matching.rank.TrackRecords;
import org.qibroker.resource.offer.FreeDays;

class AnswerTest {
    private static Scopes lab() {
        return new Scopes().provider("甲").holding("CNAS");
    }

    @Test
    void relaxationsAreSummedUpOverProviders() {
        Scopes scopes = new Scopes();
        scopes.provider("甲").line(LineText.of("0~300 mm", "U=0.03 mm"));
        scopes.provider("乙").line(LineText.of("0~300 mm", "U=0.05 mm"));
        scopes.provider("丙").line(LineText.of("0~300 mm", "U=0.05 mm"));
        ItemAnswer answer = scopes.answer(
                Items.caliper().range(0.0, 300.0, "mm").limit(0.02, "mm").spec());
        assertThat(answer.relaxations()).extracting(Relaxation.Sum::to).containsExactly("0.03 mm", "0.05 mm");
        assertThat(answer.relaxations()).extracting(Relaxation.Sum::providers).containsExactly(1, 3);
        assertThat(answer.relaxations()).extracting(Relaxation.Sum::from).containsOnly("0.02 mm");
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
                null, null, null, preset, null, null, List.of(Items.caliper().spec()));
        return scopes.answer(request).candidates().stream()
                .map(Candidate::providerName)
                .toList();
    }

    @Test
    void equalsTakeTurnsEvenlyFromDemandToDemand() {
        Scopes scopes = new Scopes();
        List.of("甲", "乙", "丙").forEach(name -> scopes.provider(name).line(new LineText()));
        ScopeView view = scopes.view();
        MatchRequest request = MatchRequest.of(List.of(Items.caliper().spec()));
        Map<String, Long> first = IntStream.range(0, 20_000)
                .mapToObj(i -> new MatchContext(
                        Scopes.DAY, Scopes.REFERENCE, TrackRecords.NONE, FreeDays.NONE, new UUID(0x4000, i).toString()))
                .map(context ->
                        MatchEngine.match(request, view, context).items().get(0))
                .collect(Collectors.groupingBy(
                        answer -> answer.candidates().get(0).providerName(), Collectors.counting()));
        assertThat(first).hasSize(3);
        assertThat(first.values()).allMatch(times -> times >= 6_000 && times <= 7_400);
    }
}
