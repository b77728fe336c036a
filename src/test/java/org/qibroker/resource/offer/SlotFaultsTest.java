package org.qibroker.resource.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Benches;
import org.qibroker.resource.Closure;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceMode;
import org.qibroker.resource.Slot;
import org.qibroker.shared.FieldFault;

class SlotFaultsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkCalendar CALENDAR = calendar();
    private static final Instant NOW = Instant.parse("2026-11-27T01:00:00Z");

    private static WorkCalendar calendar() {
        try {
            return WorkCalendar.load(Files.newBufferedReader(Path.of("config/holidays-cn.csv")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static OpeningHours[] daily(String from, String to) {
        return Stream.of(DayOfWeek.values())
                .map(day -> new OpeningHours(day, LocalTime.parse(from), LocalTime.parse(to)))
                .toArray(OpeningHours[]::new);
    }

    private static String fault(Resource resource, String start, String end, Instant now) {
        Slot slot = new Slot(
                OffsetDateTime.parse(start).toInstant(),
                OffsetDateTime.parse(end).toInstant());
        return SlotFaults.of(resource, slot, now, CALENDAR)
                .map(fault -> fault.pointer() + " " + fault.code() + fault.arguments())
                .orElse("none");
    }

    private static String fault(Resource resource, String start, String end) {
        return fault(resource, start, end, NOW);
    }

    @Test
    void saysAtWhichFieldATimeIsWrongAndWhatWouldBeRight() {
        Resource bench = Benches.bench(SHANGHAI)
                .open(daily("09:00", "17:00"))
                .slots(120, 0, 0)
                .ahead(48, 30)
                .made();
        assertThat(fault(bench, "2026-12-01T09:00:00+08:00", "2026-12-01T11:00:00+08:00"))
                .isEqualTo("none");
        assertThat(fault(bench, "2026-11-27T09:00:00+08:00", "2026-11-27T11:00:00+08:00"))
                .isEqualTo("/start slot-past[]");
        assertThat(fault(bench, "2026-11-28T09:00:00+08:00", "2026-11-28T11:00:00+08:00"))
                .isEqualTo("/start slot-under-notice[48]");
        assertThat(fault(bench, "2026-12-28T09:00:00+08:00", "2026-12-28T11:00:00+08:00"))
                .isEqualTo("/start slot-beyond-horizon[2026-12-27]");
        assertThat(fault(bench, "2026-12-01T09:00:00+08:00", "2036-12-01T11:00:00+08:00"))
                .isEqualTo("/end slot-too-long[31]");
        assertThat(fault(bench, "2026-12-01T09:30:00+08:00", "2026-12-01T11:30:00+08:00"))
                .isEqualTo("/start slot-not-offered[2026-12-01 11:00]");
        assertThat(fault(bench, "2026-12-01T09:00:00+08:00", "2026-12-01T10:30:00+08:00"))
                .isEqualTo("/end slot-end-not-offered[2026-12-01 11:00]");
        Resource shut = Benches.bench(SHANGHAI).made();
        assertThat(fault(shut, "2026-12-01T09:00:00+08:00", "2026-12-01T11:00:00+08:00"))
                .isEqualTo("/start slot-not-open[14]");
    }

    @Test
    void aTimeThatClocksSkipIsNoSlotAndTheHourTheyRepeatIsTwo() {
        Instant early = Instant.parse("2026-03-01T00:00:00Z");
        Resource night = Benches.bench(BERLIN)
                .open(daily("00:00", "06:00"))
                .slots(60, 0, 0)
                .made();
        assertThat(fault(night, "2026-03-29T02:30:00+01:00", "2026-03-29T03:30:00+01:00", early))
                .isEqualTo("/start slot-not-offered[2026-03-29 04:00]");
        assertThat(fault(night, "2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00", early))
                .isEqualTo("none");
        Instant autumn = Instant.parse("2026-10-01T00:00:00Z");
        assertThat(fault(night, "2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00", autumn))
                .isEqualTo("none");
        assertThat(fault(night, "2026-10-25T02:00:00+01:00", "2026-10-25T03:00:00+01:00", autumn))
                .isEqualTo("none");
    }

    @Test
    void whereDaysAreBookedADayIsFromMidnightToMidnightHoweverLongItIs() {
        Resource days = Benches.bench(BERLIN)
                .mode(ResourceMode.DAY_QUOTA)
                .open(daily("09:00", "17:00"))
                .units(10)
                .made();
        LocalDate spring = LocalDate.of(2026, 3, 29);
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        assertThat(lengths(days, spring.minusDays(1), spring.plusDays(1))).containsExactly(24L, 23L, 24L);
        assertThat(lengths(days, autumn.minusDays(1), autumn.plusDays(1))).containsExactly(24L, 25L, 24L);
        LocalDate leap = LocalDate.of(2028, 2, 28);
        assertThat(SlotRules.slots(days, leap, leap.plusDays(2), CALENDAR)).hasSize(3);
        Instant early = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(fault(days, "2026-03-29T00:00:00+01:00", "2026-03-31T00:00:00+02:00", early))
                .isEqualTo("none");
        assertThat(fault(days, "2026-03-29T09:00:00+02:00", "2026-03-30T00:00:00+02:00", early))
                .startsWith("/start slot-not-offered");
    }

    private static List<Long> lengths(Resource days, LocalDate from, LocalDate to) {
        List<Slot> slots = SlotRules.slots(days, from, to, CALENDAR);
        for (int i = 1; i < slots.size(); i++) {
            assertThat(slots.get(i).start()).isEqualTo(slots.get(i - 1).end());
        }
        return slots.stream()
                .map(slot -> Duration.between(slot.start(), slot.end()).toHours())
                .toList();
    }

    @Test
    void aHolidayIsNoDayAndAWeekendWorkedForItIsOne() {
        OpeningHours friday = new OpeningHours(DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
        Resource days =
                Benches.bench(SHANGHAI).mode(ResourceMode.QUEUE).open(friday).made();
        LocalDate holiday = LocalDate.of(2026, 10, 2);
        LocalDate worked = LocalDate.of(2026, 10, 10);
        List<LocalDate> open = SlotRules.slots(days, holiday, worked.plusDays(7), CALENDAR).stream()
                .map(slot -> slot.start().atZone(SHANGHAI).toLocalDate())
                .toList();
        assertThat(open).containsExactly(LocalDate.of(2026, 10, 9), worked, LocalDate.of(2026, 10, 16));
    }

    @Test
    void aClosureTakesADayOnlyIfItTakesAllOfItsHours() {
        Closure afternoon =
                new Closure(Instant.parse("2026-12-01T05:00:00Z"), Instant.parse("2026-12-01T09:00:00Z"), null);
        Closure day = new Closure(Instant.parse("2026-12-02T01:00:00Z"), Instant.parse("2026-12-02T09:00:00Z"), null);
        Resource days = Benches.bench(SHANGHAI)
                .mode(ResourceMode.DAY_QUOTA)
                .open(daily("09:00", "17:00"))
                .closed(afternoon, day)
                .made();
        LocalDate first = LocalDate.of(2026, 12, 1);
        assertThat(SlotRules.slots(days, first, first.plusDays(1), CALENDAR)).hasSize(1);
    }

    @Test
    void piecesFillTheEarliestDaysFirst() {
        List<Slot> days = Stream.of("2026-12-01", "2026-12-02", "2026-12-03")
                .map(LocalDate::parse)
                .map(Benches.bench(SHANGHAI).made()::day)
                .toList();
        List<DayShare> shares = DayRules.spread(days, List.of(3, 0, 10), 5);
        assertThat(shares).containsExactly(new DayShare(days.get(0), 3), new DayShare(days.get(2), 2));
        assertThat(DayRules.pieces(DayRules.spread(days, List.of(3, 0, 1), 5))).isEqualTo(4);
    }

    @Test
    void whatIsBookableIsWhatHasNoFault() {
        Resource bench = Benches.bench(BERLIN)
                .open(daily("08:00", "18:00"))
                .slots(90, 0, 15)
                .ahead(30, 10)
                .made();
        LocalDate today = NOW.atZone(BERLIN).toLocalDate();
        List<Slot> all = SlotRules.slots(bench, today.minusDays(2), today.plusDays(20), CALENDAR);
        List<Slot> bookable = SlotRules.bookable(bench, today.minusDays(2), today.plusDays(20), NOW, CALENDAR);
        List<Slot> faultless = all.stream()
                .filter(slot -> SlotFaults.of(bench, slot, NOW, CALENDAR)
                        .map(FieldFault::code)
                        .isEmpty())
                .toList();
        assertThat(bookable).isNotEmpty().isEqualTo(faultless).hasSizeLessThan(all.size());
    }
}
