package org.qibroker.booking;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.events.EventLog;
import org.qibroker.platform.events.EventLog.Sealed;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Family;
import org.qibroker.shared.Money;

/** The events of bookings. */
final class BookingLog {
    static final String KIND = "booking";

    private final EventLog events;

    BookingLog(EventLog events) {
        this.events = events;
    }

    /**
     * What an event says.
     *
     * @param from absent for the first
     * @param to where it stands afterwards; {@code state} is the same
     * @param by in what part the actor acted
     * @param turnaroundDue when the report is, or was, due
     * @param family of the first line
     * @param place what is, or was, reserved
     * @param pieces how many; where days are booked each takes a place of its own
     */
    record Data(
            String number,
            UUID enterpriseId,
            UUID providerId,
            UUID siteId,
            @Nullable UUID demandId,
            List<UUID> demandItemIds,
            List<UUID> capabilityIds,
            @Nullable BookingState from,
            BookingState to,
            BookingState state,
            Actor by,
            @Nullable String reason,
            @Nullable Instant turnaroundDue,
            @Nullable Money price,
            @Nullable Proposal proposal,
            @Nullable Report report,
            String title,
            Family family,
            String enterpriseName,
            String providerName,
            String site,
            Booking.@Nullable Place place,
            int pieces) {}

    /**
     * What happened.
     *
     * @param before absent for a new booking
     */
    record Happened(@Nullable Booking before, Booking after, String type, Actor by, @Nullable String reason) {}

    Future<Void> append(SqlConnection tx, Happened happened, Caller caller) {
        return events.append(tx, change(happened, caller)).mapEmpty();
    }

    /** The first event of a booking, for a statement that writes both. */
    Sealed first(Happened happened, Caller caller) {
        return events.first(change(happened, caller));
    }

    private static Change change(Happened happened, Caller caller) {
        Booking after = happened.after();
        Set<UUID> parties =
                Set.of(after.parties().enterpriseId(), after.parties().providerId());
        return new Change(KIND, after.id(), happened.type(), caller, parties, data(happened));
    }

    private static Data data(Happened happened) {
        Booking b = happened.after();
        Booking before = happened.before();
        Instant due = before == null ? null : before.progress().due().turnaround();
        Instant dueNow = b.progress().due().turnaround();
        return new Data(
                b.number(),
                b.parties().enterpriseId(),
                b.parties().providerId(),
                b.parties().siteId(),
                b.order().demandId(),
                b.order().demandItemIds(),
                b.order().capabilityIds(),
                before == null ? null : before.state(),
                b.state(),
                b.state(),
                happened.by(),
                happened.reason(),
                dueNow == null ? due : dueNow,
                b.order().terms().price(),
                b.progress().proposal(),
                b.progress().report(),
                b.order().title(),
                b.order().lines().get(0).family(),
                b.parties().enterpriseName(),
                b.parties().providerName(),
                b.parties().site(),
                b.place(),
                b.order().pieces());
    }

    Future<List<BookingEvent>> of(SqlClient client, UUID booking) {
        return events.ofStream(client, KIND, booking)
                .map(all -> all.stream().map(BookingLog::event).toList());
    }

    private static BookingEvent event(LoggedEvent event) {
        JsonNode data = event.data();
        JsonNode from = data.path("from");
        JsonNode reason = data.path("reason");
        return new BookingEvent(
                event.sequence(),
                event.type(),
                event.at(),
                event.actorName(),
                event.organisation(),
                from.isMissingNode() ? null : BookingState.valueOf(from.asText()),
                BookingState.valueOf(data.path("to").asText()),
                reason.isMissingNode() ? null : reason.asText());
    }
}
