package org.qibroker.resource.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Benches;
import org.qibroker.resource.Break;
import org.qibroker.resource.Closure;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceMode;
import org.qibroker.resource.Slot;
import org.qibroker.resource.place.Occupied;

class ChangeRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar CALENDAR = WorkCalendar.load(new StringReader("date,kind,name\n"));
    private static final UUID BOOKING = new UUID(0, 7);

    /** Tuesday, ten to twelve. */
    private static final Occupied TAKEN = new Occupied(
            new UUID(0, 8),
            2,
            new UUID(0, 9),
            BOOKING,
            new Slot(Instant.parse("2026-12-01T02:00:00Z"), Instant.parse("2026-12-01T04:00:00Z")),
            null);

    private static Benches bench(String from, String to) {
        return Benches.bench(ZONE)
                .open(new OpeningHours(DayOfWeek.TUESDAY, LocalTime.parse(from), LocalTime.parse(to)))
                .slots(120, 0, 0)
                .units(2);
    }

    private static List<Break.Reason> breaks(Resource before, Resource after, Set<UUID> nowhere) {
        return ChangeRules.breaks(before, after, List.of(TAKEN), nowhere, CALENDAR).stream()
                .map(Break::reason)
                .toList();
    }

    private static List<Break.Reason> breaks(Resource after) {
        return breaks(bench("08:00", "18:00").made(), after, Set.of());
    }

    @Test
    void aBookingWithinTheNewHoursStaysWhateverSlotsAreOffered() {
        assertThat(breaks(bench("10:00", "12:00").made())).isEmpty();
        assertThat(breaks(bench("09:00", "18:00").slots(45, 30, 30).made())).isEmpty();
        assertThat(breaks(bench("08:00", "18:00").ahead(2000, 1).made())).isEmpty();
    }

    @Test
    void hoursAndClosuresBreakWhatTheyLeaveOut() {
        assertThat(breaks(bench("11:00", "18:00").made())).containsExactly(Break.Reason.CLOSED);
        Closure touching =
                new Closure(Instant.parse("2026-12-01T03:59:00Z"), Instant.parse("2026-12-01T06:00:00Z"), null);
        assertThat(breaks(bench("08:00", "18:00").closed(touching).made())).containsExactly(Break.Reason.CLOSED);
        Closure after = new Closure(Instant.parse("2026-12-01T04:00:00Z"), Instant.parse("2026-12-01T06:00:00Z"), null);
        assertThat(breaks(bench("08:00", "18:00").closed(after).made())).isEmpty();
    }

    @Test
    void whatWasAnExceptionBeforeIsNoneAnew() {
        Resource exception = bench("14:00", "18:00").made();
        assertThat(breaks(exception, bench("15:00", "18:00").made(), Set.of())).isEmpty();
    }

    @Test
    void fewerUnitsBreakOnlyWhatNoOtherUnitIsFreeFor() {
        Resource one = bench("08:00", "18:00").units(1).made();
        assertThat(breaks(one)).isEmpty();
        Set<UUID> nowhere = Set.of(TAKEN.id());
        Resource two = bench("08:00", "18:00").made();
        assertThat(breaks(two, one, nowhere)).containsExactly(Break.Reason.UNITS);
        assertThat(breaks(one, one, nowhere)).isEmpty();
    }

    @Test
    void anotherSiteAndAnotherWayOfBookingBreakEverything() {
        assertThat(breaks(bench("08:00", "18:00").site(new UUID(0, 3)).made())).containsExactly(Break.Reason.SITE);
        assertThat(breaks(bench("08:00", "18:00").mode(ResourceMode.DAY_QUOTA).made()))
                .containsExactly(Break.Reason.MODE);
        Resource days = bench("08:00", "18:00").mode(ResourceMode.DAY_QUOTA).made();
        Resource queue = bench("08:00", "18:00").mode(ResourceMode.QUEUE).made();
        assertThat(breaks(days, queue, Set.of())).isEmpty();
    }

    @Test
    void noWorkIsKeptWhileTheCalibrationIsOverdue() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        assertThat(breaks(bench("08:00", "18:00").calibratedUntil(day).made())).isEmpty();
        assertThat(breaks(bench("08:00", "18:00")
                        .calibratedUntil(day.minusDays(1))
                        .made()))
                .containsExactly(Break.Reason.OVERDUE);
        Resource overdue =
                bench("08:00", "18:00").calibratedUntil(day.minusDays(1)).made();
        List<Break> found = ChangeRules.breaks(overdue, overdue, List.of(TAKEN), Set.of(), CALENDAR);
        assertThat(found).allMatch(broken -> !broken.keepable());
    }

    @Test
    void placesTakenTogetherBreakOnce() {
        Occupied more = new Occupied(
                new UUID(0, 10),
                1,
                TAKEN.organisationId(),
                BOOKING,
                new Slot(TAKEN.slot().start(), TAKEN.slot().end()),
                null);
        Resource before = bench("08:00", "18:00").made();
        Resource after = bench("14:00", "18:00").made();
        assertThat(ChangeRules.breaks(before, after, List.of(TAKEN, more), Set.of(), CALENDAR))
                .hasSize(1);
    }
}
