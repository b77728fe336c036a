package org.qibroker.sample;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets things happen one after the other, each at its time; what happens may bring about more. */
final class Timeline {
    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

    private final SampleClock clock;
    private final Instant end;
    private final PriorityQueue<Moment> ahead =
            new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparing(Moment::order));
    private int count;
    private int failed;

    /** A timeline that ends at a moment; what would happen later does not happen. */
    Timeline(SampleClock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    private record Moment(Instant at, int order, String what, Supplier<Future<?>> happening) {}

    /** Lets something happen at its time. */
    void at(Instant at, String what, Supplier<Future<?>> happening) {
        ahead.add(new Moment(at, count++, what, happening));
    }

    /** What time it is. */
    Instant now() {
        return clock.instant();
    }

    /** How many things did not come about. */
    int failed() {
        return failed;
    }

    /** Lets everything happen, and before each thing what is due by then. */
    Future<Void> run(Supplier<Future<?>> due) {
        Moment next = ahead.poll();
        if (next == null || next.at().isAfter(end)) {
            clock.set(end);
            return due.get().mapEmpty();
        }
        clock.set(next.at());
        return due.get().compose(done -> happen(next)).compose(done -> run(due));
    }

    private Future<Void> happen(Moment moment) {
        return moment.happening()
                .get()
                .<Void>mapEmpty()
                .onFailure(failure ->
                        LOG.warn("{} of the sample did not come about: {}", moment.what(), failure.toString()))
                .recover(failure -> {
                    failed++;
                    return Future.succeededFuture();
                });
    }
}
