package org.qibroker.resource.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Benches;
import org.qibroker.resource.Closure;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceMode;
import org.qibroker.resource.Slot;

class UseRulesTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.load(new StringReader("date,name,type\n"));
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final UUID ID = new UUID(0, 1);

    private static Resource bench(ZoneId zone, Closure... closures) {
        OpeningHours mondays = new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
        return Benches.bench(zone).open(mondays).closed(closures).units(2).made();
    }

    private static Slot slot(String start, String end) {
        return new Slot(Instant.parse(start), Instant.parse(end));
    }

    private static Utilisation use(Resource bench, Slot... booked) {
        return UseRules.of(List.of(bench), List.of(NOVEMBER), Map.of(ID, List.of(booked)), CALENDAR)
                .get(0);
    }

    @Test
    void offeredIsWhatIsOpenTimesTheUnitsWithoutClosuresThatOverlapCountedTwice() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        Closure morning =
                new Closure(Instant.parse("2026-11-02T00:00:00Z"), Instant.parse("2026-11-02T04:00:00Z"), null);
        Closure noon = new Closure(Instant.parse("2026-11-02T03:00:00Z"), Instant.parse("2026-11-02T05:00:00Z"), null);
        assertThat(use(bench(shanghai)).offered()).isEqualTo(Duration.ofHours(5 * 8 * 2));
        assertThat(use(bench(shanghai, morning, noon)).offered())
                .isEqualTo(Duration.ofHours(5 * 8 * 2).minusHours(4 * 2));
    }

    @Test
    void aSlotCountsInTheMonthItBeginsInOnTheClocksOfTheSite() {
        Slot beforeMidnight = slot("2026-10-31T15:00:00Z", "2026-10-31T17:00:00Z");
        Slot afterMidnight = slot("2026-10-31T16:30:00Z", "2026-10-31T18:30:00Z");
        Utilisation use = use(bench(ZoneId.of("Asia/Shanghai")), beforeMidnight, afterMidnight);
        assertThat(use.used()).isEqualTo(Duration.ofHours(2));
        assertThat(use.percent()).isEqualTo(3);
    }

    @Test
    void aPlaceOfADayIsAsLongAsTheDayIsOpen() {
        Resource days = Benches.bench(ZoneId.of("Asia/Shanghai"))
                .mode(ResourceMode.DAY_QUOTA)
                .open(new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0)))
                .units(2)
                .made();
        Slot monday = days.day(LocalDate.of(2026, 11, 2));
        assertThat(use(days, monday, monday).used()).isEqualTo(Duration.ofHours(16));
        assertThat(use(days, monday, monday).percent()).isEqualTo(20);
    }

    @Test
    void nothingOfferedIsNoShare() {
        Resource closed = Benches.bench(ZoneId.of("Asia/Shanghai")).made();
        assertThat(use(closed).share()).isZero();
    }

    @Test
    void whatIsSharedIsSummedUpByOwnerAndWhereMostIsLeftComesFirst() {
        YearMonth december = NOVEMBER.plusMonths(1);
        UUID other = new UUID(0, 2);
        Resource bench = bench(ZoneId.of("Asia/Shanghai"));
        Resource theirs = Benches.bench(bench.zone())
                .of(other)
                .open(bench.openingHours().toArray(OpeningHours[]::new))
                .made();
        List<SharedUse> uses = SharedUse.of(UseRules.of(
                List.of(theirs, bench),
                List.of(NOVEMBER, december),
                Map.of(ID, List.of(slot("2026-11-02T01:00:00Z", "2026-11-02T09:00:00Z"))),
                CALENDAR));
        assertThat(uses).extracting(SharedUse::provider).containsExactly(ID, other);
        assertThat(uses.get(0).offered()).isEqualTo(Duration.ofHours((5 + 4) * 8 * 2));
        assertThat(uses.get(0).share()).isEqualTo(8.0 / 144);
        assertThat(SharedUse.sums(uses))
                .extracting(hours -> hours.offered().toHours())
                .containsExactly(5L * 8 * 3, 4L * 8 * 3);
    }
}
