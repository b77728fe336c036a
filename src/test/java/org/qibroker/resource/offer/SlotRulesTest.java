package org.qibroker.resource.offer;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Benches;
import org.qibroker.resource.Closure;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Slot;

class SlotRulesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkCalendar CALENDAR = calendar();

    private static WorkCalendar calendar() {
        try {
            return WorkCalendar.load(Files.newBufferedReader(Path.of("config/holidays-cn.csv")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static OpeningHours open(DayOfWeek day, String from, String to) {
        return new OpeningHours(day, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Resource resource(ZoneId zone, int minutes, int before, int after, List<OpeningHours> hours) {
        return Benches.bench(zone)
                .units(2)
                .open(hours.toArray(OpeningHours[]::new))
                .slots(minutes, before, after)
                .made();
    }

    private static List<String> starts(Resource resource, LocalDate day) {
        return SlotRules.slots(resource, day, day, CALENDAR).stream()
                .map(slot -> slot.start().atZone(resource.zone()).toLocalTime().toString())
                .toList();
    }

    @Test
    void slotsFollowOneAnotherWithinTheHoursAndNoneIsCutShort() {
        Resource bench =
                resource(SHANGHAI, 120, 0, 0, List.of(open(MONDAY, "09:00", "12:00"), open(MONDAY, "13:00", "17:00")));
        assertThat(starts(bench, LocalDate.of(2026, 11, 30))).containsExactly("09:00", "13:00", "15:00");
        assertThat(starts(bench, LocalDate.of(2026, 12, 1))).isEmpty();
    }

    @Test
    void buffersLieBetweenSlots() {
        Resource bench = resource(SHANGHAI, 60, 10, 20, List.of(open(MONDAY, "09:00", "12:00")));
        assertThat(starts(bench, LocalDate.of(2026, 11, 30))).containsExactly("09:00", "10:30");
    }

    @Test
    void aClosureTakesTheSlotsItTouches() {
        Closure closure =
                new Closure(Instant.parse("2026-11-30T02:30:00Z"), Instant.parse("2026-11-30T04:00:00Z"), null);
        Resource closed = Benches.bench(SHANGHAI)
                .open(open(MONDAY, "09:00", "13:00"))
                .closed(closure)
                .made();
        assertThat(starts(closed, LocalDate.of(2026, 11, 30))).containsExactly("09:00", "12:00");
    }

    @Test
    void publicHolidaysAreClosedOnWeekendsToo() {
        Resource bench = resource(
                SHANGHAI, 60, 0, 0, List.of(open(THURSDAY, "09:00", "10:00"), open(SATURDAY, "09:00", "10:00")));
        assertThat(starts(bench, LocalDate.of(2026, 10, 1))).isEmpty();
        assertThat(starts(bench, LocalDate.of(2026, 10, 3))).isEmpty();
        assertThat(starts(bench, LocalDate.of(2026, 10, 15))).containsExactly("09:00");
        assertThat(starts(bench, LocalDate.of(2026, 10, 17))).containsExactly("09:00");
    }

    @Test
    void aWeekendWorkedForAHolidayHasTheHoursOfTheLastWeekday() {
        LocalDate worked = LocalDate.of(2026, 10, 10);
        assertThat(worked.getDayOfWeek()).isEqualTo(SATURDAY);
        assertThat(CALENDAR.isWorkday(worked)).isTrue();
        Resource bench =
                resource(SHANGHAI, 60, 0, 0, List.of(open(THURSDAY, "08:00", "09:00"), open(FRIDAY, "09:00", "10:00")));
        assertThat(starts(bench, worked)).containsExactly("09:00");
        assertThat(starts(bench, worked.plusDays(7))).isEmpty();
    }

    @Test
    void chineseHolidaysAreNoneAbroad() {
        Resource bench = resource(BERLIN, 60, 0, 0, List.of(open(THURSDAY, "09:00", "10:00")));
        assertThat(starts(bench, LocalDate.of(2026, 10, 1))).containsExactly("09:00");
    }

    @Test
    void theNightClocksGoForwardIsAnHourShorterAndTheNightTheyGoBackAnHourLonger() {
        Resource night = resource(BERLIN, 60, 0, 0, List.of(open(SUNDAY, "00:00", "06:00")));
        assertThat(starts(night, LocalDate.of(2026, 3, 29)))
                .containsExactly("00:00", "01:00", "03:00", "04:00", "05:00");
        assertThat(starts(night, LocalDate.of(2026, 10, 25)))
                .containsExactly("00:00", "01:00", "02:00", "02:00", "03:00", "04:00", "05:00");
    }

    @Test
    void aNightShiftBelongsToTheDayItsSlotsStartOn() {
        Resource night = resource(SHANGHAI, 120, 0, 0, List.of(open(MONDAY, "22:00", "02:00")));
        assertThat(starts(night, LocalDate.of(2026, 11, 30))).containsExactly("22:00");
        assertThat(starts(night, LocalDate.of(2026, 12, 1))).containsExactly("00:00");
    }

    @Test
    void severalSlotsWithoutABreakCanBeHadTogether() {
        Resource bench = resource(SHANGHAI, 60, 0, 30, List.of(open(MONDAY, "09:00", "13:00")));
        Instant nine = Instant.parse("2026-11-30T01:00:00Z");
        assertThat(offers(bench, nine, 60)).isTrue();
        assertThat(offers(bench, nine, 150)).isTrue();
        assertThat(offers(bench, nine, 90)).isFalse();
        assertThat(offers(bench, nine.plusSeconds(60), 60)).isFalse();
        assertThat(offers(bench, nine.plus(Duration.ofDays(1)), 60)).isFalse();
    }

    private static boolean offers(Resource resource, Instant start, int minutes) {
        Slot wanted = new Slot(start, start.plus(Duration.ofMinutes(minutes)));
        return SlotFaults.of(resource, wanted, start.minusSeconds(1), CALENDAR).isEmpty();
    }

    @Property(tries = 300)
    void freePlacesAreUnitsWithNothingWithinTheSlotAndItsBuffers(
            @ForAll @IntRange(min = 5, max = 240) int minutes,
            @ForAll @IntRange(max = 60) int before,
            @ForAll @IntRange(max = 60) int after,
            @ForAll @IntRange(max = 7) int picked) {
        List<OpeningHours> hours = Stream.of(DayOfWeek.values())
                .map(day -> open(day, "08:00", "18:00"))
                .toList();
        Resource bench = resource(SHANGHAI, minutes, before, after, hours);
        LocalDate day = LocalDate.of(2026, 11, 30);
        List<Slot> slots = SlotRules.slots(bench, day, day.plusDays(1), CALENDAR);
        Slot taken = slots.get(picked % slots.size());
        List<List<Slot>> units = List.of(List.of(bench.taken(taken)), List.of());
        Duration apart = Duration.ofMinutes(before + after);
        IntStream.range(0, slots.size()).forEach(i -> {
            Slot slot = slots.get(i);
            boolean far = !slot.end().plus(apart).isAfter(taken.start())
                    || !taken.end().plus(apart).isAfter(slot.start());
            assertThat(SlotRules.free(bench, slot, units)).isEqualTo(far ? 2 : 1);
        });
    }
}
