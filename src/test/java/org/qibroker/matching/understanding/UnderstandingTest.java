package org.qibroker.matching.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demand;
import org.qibroker.demand.Understander.Correction;
import org.qibroker.demand.Understander.Left;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.config.ConfigFiles;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.time.WorkCalendar;

/** What holds of every sentence; what sentences mean is held by {@link SentencesTest}. */
class UnderstandingTest {
    private static final long SLOW_MS = 1000;

    private static Reading read(String text) {
        return SentencesTest.UNDERSTANDING.read(text);
    }

    private static Reading readOn(String day, String text) {
        Clock clock = Clock.fixed(Instant.parse(day + "T15:59:00Z"), ZoneOffset.UTC);
        return new Understanding(
                        UnitRegistry.standard(),
                        Thesaurus.standard(),
                        WorkCalendar.load(ConfigFiles.open("holidays-cn.csv")),
                        () -> ScopeView.EMPTY,
                        clock)
                .read(text);
    }

    @Test
    void whatIsNotUnderstoodIsGivenBackWithItsPlace() {
        String text = "数显卡尺 蓝色表盘 ０－300mm，尽快";
        assertThat(read(text).notUnderstood()).containsExactly(new Left("蓝色表盘", 5, 9), new Left("尽快", 18, 20));
        for (Left left : read(text).notUnderstood()) {
            assertThat(text.substring(left.start(), left.end())).isEqualTo(left.text());
        }
    }

    @Test
    void aCorrectionSaysWhatWasWrittenAndWhere() {
        assertThat(read("5把 calipre").corrections()).containsExactly(new Correction("calipre", "caliper", 3, 10));
    }

    @Test
    void daysCountByTheCalendarOfTheDay() {
        // Before the National Day holiday of 2026, 1 to 7 October.
        assertThat(readOn("2026-09-29", "卡尺 5个工作日内").neededBy()).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(readOn("2026-12-30", "卡尺 1月5日前").neededBy()).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(readOn("2028-02-20", "卡尺 月底前").neededBy()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(readOn("2026-01-31", "caliper within 1 month").neededBy()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(readOn("2026-11-29", "卡尺 下周五前").neededBy()).isEqualTo(LocalDate.of(2026, 12, 4));
    }

    @Test
    void nothingIsUnderstoodOfNothing() {
        assertThat(read("").items()).isEmpty();
        assertThat(read("  ？！ ").items()).isEmpty();
        assertThat(read("  ？！ ").notUnderstood()).isEmpty();
        assertThat(read("x".repeat(1500)).items()).isEmpty();
    }

    @Test
    void aTextTooLongIsLeftAsAWhole() {
        String text = "卡尺 ".repeat(Understanding.LONGEST);
        assertThat(read(text).items()).isEmpty();
        assertThat(read(text).notUnderstood()).extracting(Left::text).containsExactly(text);
    }

    @Test
    void noMoreItemsThanADemandHolds() {
        Reading reading = read("卡尺5把；".repeat(300));
        assertThat(reading.items()).hasSize(Demand.MOST_ITEMS);
        assertThat(reading.notUnderstood()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "U≤",
                "0-",
                "1,",
                "ab ",
                "卡",
                "(",
                "ISO ",
                "10把卡尺，",
                "、",
                "aaaa",
                "\u0001",
                "±",
                "12月",
                "(((1~2)",
                "MPE±",
                "0、",
                "一",
                "GB/T 1-",
                "1e5",
                "千分尺 ",
                "calipre ",
                "U≤0.02mm",
                "，5把",
                "\n",
                "抗拉强度",
                "￥1"
            })
    void hostileTextsTakeLinearTimeAndMakeValidItems(String part) {
        String text = part.repeat(Understanding.LONGEST / part.length());
        read(text);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Reading reading = read(text);
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
        assertThat(millis).isLessThan(SLOW_MS);
        assertThat(reading.items()).hasSizeLessThanOrEqualTo(Demand.MOST_ITEMS).allSatisfy(Validation::valid);
    }

    @Test
    void everyPlaceNamedLiesInTheText() {
        for (String text : List.of("\u200B卡尺\u200B ①②③ 5把", "カメラ 5台", "😀 卡尺 😀", "卡尺\r\n5把")) {
            for (Left left : read(text).notUnderstood()) {
                assertThat(text.substring(left.start(), left.end())).isEqualTo(left.text());
            }
        }
    }
}
