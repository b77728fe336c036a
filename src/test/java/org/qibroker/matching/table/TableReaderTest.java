package org.qibroker.matching.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.Understander.Understood;
import org.qibroker.demand.Wishes;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.demand.paste.PastedTable;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

class TableReaderTest {
    private static final TableReader READER = new TableReader(
            text -> new Understood(
                    List.of(ItemSpec.of(text.contains("钢筋") ? Family.TESTING : Family.METROLOGY, text)),
                    Wishes.NONE,
                    List.of(),
                    List.of()),
            UnitRegistry.standard());

    private static PastedTable read(String text) {
        return READER.understand(text);
    }

    @Test
    void headingsInChineseSayWhatTheColumnsHold() {
        PastedTable table = read(
                """
                2026年送检计划
                序号\t器具名称\t型号规格\t测量范围\t不确定度/MPE/准确度\t校准依据\t资质\t数量\t服务类别\t备注
                1\t数显卡尺\t500-196\t0~300 mm\tU=0.02 mm\tJJG 30-2012\tCNAS\t5把\t校准\t急用
                2\t外径千分尺\t\t0-25mm\tMPE ±4 µm\tJJG 21-2008；JJF 1001\tCNAS/CMA\t2\t检定\t

                3\t压力表\t\t（0～1.6）MPa\t1.6级\t\t\t10块\t\t
                """);
        assertThat(table.items()).hasSize(3);
        ItemSpec caliper = table.items().get(0);
        assertThat(caliper.subject()).isEqualTo("数显卡尺");
        assertThat(caliper.range()).isEqualTo(new RangeAsked(0.0, 300.0, "mm"));
        assertThat(caliper.maxUncertainty()).isEqualTo(new ValueAsked(0.02, "mm", null));
        assertThat(caliper.methods()).containsExactly("JJG 30-2012");
        assertThat(caliper.marks()).containsExactly("CNAS");
        assertThat(caliper.pieces()).isEqualTo(5);
        assertThat(caliper.serviceKind()).isEqualTo(ServiceKind.CALIBRATION);
        assertThat(table.rows().get(0).number()).isEqualTo(3);
        assertThat(table.rows().get(0).left()).containsExactly("型号规格: 500-196", "备注: 急用");
        ItemSpec micrometer = table.items().get(1);
        assertThat(micrometer.tolerance()).isEqualTo(new ToleranceAsked(4.0, "µm", null));
        assertThat(micrometer.methods()).hasSize(2);
        assertThat(micrometer.marks()).containsExactly("CNAS", "CMA");
        assertThat(table.rows().get(2).left()).containsExactly("不确定度/MPE/准确度: 1.6级");
        assertThat(table.rows().get(2).number()).isEqualTo(6);
    }

    @Test
    void headingsInEnglishMayHoldTheUnit() {
        PastedTable table = read(
                "Instrument\tRange (mm)\tExpanded uncertainty (µm)\tOn-site\tQty\nDigital caliper\t0-150\t10\tyes\t3");
        ItemSpec item = table.items().get(0);
        assertThat(item.range()).isEqualTo(new RangeAsked(0.0, 150.0, "mm"));
        assertThat(item.maxUncertainty()).isEqualTo(new ValueAsked(10.0, "µm", null));
        assertThat(item.onSite()).isTrue();
        assertThat(item.pieces()).isEqualTo(3);
        assertThat(table.rows().get(0).left()).isEmpty();
    }

    @Test
    void withoutHeadingsTheCellsSayWhatTheyAre() {
        PastedTable table = read(
                """
                1\t数显卡尺\t0~300mm\tU=0.02mm\tJJG 30-2012\tCNAS\t5
                2\t钢筋\t10~40 mm\t\tGB/T 228.1-2021\tCMA\t20
                """);
        assertThat(table.items()).extracting(ItemSpec::subject).containsExactly("数显卡尺", "钢筋");
        assertThat(table.items()).extracting(ItemSpec::family).containsExactly(Family.METROLOGY, Family.TESTING);
        assertThat(table.items()).extracting(ItemSpec::pieces).containsExactly(5, 20);
        assertThat(table.items().get(0).maxUncertainty()).isNotNull();
        assertThat(table.items().get(1).methods()).containsExactly("GB/T 228.1-2021");
    }

    @Test
    void aTableOfAWebPageIsReadToo() {
        PastedTable table = read("<table><tr><th>名称</th><th>量程</th></tr>"
                + "<tr><td><b>游标卡尺</b></td><td>0&nbsp;mm<br>~ 200 mm</td></tr></table>");
        assertThat(table.items().get(0).subject()).isEqualTo("游标卡尺");
        assertThat(table.items().get(0).range()).isEqualTo(new RangeAsked(0.0, 200.0, "mm"));
    }

    @Test
    void aCellInQuotesMayHoldLineEndsAndAnInchSignNeedsNoPartner() {
        PastedTable table = read("名称\t方法\n\"数显\n卡尺\"\t\"JJG 30-2012\nJJF 1001\"\n1/2\" 扳手\t\n");
        assertThat(table.items()).extracting(ItemSpec::subject).containsExactly("数显 卡尺", "1/2\" 扳手");
        assertThat(table.items().get(0).methods()).hasSize(2);
    }

    @Test
    void aRowWithoutSubjectBecomesNoItemAndStaysVisible() {
        PastedTable table = read("名称\t量程\n\t0~300 mm\n卡尺\t大\n");
        assertThat(table.rows().get(0).item()).isNull();
        assertThat(table.rows().get(0).left()).containsExactly("0~300 mm");
        assertThat(table.rows().get(1).left()).containsExactly("量程: 大");
    }

    @Test
    void rowsBeyondTwoHundredAreShownAsNotTaken() {
        PastedTable table = read("名称\t数量\n" + "卡尺\t1\n".repeat(250));
        assertThat(table.items()).hasSize(200);
        assertThat(table.rows()).hasSize(250);
        assertThat(table.rows().get(249).left()).containsExactly("卡尺", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\t\t\n\t", "\"", "<tr><td", "<table><tr></tr>", "a,b\nc", "\u0000\t1", "9e999 mm\t1"})
    void nothingBreaksIt(String text) {
        assertThat(read(text).items().size()).isLessThanOrEqualTo(2);
    }
}
