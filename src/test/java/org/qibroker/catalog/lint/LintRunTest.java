package org.qibroker.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.qibroker.catalog.lint.Lines.caliper;
import static org.qibroker.catalog.lint.Lines.judged;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What only shows when lines are seen together, and the quality that follows. */
class LintRunTest {
    @Test
    void theSameLineTwiceIsOneTooMany() {
        LintReport report =
                judged(List.of(caliper(), caliper(), caliper().over("0~500 mm").within("U=0.02 mm")));
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::fix)
                .containsExactly(tuple(Rule.DUPLICATE_LINE, Fix.endLine()));
    }

    @Test
    void linesThatOverlapShouldAgree() {
        LintReport report =
                judged(List.of(caliper(), caliper().over("200~500 mm").within("U=0.05 mm")));
        assertThat(report.findings()).extracting(Finding::rule).containsExactly(Rule.OVERLAP_DISAGREES);
        assertThat(report.findings().get(0).arguments()).containsExactly("0~300 mm", "300 mm", "0.02 mm", "0.05 mm");
        assertThat(judged(List.of(caliper(), caliper().over("200~500 mm"))).findings())
                .as("the same uncertainty")
                .isEmpty();
        assertThat(judged(List.of(caliper(), caliper().over("300~500 mm").within("U=0.05 mm")))
                        .findings())
                .as("they only meet")
                .isEmpty();
        assertThat(judged(List.of(
                                caliper(),
                                caliper().over("200~500 mm").within("U=0.05 mm").by("JJF 1071-2010")))
                        .findings())
                .as("another method")
                .isEmpty();
    }

    @Test
    void howFarItIsCanBeAskedMeanwhile() {
        LintRun run = new LintRun(Lines.around(), 4);
        assertThat(run.progress()).isEqualTo(new LintProgress(0, 4));
        run.accept(caliper().made());
        assertThat(run.progress()).isEqualTo(new LintProgress(1, 4));
        assertThat(run.progress().percent()).isEqualTo(25);
        assertThat(LintProgress.NONE.percent()).isZero();
    }

    @Test
    void anEndRoundedToAnotherUnitIsNoOverlap() {
        List<Lines.Line> lines = List.of(
                caliper().over("0.1~4 in").within("U=0.01 mm"),
                caliper().over("101~300 mm").within("U=0.03 mm"));
        assertThat(judged(lines).findings()).isEmpty();
    }

    @Test
    void linesThatNearlyMeetLeaveAGap() {
        LintReport near = judged(List.of(caliper(), caliper().over("301~500 mm").within("U=0.05 mm")));
        assertThat(near.findings()).extracting(Finding::rule).containsExactly(Rule.GAP_BETWEEN_LINES);
        assertThat(near.findings().get(0).arguments()).containsExactly("0~300 mm", "300 mm", "301 mm");
        assertThat(judged(List.of(
                                caliper().over("[0,300) mm"),
                                caliper().over("(300,500] mm").within("U=0.05 mm")))
                        .findings())
                .as("neither has the end")
                .extracting(Finding::rule)
                .containsExactly(Rule.GAP_BETWEEN_LINES);
        assertThat(judged(List.of(caliper(), caliper().over("600~900 mm").within("U=0.05 mm")))
                        .findings())
                .as("never meant to meet")
                .isEmpty();
    }

    @Test
    void theScoreIsTheMeanOfTheLinesAndSaysWhatWouldRaiseItMost() {
        LintReport report = judged(List.of(
                caliper(),
                caliper().over("300~0 mm").except("只做外测量"),
                caliper().over("0~500 mm").by(),
                caliper().over("0~600 mm").except("只做外测量")));
        assertThat(report.quality().score()).isCloseTo(100 * (1 + 0 + 0.6 + 0.9) / 4, within(1e-9));
        assertThat(report.quality().gains())
                .extracting(Quality.Gain::rule, Quality.Gain::lines)
                .containsExactly(
                        tuple(Rule.RANGE_INVERTED, 1),
                        tuple(Rule.METHOD_MISSING, 1),
                        tuple(Rule.LIMITATION_NOT_UNDERSTOOD, 2));
        assertThat(report.quality().gains().get(0).points())
                .as("the note stays")
                .isCloseTo(100 * 0.9 / 4, within(1e-9));
        assertThat(report.counts()).containsEntry(Rule.LIMITATION_NOT_UNDERSTOOD, 2);
        assertThat(report.count(Severity.ERROR)).isEqualTo(1);
    }

    @Test
    void aFaultlessScopeScoresAHundred() {
        assertThat(judged(List.of(caliper())).quality()).isEqualTo(new Quality(100, List.of()));
    }
}
