package org.qibroker.insight.count;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.count.CapacityRepository.Stated;
import org.qibroker.insight.count.CountRepository.Some;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Resource;

/** Follows how much of their time resources offer, and how much of it bookings take. */
final class Capacity {
    /** States of bookings of which nothing comes. */
    static final Set<String> UNDONE = Set.of("DECLINED", "EXPIRED", "CANCELLED");

    private final Sums sums;
    private final WorkCalendar calendar;

    Capacity(Sums sums, WorkCalendar calendar) {
        this.sums = sums;
        this.calendar = calendar;
    }

    /** A resource is stated, or stated anew: from that day on its hours are what is said now. */
    Future<Void> stated(SqlConnection tx, LoggedEvent event) {
        Resource resource = CapacityRules.resource(event.data()).orElse(null);
        return resource == null
                ? Future.succeededFuture()
                : CapacityRepository.stated(tx, event.stream())
                        .compose(before -> offer(tx, event, resource, before.orElse(null)));
    }

    private Future<Void> offer(SqlConnection tx, LoggedEvent event, Resource now, @Nullable Stated before) {
        LocalDate day = event.at().atZone(now.zone()).toLocalDate();
        LocalDate month = day.withDayOfMonth(1);
        LocalDate until = month.plusMonths(CapacityRules.MONTHS - 1L);
        Map<LocalDate, Long> minutes = new TreeMap<>(CapacityRules.offered(now, day, last(until), calendar));
        if (before != null && !month.isAfter(before.until())) {
            SortedMap<LocalDate, Long> undone = CapacityRules.offered(before.resource(), day, last(month), calendar);
            undone.forEach((in, taken) -> minutes.merge(in, -taken, Long::sum));
        }
        UUID[] subjects = minutes.keySet().stream()
                .map(in -> FactRules.named(event.stream() + " " + in))
                .toArray(UUID[]::new);
        return sums.replace(
                        tx,
                        Some.offered(subjects),
                        () -> CapacityRepository.offer(tx, event, now.providerId(), subjects, minutes))
                .compose(done -> CapacityRepository.state(tx, event, until));
    }

    private static LocalDate last(LocalDate month) {
        return month.plusMonths(1).minusDays(1);
    }

    /** A booking is agreed, or given another time, or nothing comes of it. */
    Future<Void> used(SqlConnection tx, LoggedEvent event, Said said) {
        String state = said.text("to");
        boolean undone = UNDONE.contains(state);
        if (!undone && !state.equals("ACCEPTED")) {
            return Future.succeededFuture();
        }
        long minutes = undone ? 0 : CapacityRules.used(said);
        return sums.replace(tx, Some.used(event.stream()), () -> CapacityRepository.use(tx, event, said, minutes));
    }
}
