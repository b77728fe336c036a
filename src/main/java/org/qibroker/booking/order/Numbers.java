package org.qibroker.booking.order;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.qibroker.platform.database.Database;
import org.qibroker.shared.RegionTime;

/**
 * Numbers of bookings, drawn some at a time, so that one is at hand before the booking is written. What is drawn and not
 * used is never given.
 */
final class Numbers {
    private static final int AT_A_TIME = 32;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Database database;
    private final Queue<Long> drawn = new ConcurrentLinkedQueue<>();

    Numbers(Database database) {
        this.database = database;
    }

    /** The next number. */
    Future<String> next(Instant now) {
        Long one = drawn.poll();
        Future<Long> number = one != null
                ? Future.succeededFuture(one)
                : database.read(client -> RequestRepository.numbers(client, AT_A_TIME))
                        .map(this::first);
        return number.map(n -> "QB%s-%05d".formatted(DAY.format(now.atZone(RegionTime.ZONE)), n));
    }

    private Long first(List<Long> numbers) {
        drawn.addAll(numbers.subList(1, numbers.size()));
        return numbers.get(0);
    }
}
