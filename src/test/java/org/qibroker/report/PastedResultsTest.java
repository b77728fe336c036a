package org.qibroker.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibroker.report.conformity.ResultLine;
import org.qibroker.report.conformity.Statement;
import org.qibroker.shared.Refusal;

class PastedResultsTest {
    private static final ResultForm BLANK = new ResultForm("GUARDED_ACCEPTANCE", "", "JJG 30-2012", List.of());

    private static List<ResultLine> lines(String table) {
        return BLANK.with(table).statement().results();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void headingsTellTheColumnsInAnyOrderTheirUnitsAndTheCoverageFactor() {
        List<ResultLine> lines = lines(
                """
                序号\t项目\t校准点\t最大允许误差\tU(k=2)/mm\t示值误差(mm)\t备注
                1\t示值误差\t100 mm\t±0.03\t0.01\t+0.02\t合格
                2\t示值误差\t150 mm\t±0.03\t0.01\t−0.01\t
                """);
        assertThat(lines)
                .containsExactly(
                        new ResultLine(
                                "示值误差 100 mm",
                                number("0.02"),
                                "mm",
                                number("0.01"),
                                number("2"),
                                number("-0.03"),
                                number("0.03")),
                        new ResultLine(
                                "示值误差 150 mm",
                                number("-0.01"),
                                "mm",
                                number("0.01"),
                                number("2"),
                                number("-0.03"),
                                number("0.03")));
    }

    @Test
    void withoutHeadingsTheColumnsStandAsInTheForm() {
        assertThat(lines("抗拉强度\t512\tMPa\t6\t2\t500\t\n屈服强度\t405\tMPa\t5\t2\t400\t"))
                .extracting(ResultLine::parameter, ResultLine::unit, ResultLine::lowerLimit, ResultLine::upperLimit)
                .containsExactly(tuple("抗拉强度", "MPa", number("500"), null), tuple("屈服强度", "MPa", number("400"), null));
    }

    @Test
    void aUnitBehindTheValueIsTheUnitOfTheRow() {
        ResultLine line = lines("parameter,result,uncertainty,upper limit\nlead,0.8 mg/L,0.05 mg/L,1.0 mg/L\n")
                .get(0);
        assertThat(line.unit()).isEqualTo("mg/L");
        assertThat(line.upperLimit()).isEqualByComparingTo("1.0");
    }

    @Test
    void whatIsNotUnderstoodComesAsItWasWrittenAndIsNamedBySaving() {
        ResultForm form = BLANK.with("点\t误差(mm)\tU(µm)\n10 mm\t0.001\t0.5\n20 mm\t合格\t0.5\n");
        assertThat(form.rows())
                .extracting(row -> row.get("expandedUncertainty"))
                .contains("0.5 µm");
        assertThatThrownBy(form::statement)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.faults())
                        .extracting(fault -> fault.pointer())
                        .contains("/results/0/expandedUncertainty", "/results/1/value"));
    }

    @Test
    void rowsTypedBeforeStayAndTooManyOrNoneAreRefused() {
        ResultForm typed = new ResultForm("", "", "", List.of(Map.of("parameter", "a", "value", "1")));
        assertThat(typed.with("b\t2").rows()).hasSize(2);
        String many = "a\t1\n".repeat(Statement.MOST_LINES + 1);
        for (String wrong : List.of(many, " \n\t\n", "项目\t测得值\n")) {
            assertThatThrownBy(() -> typed.with(wrong)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                            refusal.faults().get(0).pointer())
                    .isEqualTo("/table"));
        }
    }
}
