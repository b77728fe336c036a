package org.qibroker.booking.deadline;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.BookingState;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Deadlines as JSON. */
final class DeadlineApi {
    private final Deadlines deadlines;

    DeadlineApi(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    void bind(ApiBinder api) {
        api.bind("listDeadlines", this::list);
    }

    private Future<ApiReply> list(ApiCall call) {
        Instant now = deadlines.now();
        return deadlines
                .list(call.queryFlag("late").orElse(false), call.page(), call.caller())
                .map(page -> ApiReply.ok(page.map(due -> view(due, now))));
    }

    private static View view(DueBooking due, Instant now) {
        Deadline deadline = due.deadline();
        return new View(
                due.bookingId(),
                due.number(),
                due.subject(),
                due.enterpriseName(),
                due.providerName(),
                due.state(),
                deadline.kind(),
                deadline.who(),
                deadline.due(),
                deadline.due().isBefore(now),
                due.remindedAt(),
                due.escalatedAt());
    }

    private record View(
            UUID bookingId,
            String number,
            String subject,
            String enterpriseName,
            String providerName,
            BookingState state,
            Deadline.Kind kind,
            Actor who,
            Instant due,
            boolean late,
            @Nullable Instant remindedAt,
            @Nullable Instant escalatedAt) {}
}
