package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.catalog.plot.Plot;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.pages.MatchDrawing;
import org.qibroker.measure.Table;
import org.qibroker.measure.Uncertainty;

/** An uncertainty stated at points is read, interpolated, matched and drawn as one and the same. */
class TableUncertaintyTest {
    private static final String TABLE = "0 mm: 0.5 µm; 100 mm: 0.9 µm; 300 mm: 0.7 µm";

    private static Scopes scope(String uncertainty) {
        return new Scopes().provider("东海").holding("CNAS").line(LineText.of("0~300 mm", uncertainty));
    }

    private static Uncertainty read(String uncertainty) {
        return scope(uncertainty).lines().get(0).measured().uncertainty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TABLE,
                "0 mm：0.5 µm；100 mm：0.9 µm；300 mm：0.7 µm",
                "0 mm: 0.5 µm, 100 mm: 0.9 µm, 300 mm: 0.7 µm",
                "U=0.5 µm @ 0 mm; 0.9 µm @ 100 mm; 0.7 µm @ 300 mm (k=2)",
                "0 mm: U=0.5 µm; 10 cm: U=0.9 µm; 0.3 m: U=0.7 µm;"
            })
    void everyFormOfATableIsTheSameTable(String text) {
        assertThat(read(text).form()).isEqualTo(Uncertainty.Form.TABLE);
        assertThat(read(text).at(0.05).orElseThrow()).isCloseTo(0.7e-6, org.assertj.core.data.Offset.offset(1e-15));
        assertThat(((Table) read(text)).points()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100 mm: 0.5 µm; 50 mm: 0.9 µm",
                "100 mm: 0.5 µm",
                "100 mm: 0.5 V; 300 mm: 0.9 V",
                "0~100 mm: 0.5 µm; 100~300 mm: 0.9 µm",
                "100 mm: 0,5 µm, 300 mm: 0,9 µm"
            })
    void whatIsNoTableStaysText(String text) {
        assertThat(read(text).form()).isEqualTo(Uncertainty.Form.TEXT);
    }

    @Test
    void itIsJudgedWhereItIsWorst() {
        Candidate candidate = scope(TABLE)
                .answer(Items.caliper()
                        .range(50.0, 300.0, "mm")
                        .limit(0.9, "µm")
                        .spec())
                .candidates()
                .get(0);
        CriterionResult u = candidate.criteria().get(Criterion.UNCERTAINTY.ordinal());
        assertThat(u.verdict()).isEqualTo(Verdict.COVERED);
        assertThat(u.offered()).isEqualTo("0.9 µm at 100 mm");
    }

    @Test
    void betweenTwoPointsItIsInterpolated() {
        Candidate candidate = scope(TABLE)
                .answer(Items.caliper()
                        .points(new PointAsked(200.0, "mm"))
                        .limit(0.8, "µm")
                        .spec())
                .candidates()
                .get(0);
        assertThat(candidate.criteria().get(Criterion.UNCERTAINTY.ordinal()).offered())
                .isEqualTo("0.8 µm at 200 mm");
    }

    @Test
    void beyondTheOuterPointsItCannotBeTold() {
        ItemAnswer answer = scope("50 mm: 0.5 µm; 300 mm: 0.7 µm")
                .answer(Items.caliper().range(0.0, 300.0, "mm").limit(1.0, "µm").spec());
        assertThat(answer.candidates()
                        .get(0)
                        .criteria()
                        .get(Criterion.UNCERTAINTY.ordinal())
                        .verdict())
                .isEqualTo(Verdict.UNDECIDABLE);
    }

    @Test
    void itsBendsAreDrawn() {
        AskedItem item = AskedItem.of(
                Items.caliper().range(0.0, 300.0, "mm").limit(1.0, "µm").spec(), Scopes.UNITS);
        Optional<Plot> plot = MatchDrawing.of(item, scope(TABLE).lines());
        Plot.Row row = plot.orElseThrow().rows().get(0);
        assertThat(row.atFrom()).isEqualTo("0.5 µm");
        assertThat(row.largest() + " at " + row.largestAt()).isEqualTo("0.9 µm at 100 mm");
        String bend = String.format(java.util.Locale.ROOT, "L%.1f", Plot.LEFT + (Plot.RIGHT - Plot.LEFT) / 3.0);
        assertThat(plot.orElseThrow().curves().get(0).path()).contains(bend);
    }
}
