package org.qibroker.insight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.qibroker.insight.Figure;

class ChangeTest {
    @Test
    void saysCountsInPerCentOfWhatTheyWereOnceThatSaysSomething() {
        assertThat(Change.of(Figure.BOOKED, 10, 12).text(Locale.ENGLISH)).isEqualTo("+20.0 %");
        assertThat(Change.of(Figure.BOOKED, 1, 1_204).text(Locale.ENGLISH)).isEqualTo("+1,203");
        assertThat(Change.of(Figure.BOOKED, 0, 3).text(Locale.ENGLISH)).isEqualTo("+3");
        assertThat(Change.of(Figure.BOOKED, 9, 4).text(Locale.ENGLISH)).isEqualTo("-5");
    }

    @Test
    void saysOthersInTheirUnit() {
        assertThat(Change.of(Figure.ON_TIME, 80.0, 75.5).text(Locale.CHINESE)).isEqualTo("-4.5 个百分点");
        assertThat(Change.of(Figure.ANSWER_TIME, 12, 8).text(Locale.ENGLISH)).isEqualTo("-4.0 h");
        assertThat(Change.of(Figure.SATISFACTION, 4.0, 4.25).text(Locale.ENGLISH))
                .isEqualTo("+0.25");
    }

    @Test
    void saysWhetherThatIsGood() {
        assertThat(Change.of(Figure.UNMET, 5, 2).tone()).isEqualTo("good");
        assertThat(Change.of(Figure.BOOKED, 5, 2).tone()).isEqualTo("bad");
        assertThat(Change.of(Figure.BOOKED, 5, 5).tone()).isEqualTo("even");
        assertThat(Change.of(Figure.BOOKED, 5, 5).text(Locale.ENGLISH)).isEqualTo("±0");
        assertThat(Change.of(Figure.ON_TIME, null, 80).text(Locale.ENGLISH)).isEqualTo("–");
    }
}
