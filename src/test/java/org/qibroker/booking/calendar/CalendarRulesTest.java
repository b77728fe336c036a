package org.qibroker.booking.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.calendar.CalendarRules.Known;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Benches;
import org.qibroker.resource.Closure;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceMode;
import org.qibroker.resource.Slot;
import org.qibroker.resource.place.Occupied;

class CalendarRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final UUID BOOKING = new UUID(0, 7);
    private static final UUID PLACE = new UUID(0, 8);

    private static WorkCalendar calendar() {
        try {
            return WorkCalendar.load(Files.newBufferedReader(Path.of("config/holidays-cn.csv")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static OpeningHours[] mondayAndTuesday() {
        return List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY).stream()
                .map(day -> new OpeningHours(day, LocalTime.of(9, 0), LocalTime.of(13, 0)))
                .toArray(OpeningHours[]::new);
    }

    private static Benches bench() {
        return Benches.bench(ZONE).open(mondayAndTuesday()).slots(120, 0, 0).units(2);
    }

    private static Slot slot(String start, String end) {
        return new Slot(Instant.parse(start), Instant.parse(end));
    }

    private static Occupied taken(UUID id, Slot slot) {
        return new Occupied(id, 1, new UUID(0, 9), BOOKING, slot, null);
    }

    private static Entry entry(BookingState state, boolean proposing) {
        return new Entry(BOOKING, "QB261127-00012", state, 3, "示例公司", "卡尺", PLACE, proposing);
    }

    private static Week week(Resource resource, List<Occupied> taken, Entry entry) {
        return CalendarRules.week(resource, TUESDAY, new Known(taken, Map.of(BOOKING, entry), NOW), calendar());
    }

    private static Cell cell(Week week, int row, int day) {
        return week.rows().get(row).cells().get(day);
    }

    @Test
    void aRowIsATimeOfDayAndACellSaysWhatIsThen() {
        Slot ten = slot("2026-12-01T01:00:00Z", "2026-12-01T03:00:00Z");
        Week week = week(bench().made(), List.of(taken(PLACE, ten)), entry(BookingState.ACCEPTED, false));
        assertThat(week.first()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(week.rows()).extracting(Week.Row::label).containsExactly("09:00", "11:00");
        assertThat(cell(week, 0, 0).state()).isEqualTo(Cell.State.PAST);
        assertThat(cell(week, 1, 0).free()).isEqualTo(2);
        assertThat(cell(week, 0, 1).free()).isEqualTo(1);
        assertThat(cell(week, 0, 1).closable()).isFalse();
        Chip chip = cell(week, 0, 1).chips().get(0);
        assertThat(chip.movable(NOW)).isTrue();
        assertThat(chip.movable(ten.start())).isFalse();
        assertThat(cell(week, 0, 2).state()).isEqualTo(Cell.State.NONE);
    }

    @Test
    void whatLiesOffTheGridHasARowOfItsOwn() {
        Slot odd = slot("2026-12-01T01:30:00Z", "2026-12-01T02:30:00Z");
        Week week = week(bench().made(), List.of(taken(PLACE, odd)), entry(BookingState.ACCEPTED, false));
        assertThat(week.rows()).extracting(Week.Row::label).containsExactly("09:00", "09:30", "11:00");
        assertThat(cell(week, 1, 1).chips()).hasSize(1);
        assertThat(cell(week, 0, 1).free()).isEqualTo(1);
    }

    @Test
    void aProposedPlaceIsShownBesideTheOneItHas() {
        Occupied now = taken(PLACE, slot("2026-12-01T01:00:00Z", "2026-12-01T03:00:00Z"));
        Occupied then = taken(new UUID(0, 10), slot("2026-12-01T03:00:00Z", "2026-12-01T05:00:00Z"));
        Week week = week(bench().made(), List.of(now, then), entry(BookingState.ACCEPTED, true));
        assertThat(cell(week, 0, 1).chips().get(0).tone()).isEqualTo("agreed");
        assertThat(cell(week, 1, 1).chips().get(0).tone()).isEqualTo("proposed");
        assertThat(cell(week, 0, 1).chips().get(0).movable(NOW)).isFalse();
    }

    @Test
    void closuresAndOverdueCalibrationAreNoTargets() {
        Closure closure =
                new Closure(Instant.parse("2026-12-01T02:00:00Z"), Instant.parse("2026-12-01T06:00:00Z"), "检修");
        Week closed = week(bench().closed(closure).made(), List.of(), entry(BookingState.ACCEPTED, false));
        assertThat(cell(closed, 0, 1).state()).isEqualTo(Cell.State.CLOSED);
        assertThat(cell(closed, 0, 1).closureBegins()).isTrue();
        assertThat(cell(closed, 1, 1).closureBegins()).isFalse();
        Resource overdue = bench().calibratedUntil(TUESDAY.minusDays(1)).made();
        Week late = week(overdue, List.of(), entry(BookingState.ACCEPTED, false));
        assertThat(cell(late, 1, 0).target()).isTrue();
        assertThat(cell(late, 0, 1).state()).isEqualTo(Cell.State.OVERDUE);
        assertThat(cell(late, 0, 1).target()).isFalse();
    }

    @Test
    void piecesOfOneBookingOnADayAreOneChip() {
        Resource days = bench().mode(ResourceMode.DAY_QUOTA).units(5).made();
        Slot day = days.day(TUESDAY);
        List<Occupied> pieces = List.of(
                new Occupied(PLACE, 1, new UUID(0, 9), BOOKING, day, null),
                new Occupied(new UUID(0, 11), 2, new UUID(0, 9), BOOKING, day, null));
        Week week = week(days, pieces, entry(BookingState.ACCEPTED, false));
        assertThat(week.rows()).hasSize(1);
        assertThat(cell(week, 0, 1).free()).isEqualTo(3);
        assertThat(cell(week, 0, 1).chips()).hasSize(1);
        assertThat(cell(week, 0, 1).chips().get(0).pieces()).isEqualTo(2);
    }

    @Test
    void holidaysAndWorkedWeekendsAreMarked() {
        LocalDate worked = LocalDate.of(2026, 10, 10);
        Week week = CalendarRules.week(bench().made(), worked, new Known(List.of(), Map.of(), NOW), calendar());
        assertThat(week.days()).extracting(Week.Day::mark).contains("holiday", "worked");
        assertThat(cell(week, 0, 5).slot()).isNotNull();
    }
}
