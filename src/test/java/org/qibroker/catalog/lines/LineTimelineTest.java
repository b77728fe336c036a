package org.qibroker.catalog.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.shared.Family;

/** How one line changes over its days. */
class LineTimelineTest {
    private static final UUID LINE = new UUID(0, 1);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
    private static final LocalDate SUMMER = LocalDate.of(2026, 6, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);

    @Test
    void whatALineSaidStaysForTheDaysBefore() {
        LineTimeline.Edit edit = timeline(said("U=0.03 mm", SPRING, null)).change(line("U=0.02 mm"), SUMMER, null);
        assertThat(edit.from()).isEqualTo(SUMMER);
        assertThat(edit.stated())
                .extracting(stated -> stated.line().texts().uncertainty(), stated -> stated.validity())
                .containsExactly(
                        tuple("U=0.03 mm", new Capability.Validity(SPRING, SUMMER.minusDays(1))),
                        tuple("U=0.02 mm", new Capability.Validity(SUMMER, null)));
    }

    @Test
    void aChangeReplacesWhatWasPlannedForLater() {
        LineTimeline.Edit edit = timeline(
                        said("U=0.03 mm", SPRING, AUTUMN.minusDays(1)), said("U=0.01 mm", AUTUMN, null))
                .change(line("U=0.02 mm"), SUMMER, null);
        assertThat(edit.stated())
                .extracting(stated -> stated.line().texts().uncertainty())
                .containsExactly("U=0.03 mm", "U=0.02 mm");
    }

    @Test
    void aChangeBeforeTheFirstDayHoldsFromTheFirstDay() {
        LineTimeline.Edit edit = timeline(said("U=0.03 mm", SUMMER, null)).change(line("U=0.02 mm"), SPRING, AUTUMN);
        assertThat(edit.stated())
                .extracting(LineBatch.StatedLine::validity)
                .containsExactly(new Capability.Validity(SUMMER, AUTUMN));
    }

    @Test
    void aLineEndsAndOneThatEndsBeforeItBeginsNeverHeld() {
        LineTimeline timeline = timeline(said("U=0.03 mm", SPRING, null));
        assertThat(timeline.end(SUMMER).stated())
                .extracting(LineBatch.StatedLine::validity)
                .containsExactly(new Capability.Validity(SPRING, SUMMER));
        assertThat(timeline.end(SPRING.minusDays(1)).stated()).isEmpty();
    }

    @Test
    void statementsThatWereOverStayUntouched() {
        LineTimeline.Edit edit = timeline(
                        said("U=0.05 mm", SPRING, SUMMER.minusDays(1)), said("U=0.03 mm", SUMMER, null))
                .change(line("U=0.02 mm"), SUMMER, null);
        assertThat(edit.from()).isEqualTo(SUMMER);
        assertThat(edit.stated()).hasSize(1);
    }

    private static LineTimeline timeline(RecordedLine... statements) {
        return new LineTimeline(List.of(statements));
    }

    private static RecordedLine said(String uncertainty, LocalDate from, @Nullable LocalDate to) {
        return new RecordedLine(
                LINE, new UUID(0, 2), line(uncertainty), new Capability.Validity(from, to), Instant.EPOCH, null);
    }

    private static ScopeLine line(String uncertainty) {
        return new ScopeLine(
                new UUID(0, 3),
                new Capability.Service(Family.METROLOGY, null, "数显卡尺", null, "示值误差", Set.of()),
                new ScopeLine.Texts("length", List.of(), "0~300 mm", List.of(), uncertainty, 2, null),
                Set.of(),
                new Capability.Terms(false, Price.ON_REQUEST, null, null));
    }
}
