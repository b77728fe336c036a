package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.RangeAsked;
import org.qibroker.demand.ToleranceAsked;
import org.qibroker.demand.ValueAsked;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.shared.Family;
import org.qibroker.shared.Money;
import org.qibroker.shared.ServiceKind;

class UnderstandingTest {
    /** A Tuesday. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

    private static final Understanding UNDERSTANDING = new Understanding(
            Scopes.REFERENCE,
            () -> new Scopes().provider("甲").line(new LineText()).view(),
            CLOCK);

    private static Reading read(String text) {
        return UNDERSTANDING.read(text);
    }

    private static ItemSpec item(String text) {
        Reading reading = read(text);
        assertThat(reading.items()).hasSize(1);
        return reading.items().get(0);
    }

    @Test
    void theSentenceOfTheFrontPage() {
        Reading reading = read("数显卡尺 0-300mm U≤0.02mm CNAS 5把 下周五前");
        assertThat(reading.items())
                .containsExactly(new ItemSpec(
                        Family.METROLOGY,
                        null,
                        "数显卡尺",
                        null,
                        null,
                        new RangeAsked(0.0, 300.0, "mm"),
                        null,
                        null,
                        new ValueAsked(0.02, "mm", null),
                        null,
                        null,
                        null,
                        List.of("CNAS"),
                        5,
                        null));
        assertThat(reading.neededBy()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(reading.notUnderstood()).isEmpty();
    }

    @Test
    void fullWidthFormsAndWordsAround() {
        Reading reading = read("我们需要校准１４把外径千分尺，量程０～２５ｍｍ，松江附近，预算3000元");
        ItemSpec item = reading.items().get(0);
        assertThat(item.subject()).isEqualTo("外径千分尺");
        assertThat(item.serviceKind()).isEqualTo(ServiceKind.CALIBRATION);
        assertThat(item.range()).isEqualTo(new RangeAsked(0.0, 25.0, "mm"));
        assertThat(item.pieces()).isEqualTo(14);
        assertThat(reading.district()).isEqualTo("310117");
        assertThat(reading.budget()).isEqualTo(Money.fen(300_000));
        assertThat(reading.notUnderstood()).isEmpty();
    }

    @Test
    void aTestWithItsParameterAndStandard() {
        ItemSpec item = item("钢筋 抗拉强度 GB/T 228.1-2021 CMA");
        assertThat(item.family()).isEqualTo(Family.TESTING);
        assertThat(item.subject()).isEqualTo("钢筋");
        assertThat(item.parameter()).isEqualTo("抗拉强度");
        assertThat(item.methods()).containsExactly("GB/T 228.1-2021");
        assertThat(item.marks()).containsExactly("CMA");
    }

    @Test
    void aStandardThatNamesASystemIsTheSubject() {
        ItemSpec item = item("ISO 9001 认证");
        assertThat(item.family()).isEqualTo(Family.CERTIFICATION);
        assertThat(item.subject()).startsWith("ISO 9001");
        assertThat(item.methods()).isNull();
    }

    @Test
    void severalItemsInSeveralLines() {
        Reading reading = read("数显卡尺 0~150mm 3把；一般压力表 0-1.6MPa 检定 10只\n混凝土 抗压强度");
        assertThat(reading.items()).extracting(ItemSpec::subject).containsExactly("数显卡尺", "一般压力表", "混凝土");
        assertThat(reading.items().get(1).range()).isEqualTo(new RangeAsked(0.0, 1.6, "MPa"));
        assertThat(reading.items().get(1).serviceKind()).isEqualTo(ServiceKind.VERIFICATION);
        assertThat(reading.items().get(1).pieces()).isEqualTo(10);
    }

    @Test
    void relativeUncertaintyAndCoverageFactor() {
        ItemSpec item = item("力传感器 1kN~100kN Urel≤0.1% k=3");
        assertThat(item.maxUncertainty()).isEqualTo(new ValueAsked(0.1, "%", true));
        assertThat(item.coverageFactor()).isEqualTo(3);
        assertThat(item.range()).isEqualTo(new RangeAsked(1.0, 100.0, "kN"));
    }

    @Test
    void aTolerance() {
        assertThat(item("电子天平 0~200g 最大允许误差±0.3mg").tolerance()).isEqualTo(new ToleranceAsked(0.3, "mg", null));
    }

    @Test
    void anEnglishSentence() {
        Reading reading =
                read("We need calibration of digital caliper 0 to 300 mm, U <= 0.02 mm, CNAS, 5 pcs by next Friday");
        ItemSpec item = reading.items().get(0);
        assertThat(item.subject()).isEqualTo("digital caliper");
        assertThat(item.serviceKind()).isEqualTo(ServiceKind.CALIBRATION);
        assertThat(item.range()).isEqualTo(new RangeAsked(0.0, 300.0, "mm"));
        assertThat(item.maxUncertainty()).isEqualTo(new ValueAsked(0.02, "mm", null));
        assertThat(item.pieces()).isEqualTo(5);
        assertThat(reading.neededBy()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(reading.notUnderstood()).isEmpty();
    }

    @Test
    void anEnglishTestByADate() {
        Reading reading = read("rebar tensile strength ISO 6892-1:2019 by 2026-12-20 near Songjiang");
        assertThat(reading.items().get(0).subject()).isEqualTo("rebar");
        assertThat(reading.items().get(0).parameter()).isEqualTo("tensile strength");
        assertThat(reading.items().get(0).methods()).containsExactly("ISO 6892-1:2019");
        assertThat(reading.neededBy()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat(reading.district()).isEqualTo("310117");
    }

    @Test
    void daysInManyForms() {
        assertThat(read("卡尺 12月20日前").neededBy()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat(read("卡尺 1月5日前").neededBy()).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(read("卡尺 月底前").neededBy()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(read("卡尺 5个工作日内").neededBy()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(read("卡尺 周五").neededBy()).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(read("caliper within 2 weeks").neededBy()).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(read("caliper 2月30日").neededBy()).isNull();
    }

    @Test
    void whatIsNotUnderstoodStaysVisible() {
        Reading reading = read("数显卡尺 蓝色表盘 0-300mm");
        assertThat(reading.items().get(0).subject()).isEqualTo("数显卡尺");
        assertThat(reading.notUnderstood()).containsExactly("蓝色表盘");
    }

    @Test
    void anUnknownSubjectIsTakenAsItStands() {
        ItemSpec item = item("量子磁力仪 上门 2台");
        assertThat(item.subject()).isEqualTo("量子磁力仪");
        assertThat(item.family()).isEqualTo(Family.METROLOGY);
        assertThat(item.onSite()).isTrue();
        assertThat(item.pieces()).isEqualTo(2);
    }

    @Test
    void nothingIsUnderstoodOfNothing() {
        assertThat(read("").items()).isEmpty();
        assertThat(read("  ？！ ").items()).isEmpty();
        assertThat(read("x".repeat(3000)).items()).hasSizeLessThanOrEqualTo(1);
    }
}
